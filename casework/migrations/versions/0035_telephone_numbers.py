"""A respondent's telephone number as E.164, beside what was typed.

Revision: 0035, after 0034.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema to this revision; numbers of before stay as they were typed."""
    with op.batch_alter_table("parties") as parties:
        parties.add_column(sa.Column("phone_e164", sa.String(20), nullable=True))


def downgrade() -> None:
    """Without it; what was typed stays."""
    with op.batch_alter_table("parties") as parties:
        parties.drop_column("phone_e164")
