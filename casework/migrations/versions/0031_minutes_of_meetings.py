"""A pleno keeps the number of its minutes, when it closed, who took notes, when it was recorded.

Revision: 0031, after 0030.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from casework.models.base import Moment

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing of it is known of older ones; their digests leave it out."""
    with op.batch_alter_table("meetings") as meetings:
        meetings.add_column(sa.Column("number", sa.String(300), nullable=False, server_default=""))
        meetings.add_column(sa.Column("closed_at", Moment(), nullable=True))
        meetings.add_column(sa.Column("note_taker_id", sa.Integer(), nullable=True))
        meetings.add_column(sa.Column("recorded_at", Moment(), nullable=True))
        meetings.create_foreign_key(
            "fk_meetings_note_taker_id", "officers", ["note_taker_id"], ["id"]
        )
    with op.batch_alter_table("meetings") as meetings:
        meetings.alter_column("number", server_default=None)


def downgrade() -> None:
    """Without them."""
    with op.batch_alter_table("meetings") as meetings:
        meetings.drop_constraint("fk_meetings_note_taker_id", type_="foreignkey")
        for name in ("recorded_at", "note_taker_id", "closed_at", "number"):
            meetings.drop_column(name)
