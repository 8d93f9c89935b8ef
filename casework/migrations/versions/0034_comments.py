"""Comments on a case, and who was mentioned in one.

Revision: 0034, after 0033.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from casework.models.base import Moment

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def _refers(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}")
    )


def upgrade() -> None:
    """Bring the schema to this revision; nobody commented before."""
    op.create_table(
        "comments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_at", Moment(), nullable=False),
        sa.Column("removed_at", Moment(), nullable=True),
        sa.CheckConstraint(
            "(removed_at IS NULL) = (text <> '')", name=op.f("ck_comments_removed_is_empty")
        ),
        sa.CheckConstraint("length(text) <= 2000", name=op.f("ck_comments_length")),
        _refers("comments", "case_id", "cases"),
        _refers("comments", "office_id", "offices"),
        _refers("comments", "author_id", "officers"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comments")),
    )
    op.create_index(op.f("ix_comments_case_id"), "comments", ["case_id"])
    op.create_table(
        "comment_mentions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("comment_id", sa.Integer(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        _refers("comment_mentions", "comment_id", "comments"),
        _refers("comment_mentions", "officer_id", "officers"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment_mentions")),
        sa.UniqueConstraint(
            "comment_id", "officer_id", name=op.f("uq_comment_mentions_comment_id_officer_id")
        ),
    )


def downgrade() -> None:
    """Take the schema back; comments are forgotten, the record never knew them."""
    op.drop_table("comment_mentions")
    op.drop_index(op.f("ix_comments_case_id"), table_name="comments")
    op.drop_table("comments")
