"""Initials: the steps by which a kajian or a letter reaches those who decide or sign.

Revision: 0007, after 0006.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from casework.models.base import Moment

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One table; what was submitted before it has no initials."""
    op.create_table(
        "initials",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(64), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(300), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(64), nullable=False),
        sa.Column("content", sa.String(64), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("at", Moment(), nullable=True),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_initials_case_id_cases"),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officers.id"], name="fk_initials_officer_id_officers"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_initials"),
        sa.UniqueConstraint(
            "subject", "subject_id", "round", "step",
            name="uq_initials_subject_subject_id_round_step",
        ),
    )  # fmt: skip
    op.create_index("ix_initials_case_state", "initials", ["case_id", "state"])


def downgrade() -> None:
    """The initials go; the events that recorded them stay."""
    op.drop_index("ix_initials_case_state", table_name="initials")
    op.drop_table("initials")
