"""Counts of the picture, and from when a case counts as stuck.

Revision: 0037, after 0036.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema to this revision.

    Lines have to be made anew, which `casework migrate` does: it knows the law. It counts then.
    """
    op.add_column("case_lines", sa.Column("stalled", sa.BigInteger(), nullable=True))
    op.create_index("ix_case_lines_stalled", "case_lines", ["stalled", "case_id"])
    op.execute("UPDATE case_lines SET mark = ''")
    op.create_table(
        "rollups",
        sa.Column("office_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("figure", sa.String(16), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("key", sa.String(140), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"], ["offices.id"], name=op.f("fk_rollups_office_id_offices")
        ),
        sa.PrimaryKeyConstraint("office_id", "figure", "day", "key", name=op.f("pk_rollups")),
    )
    op.create_index("ix_events_office_at", "events", ["office_id", "at"])


def downgrade() -> None:
    """Take the schema back; counts are made of what stays."""
    op.drop_index("ix_events_office_at", table_name="events")
    op.drop_table("rollups")
    op.drop_index("ix_case_lines_stalled", table_name="case_lines")
    op.drop_column("case_lines", "stalled")
