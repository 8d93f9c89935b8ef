"""What each examination of the whole installation found.

Revision: 0018, after 0017.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from casework.migrations.append_only import forbid_changes, permit_changes
from casework.models.base import Moment

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One table that only grows; of earlier examinations nothing was kept."""
    op.create_table(
        "integrity_checks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("schema", sa.String(64), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("events", sa.Integer(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("files", sa.Integer(), nullable=False),
        sa.Column("faults", sa.Integer(), nullable=False),
        sa.Column("found", sa.JSON(), nullable=False),
        sa.Column("offices", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"], ["offices.id"], name="fk_integrity_checks_office_id_offices"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_integrity_checks"),
    )
    forbid_changes("integrity_checks")


def downgrade() -> None:
    """What was found goes; the events that recorded it stay."""
    permit_changes("integrity_checks")
    op.drop_table("integrity_checks")
