"""Letters that have not left are found without reading every paper there is.

Revision: 0020, after 0019.
"""

from __future__ import annotations

from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The desk asks which cases that are over still have one."""
    op.create_index("ix_documents_kind_state", "documents", ["kind", "state", "case_id"])


def downgrade() -> None:
    """Take it away."""
    op.drop_index("ix_documents_kind_state", table_name="documents")
