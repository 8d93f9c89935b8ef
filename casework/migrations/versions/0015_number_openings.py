"""Numbers that are not given out here: opening balances and gaps, with the reason.

Revision: 0015, after 0014.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from casework.migrations.append_only import forbid_changes, permit_changes
from casework.models.base import Moment

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Opening balances from before stay in their counters; nobody recorded why."""
    op.create_table(
        "number_openings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("series", sa.String(length=64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("after", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office_id"], ["offices.id"], name=op.f("fk_number_openings_office_id_offices")
        ),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officers.id"], name=op.f("fk_number_openings_officer_id_officers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_number_openings")),
    )
    forbid_changes("number_openings")


def downgrade() -> None:
    """Take the schema back."""
    permit_changes("number_openings")
    op.drop_table("number_openings")
