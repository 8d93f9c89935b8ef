"""Discussions of the Sentra Gakkumdu, and acts done although something was missing.

Revision: 0027, after 0026.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from casework.models.base import Moment

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

_CONCLUSIONS = ("dilanjutkan", "dihentikan", "tidak_sepakat")
_MARKS = ("confirmed", "secondary", "unverified")


def _refers(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}")
    )


def _among(table: str, column: str, name: str, codes: tuple[str, ...]) -> sa.CheckConstraint:
    known = ", ".join(f"'{code}'" for code in codes)
    return sa.CheckConstraint(sa.text(f"{column} IN ({known})"), name=op.f(f"ck_{table}_{name}"))


def upgrade() -> None:
    """Bring the schema to this revision; what was recorded before stays as dated facts."""
    op.create_table(
        "discussions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("held_at", Moment(), nullable=False),
        sa.Column("place", sa.String(length=300), nullable=False),
        sa.Column("attendance", sa.JSON(), nullable=False),
        sa.Column("opinions", sa.JSON(), nullable=False),
        sa.Column("absence", sa.Text(), nullable=False),
        sa.Column("conclusion", sa.String(length=64), nullable=False),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.Column("recorded_at", Moment(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=True),
        _refers("discussions", "case_id", "cases"),
        _refers("discussions", "recorded_by", "officers"),
        _among("discussions", "conclusion", "discussionresult", _CONCLUSIONS),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_discussions")),
    )
    op.create_index(op.f("ix_discussions_case_id"), "discussions", ["case_id"])
    op.create_table(
        "overrides",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(length=64), nullable=False),
        sa.Column("about", sa.String(length=64), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("citation", sa.Text(), nullable=False),
        sa.Column("verification", sa.String(length=64), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        _refers("overrides", "case_id", "cases"),
        _refers("overrides", "made_by", "officers"),
        _among("overrides", "verification", "mark", _MARKS),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overrides")),
    )
    op.create_index(op.f("ix_overrides_case_id"), "overrides", ["case_id"])


def downgrade() -> None:
    """Take the schema back; the words of the institutions are forgotten, the dated facts stay."""
    op.drop_index(op.f("ix_overrides_case_id"), table_name="overrides")
    op.drop_table("overrides")
    op.drop_index(op.f("ix_discussions_case_id"), table_name="discussions")
    op.drop_table("discussions")
