"""Panels, sessions and rulings of matters that are heard.

Revision: 0032, after 0031.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from casework.models.base import Moment

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

_STATES = "'dijadwalkan', 'berlangsung', 'ditunda'"


def _refers(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}")
    )


def _recorded(table: str) -> tuple[sa.Column[object] | sa.Constraint, ...]:
    return (
        sa.Column("recorded_at", Moment(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=True),
        _refers(table, "case_id", "cases"),
        _refers(table, "recorded_by", "officers"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )


def upgrade() -> None:
    """Bring the schema to this revision; there was no hearing before."""
    op.create_table(
        "hearing_panels",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("members", sa.JSON(), nullable=False),
        sa.Column("secretary_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("appointed_at", Moment(), nullable=False),
        *_recorded("hearing_panels"),
        _refers("hearing_panels", "secretary_id", "officers"),
        sa.UniqueConstraint("case_id", "round", name=op.f("uq_hearing_panels_case_id_round")),
    )
    op.create_index(op.f("ix_hearing_panels_case_id"), "hearing_panels", ["case_id"])
    op.create_table(
        "hearings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("agenda", sa.JSON(), nullable=False),
        sa.Column("scheduled_at", Moment(), nullable=False),
        sa.Column("place", sa.String(length=300), nullable=False),
        sa.Column("summoned", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("held_at", Moment(), nullable=True),
        sa.Column("closed_at", Moment(), nullable=True),
        sa.Column("open_to_public", sa.Boolean(), nullable=False),
        sa.Column("panel", sa.JSON(), nullable=False),
        sa.Column("attended", sa.JSON(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("course", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        *_recorded("hearings"),
        sa.CheckConstraint(sa.text(f"state IN ({_STATES})"), name=op.f("ck_hearings_hearingstate")),
        sa.UniqueConstraint("case_id", "number", name=op.f("uq_hearings_case_id_number")),
    )
    op.create_index(op.f("ix_hearings_case_id"), "hearings", ["case_id"])
    op.create_table(
        "panel_rulings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("held_at", Moment(), nullable=False),
        sa.Column("seats", sa.JSON(), nullable=False),
        sa.Column("decisions", sa.JSON(), nullable=False),
        sa.Column("considerations", sa.Text(), nullable=False),
        sa.Column("amar", sa.JSON(), nullable=False),
        sa.Column("read_at", Moment(), nullable=True),
        sa.Column("hearing_id", sa.Integer(), nullable=True),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        *_recorded("panel_rulings"),
        _refers("panel_rulings", "hearing_id", "hearings"),
        _refers("panel_rulings", "meeting_id", "meetings"),
        sa.UniqueConstraint("case_id", "round", name=op.f("uq_panel_rulings_case_id_round")),
    )
    op.create_index(op.f("ix_panel_rulings_case_id"), "panel_rulings", ["case_id"])


def downgrade() -> None:
    """Take the schema back; what was said and resolved is forgotten, the dated facts stay."""
    for table in ("panel_rulings", "hearings", "hearing_panels"):
        op.drop_index(op.f(f"ix_{table}_case_id"), table_name=table)
        op.drop_table(table)
