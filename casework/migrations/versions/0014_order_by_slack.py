"""Lists are sorted by the latest moment to begin; the nearest limit stands beside it.

Revision: 0014, after 0013.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

# Beyond any moment, yet before the places of cases without a limit.
_NO_MOMENT = 500_000_000_000


def upgrade() -> None:
    """Until now the order was the nearest limit itself: it holds until the lines are made anew.

    An empty mark says that they have to be; `casework migrate` does it, which knows the law.
    """
    op.add_column("case_lines", sa.Column("due", sa.BigInteger(), nullable=True))
    op.execute(f"UPDATE case_lines SET due = urgency WHERE urgency < {_NO_MOMENT}")  # noqa: S608  # a number of ours
    op.execute("UPDATE case_lines SET mark = ''")


def downgrade() -> None:
    """Sort by the nearest limit again."""
    op.execute("UPDATE case_lines SET urgency = due WHERE due IS NOT NULL")
    op.drop_column("case_lines", "due")
