"""The files of criminal referrals: what was there, what was missing and why.

Revision: 0028, after 0027.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from casework.models.base import Moment

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema to this revision; letters that were drafted before stay as they are."""
    op.create_table(
        "crime_files",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("items", sa.JSON(), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_crime_files_case_id_cases")
        ),
        sa.ForeignKeyConstraint(
            ["made_by"], ["officers.id"], name=op.f("fk_crime_files_made_by_officers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_crime_files")),
        sa.UniqueConstraint("case_id", "round", name=op.f("uq_crime_files_case_id_round")),
    )
    op.create_index(op.f("ix_crime_files_case_id"), "crime_files", ["case_id"])


def downgrade() -> None:
    """Take the schema back; what the files held is forgotten, the papers stay."""
    op.drop_index(op.f("ix_crime_files_case_id"), table_name="crime_files")
    op.drop_table("crime_files")
