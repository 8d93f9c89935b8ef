"""Calendar feeds of officers, and how often the end of a limit moved.

Revision: 0012, after 0011.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from casework.models.base import Moment

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One table, and a count beside each limit; of the past nobody counted."""
    op.create_table(
        "calendar_feeds",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("revoked_at", Moment(), nullable=True),
        sa.Column("read_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officers.id"], name="fk_calendar_feeds_officer_id_officers"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_calendar_feeds"),
        sa.UniqueConstraint("token_hash", name="uq_calendar_feeds_token_hash"),
    )
    op.create_index("ix_calendar_feeds_officer_id", "calendar_feeds", ["officer_id"])
    op.add_column("deadlines", sa.Column("moves", sa.Integer(), nullable=True))


def downgrade() -> None:
    """Addresses stop working; the events that recorded them stay."""
    # Not by copying the table: others refer to it.
    op.drop_column("deadlines", "moves")
    op.drop_index("ix_calendar_feeds_officer_id", table_name="calendar_feeds")
    op.drop_table("calendar_feeds")
