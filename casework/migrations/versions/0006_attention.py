"""How each officer wants to be told, what the system asks after a limit ran out, urgent notices.

Revision: 0006, after 0005.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from casework.models.base import Moment

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Two tables, and the end of the limit beside a notice; older notices have none."""
    op.create_table(
        "preferences",
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("channels", sa.JSON(), nullable=False),
        sa.Column("quiet_from", sa.Time(), nullable=True),
        sa.Column("quiet_until", sa.Time(), nullable=True),
        sa.Column("handle", sa.String(32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("changed_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officers.id"], name="fk_preferences_officer_id_officers"
        ),
        sa.PrimaryKeyConstraint("officer_id", name="pk_preferences"),
    )
    op.create_table(
        "questions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("deadline_id", sa.Integer(), nullable=False),
        sa.Column("due_epoch", sa.BigInteger(), nullable=False),
        sa.Column("known", sa.Boolean(), nullable=False),
        sa.Column("effect", sa.Text(), nullable=False),
        sa.Column("citation", sa.Text(), nullable=False),
        sa.Column("verification", sa.String(64), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("asked_at", Moment(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_at", Moment(), nullable=True),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_questions_case_id_cases"),
        sa.ForeignKeyConstraint(
            ["deadline_id"], ["deadlines.id"], name="fk_questions_deadline_id_deadlines"
        ),
        sa.ForeignKeyConstraint(
            ["answered_by"], ["officers.id"], name="fk_questions_answered_by_officers"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_questions"),
        sa.UniqueConstraint("deadline_id", "due_epoch", name="uq_questions_deadline_id_due_epoch"),
    )
    op.create_index("ix_questions_case_id", "questions", ["case_id"])
    op.add_column("notices", sa.Column("ends_at", Moment(), nullable=True))


def downgrade() -> None:
    """Choices and questions go; the events that recorded them stay."""
    with op.batch_alter_table("notices") as table:
        table.drop_column("ends_at")
    op.drop_index("ix_questions_case_id", table_name="questions")
    op.drop_table("questions")
    op.drop_table("preferences")
