"""The newest time the machine's clock was seen at, and whether it is doubted.

Revision: 0005.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from casework.models.base import Moment

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the row's table; the first beat of a worker writes the row."""
    op.create_table(
        "clock_state",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("max_seen", Moment(), nullable=False),
        sa.Column("boot", sa.String(length=64), nullable=False),
        sa.Column("uptime", sa.Double(), nullable=False),
        sa.Column("suspect_since", Moment(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clock_state")),
    )


def downgrade() -> None:
    """Forget what was seen; a doubt that was open is still in every office's record."""
    op.drop_table("clock_state")
