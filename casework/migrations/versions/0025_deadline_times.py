"""When a deadline ends is a time of its own, and no number beside a text.

Revision: 0025, after 0024.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from casework.models.base import Moment

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

_INDEX = "ix_deadlines_open_due"
_OPEN = sa.text("state = 'open'")
_ASKED_ONCE = "uq_questions_deadline_id_"
# Ends are whole seconds: nothing is lost either way.
_TIME = {
    "sqlite": "strftime('%Y-%m-%d %H:%M:%S', due_epoch, 'unixepoch') || '.000000'",
    "postgresql": "to_timestamp(due_epoch)",
}
_NUMBER = {
    "sqlite": "CAST(strftime('%s', due_at) AS INTEGER)",
    "postgresql": "CAST(EXTRACT(EPOCH FROM due_at) AS BIGINT)",
}


def upgrade() -> None:
    """Every row keeps the end it had; digests go on saying it as the number."""
    _replace("due_epoch", "due_at", Moment(), _TIME)


def downgrade() -> None:
    """The number again."""
    _replace("due_at", "due_epoch", sa.BigInteger(), _NUMBER)


def _replace(old: str, new: str, kind: Moment | sa.BigInteger, values: dict[str, str]) -> None:
    op.drop_index(_INDEX, table_name="deadlines")
    for table in ("deadlines", "questions"):
        op.add_column(table, sa.Column(new, kind, nullable=True))
        same: sa.ColumnElement[object] = sa.literal_column(values[op.get_bind().dialect.name])
        op.execute(sa.update(sa.table(table, sa.column(new))).values({new: same}))
        with op.batch_alter_table(table) as changed:
            if table == "questions":
                changed.drop_constraint(f"{_ASKED_ONCE}{old}", type_="unique")
                changed.create_unique_constraint(f"{_ASKED_ONCE}{new}", ["deadline_id", new])
            changed.alter_column(new, existing_type=kind, nullable=False)
            changed.drop_column(old)
    op.create_index(_INDEX, "deadlines", [new], sqlite_where=_OPEN, postgresql_where=_OPEN)
