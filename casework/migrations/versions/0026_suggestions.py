"""What the facts of a case said of a requirement stands beside what the officer said.

Revision: 0026, after 0025.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

_SAYS = ("met", "unmet", "person")


def upgrade() -> None:
    """Requirements judged before say nothing about it, and their digests stay what they were."""
    with op.batch_alter_table("findings") as table:
        table.add_column(
            sa.Column(
                "suggestion",
                sa.Enum(
                    *_SAYS, name="conclusion", native_enum=False, length=64, create_constraint=True
                ),
                nullable=True,
            )
        )
        table.add_column(sa.Column("known_facts", sa.Text(), nullable=True))


def downgrade() -> None:
    """Forget what the facts said; what was judged stays."""
    with op.batch_alter_table("findings") as table:
        table.drop_constraint("conclusion", type_="check")
        table.drop_column("known_facts")
        table.drop_column("suggestion")
