"""Officers who are kept away from a case: they are named in it, or somebody set it by hand.

Revision: 0022, after 0021.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from casework.models.base import Moment

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_IN_FORCE = sa.text("lifted_at IS NULL")


def _refers(column: str, table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{table}.id"], name=op.f(f"fk_exclusions_{column}_{table}")
    )


def upgrade() -> None:
    """Bring the schema to this revision; cases that stand already are looked at when they change.

    Who is protected in them is sealed, and a migration holds no key: `casework exclusions review`
    compares them once.
    """
    op.create_table(
        "exclusions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("why", sa.String(length=64), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("since", Moment(), nullable=False),
        sa.Column("set_by", sa.Integer(), nullable=True),
        sa.Column("lifted_at", Moment(), nullable=True),
        sa.Column("lifted_by", sa.Integer(), nullable=True),
        sa.Column("lift_reason", sa.Text(), nullable=False),
        _refers("case_id", "cases"),
        _refers("officer_id", "officers"),
        _refers("party_id", "parties"),
        _refers("set_by", "officers"),
        _refers("lifted_by", "officers"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exclusions")),
    )
    op.create_index(op.f("ix_exclusions_case_id"), "exclusions", ["case_id"])
    op.create_index(
        "uq_exclusions_in_force",
        "exclusions",
        ["officer_id", "case_id"],
        unique=True,
        sqlite_where=_IN_FORCE,
        postgresql_where=_IN_FORCE,
    )


def downgrade() -> None:
    """Take the schema back; who was kept away is forgotten."""
    op.drop_index("uq_exclusions_in_force", table_name="exclusions")
    op.drop_index(op.f("ix_exclusions_case_id"), table_name="exclusions")
    op.drop_table("exclusions")
