"""A letter may be drafted anew to the same destination; an answer has a date of its own.

Revision: 0004, after 0003.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from alembic import op

from casework.models.base import Moment

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_ONCE = "uq_referrals_case_id_destination_violation_class"
_ONCE_A_ROUND = "uq_referrals_case_id_destination_violation_class_round"


@contextmanager
def _items_aside() -> Iterator[None]:
    """SQLite changes a constraint by building the table anew; rows that refer to it forbid that."""
    if op.get_bind().dialect.name != "sqlite":
        yield
        return
    op.execute("CREATE TABLE referral_items_aside AS SELECT * FROM referral_items")
    op.execute("DELETE FROM referral_items")
    yield
    op.execute("INSERT INTO referral_items SELECT * FROM referral_items_aside")
    op.execute("DROP TABLE referral_items_aside")


def upgrade() -> None:
    """Number the rounds of a letter; an answer known so far was given when it was recorded."""
    with _items_aside(), op.batch_alter_table("referrals") as table:
        table.add_column(sa.Column("round", sa.Integer(), nullable=False, server_default="1"))
        table.drop_constraint(_ONCE, type_="unique")
        table.create_unique_constraint(
            _ONCE_A_ROUND, ["case_id", "destination", "violation_class", "round"]
        )
    with _items_aside(), op.batch_alter_table("referrals") as table:
        table.alter_column("round", server_default=None)
    with op.batch_alter_table("referral_items") as table:
        table.add_column(sa.Column("answered_at", Moment(), nullable=True))
    op.execute(
        "UPDATE referral_items SET answered_at = updated_at "
        "WHERE state IN ('accepted', 'returned', 'followed_up', 'not_followed')"
    )


def downgrade() -> None:
    """Keep the newest round of each letter's row name; refuses nothing, loses the answer dates."""
    with op.batch_alter_table("referral_items") as table:
        table.drop_column("answered_at")
    # Earlier rounds were void letters; under the old schema they stay under a name of their own.
    op.execute(
        "UPDATE referrals SET destination = substr(destination, 1, 60) || ':' || round "
        "WHERE round < (SELECT MAX(other.round) FROM referrals AS other "
        "WHERE other.case_id = referrals.case_id AND other.destination = referrals.destination "
        "AND other.violation_class = referrals.violation_class)"
    )
    with _items_aside(), op.batch_alter_table("referrals") as table:
        table.drop_constraint(_ONCE_A_ROUND, type_="unique")
        table.create_unique_constraint(_ONCE, ["case_id", "destination", "violation_class"])
        table.drop_column("round")
