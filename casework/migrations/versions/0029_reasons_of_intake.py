"""Why an event lies outside the stages of its election, and why a report came in earlier.

Revision: 0029, after 0028.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

_REASONS = ("stage_reason", "received_reason")


def upgrade() -> None:
    """Cases from before say nothing of either, and their digests stay what they were."""
    with op.batch_alter_table("cases") as table:
        for name in _REASONS:
            table.add_column(sa.Column(name, sa.Text(), nullable=True))


def downgrade() -> None:
    """Forget the reasons."""
    with op.batch_alter_table("cases") as table:
        for name in _REASONS:
            table.drop_column(name)
