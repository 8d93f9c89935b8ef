"""A ruling keeps why it stands where more of the panel disagreed than agreed.

Revision: 0033, after 0032.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing of it was kept before; older digests leave it out."""
    with op.batch_alter_table("panel_rulings") as rulings:
        rulings.add_column(sa.Column("note", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("panel_rulings") as rulings:
        rulings.alter_column("note", server_default=None)


def downgrade() -> None:
    """Without it."""
    with op.batch_alter_table("panel_rulings") as rulings:
        rulings.drop_column("note")
