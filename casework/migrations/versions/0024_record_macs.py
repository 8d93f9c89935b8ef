"""Every link of the record bears a code that only who holds the master key can make.

Revision: 0024, after 0023.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Older links keep none: `casework migrate` then locks each chain with one that has it."""
    op.add_column("events", sa.Column("mac", sa.String(length=64), nullable=True))


def downgrade() -> None:
    """Forget the codes."""
    op.drop_column("events", "mac")
