"""A limit says which version of the calendar it was counted with.

Revision: 0002, after 0001.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Of older rows the version is not known."""
    op.add_column("deadlines", sa.Column("calendar", sa.String(length=64), nullable=True))


def downgrade() -> None:
    """Forget the versions."""
    op.drop_column("deadlines", "calendar")
