"""A limit that runs for one letter knows that letter.

Revision: 0021, after 0020.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Of older limits the letter was not kept."""
    op.add_column("deadlines", sa.Column("document_id", sa.Integer(), nullable=True))


def downgrade() -> None:
    """Forget the letters."""
    op.drop_column("deadlines", "document_id")
