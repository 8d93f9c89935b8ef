"""Lines are found by when their nearest deadline ends.

Revision: 0039, after 0038.
"""

from __future__ import annotations

from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema to this revision; counts of before were by the second and are made anew."""
    op.create_index("ix_case_lines_due", "case_lines", ["due"])
    op.execute("DELETE FROM rollups")


def downgrade() -> None:
    """Take the schema back."""
    op.drop_index("ix_case_lines_due", table_name="case_lines")
