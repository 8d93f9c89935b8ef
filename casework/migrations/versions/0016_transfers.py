"""Cases go from one office to another; what they bring keeps the office it came from.

Revision: 0016, after 0015.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from casework.migrations.append_only import forbid_changes, permit_changes
from casework.models.base import Moment

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def _refers(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name)


def upgrade() -> None:
    """Transfers and their steps, both append-only; limits and papers may name another office."""
    op.create_table(
        "transfers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("from_office_id", sa.Integer(), nullable=False),
        sa.Column("to_office_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("act", sa.String(length=64), nullable=False),
        sa.Column("citation", sa.Text(), nullable=False),
        sa.Column("mark", sa.String(length=64), nullable=False),
        sa.Column("asked_at", Moment(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=True),
        _refers("transfers", "case_id", "cases"),
        _refers("transfers", "from_office_id", "offices"),
        _refers("transfers", "to_office_id", "offices"),
        _refers("transfers", "asked_by", "officers"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transfers")),
    )
    for column in ("case_id", "from_office_id", "to_office_id"):
        op.create_index(op.f(f"ix_transfers_{column}"), "transfers", [column])
    op.create_table(
        "transfer_steps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("transfer_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=16), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("recorded_at", Moment(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=True),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        _refers("transfer_steps", "transfer_id", "transfers"),
        _refers("transfer_steps", "recorded_by", "officers"),
        _refers("transfer_steps", "document_id", "documents"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transfer_steps")),
        sa.UniqueConstraint(
            "transfer_id", "ordinal", name=op.f("uq_transfer_steps_transfer_id_ordinal")
        ),
    )
    forbid_changes("transfers")
    forbid_changes("transfer_steps")
    op.add_column("deadlines", sa.Column("office_id", sa.Integer(), nullable=True))
    op.add_column("documents", sa.Column("office_id", sa.Integer(), nullable=True))


def downgrade() -> None:
    """Take the schema back; a case stays where it is."""
    op.drop_column("documents", "office_id")
    op.drop_column("deadlines", "office_id")
    permit_changes("transfer_steps")
    op.drop_table("transfer_steps")
    permit_changes("transfers")
    op.drop_table("transfers")
