"""Rounds of the vulnerability map: answers of offices, events, and prevention tasks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from casework.models.base import Moment

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None

_FORMS = (
    "identifikasi_kerawanan", "pendidikan", "kerja_sama", "partisipasi_masyarakat", "imbauan",
    "publikasi", "kegiatan_lainnya",
)  # fmt: skip


def _refers(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}")
    )


def _among(table: str, column: str, name: str, codes: tuple[str, ...]) -> sa.CheckConstraint:
    known = ", ".join(f"'{code}'" for code in codes)
    return sa.CheckConstraint(sa.text(f"{column} IN ({known})"), name=op.f(f"ck_{table}_{name}"))


def upgrade() -> None:
    """Bring the schema to this revision; nobody had mapped anything before."""
    op.create_table(
        "vulnerability_rounds",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("edition", sa.String(64), nullable=False),
        sa.Column("title", sa.String(300), nullable=False),
        sa.Column("counts_from", sa.Date(), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=False),
        sa.Column("closes_at", Moment(), nullable=False),
        sa.Column("state", sa.String(64), nullable=False),
        sa.Column("opened_at", Moment(), nullable=False),
        sa.Column("opened_by", sa.Integer(), nullable=True),
        sa.Column("closed_at", Moment(), nullable=True),
        sa.Column("closed_by", sa.Integer(), nullable=True),
        sa.Column("remark", sa.Text(), nullable=False),
        _among("vulnerability_rounds", "state", "roundstate", ("dibuka", "ditutup")),
        _refers("vulnerability_rounds", "office_id", "offices"),
        _refers("vulnerability_rounds", "opened_by", "officers"),
        _refers("vulnerability_rounds", "closed_by", "officers"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vulnerability_rounds")),
    )
    op.create_index(
        op.f("ix_vulnerability_rounds_office_id"), "vulnerability_rounds", ["office_id"]
    )
    op.create_table(
        "vulnerability_sheets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("region", sa.String(64), nullable=False),
        sa.Column("state", sa.String(64), nullable=False),
        sa.Column("sent_at", Moment(), nullable=True),
        sa.Column("sent_by", sa.Integer(), nullable=True),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("reviewed_at", Moment(), nullable=True),
        sa.Column("reviewed_by", sa.Integer(), nullable=True),
        _among(
            "vulnerability_sheets",
            "state",
            "sheetstate",
            ("diisi", "dikirim", "ditanya_lagi", "diterima"),
        ),
        _refers("vulnerability_sheets", "round_id", "vulnerability_rounds"),
        _refers("vulnerability_sheets", "office_id", "offices"),
        _refers("vulnerability_sheets", "sent_by", "officers"),
        _refers("vulnerability_sheets", "reviewed_by", "officers"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vulnerability_sheets")),
        sa.UniqueConstraint(
            "round_id", "region", name=op.f("uq_vulnerability_sheets_round_id_region")
        ),
    )
    op.create_index(
        op.f("ix_vulnerability_sheets_office_id"), "vulnerability_sheets", ["office_id"]
    )
    op.create_table(
        "vulnerability_answers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sheet_id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("indicator", sa.String(64), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("likelihood", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("proof", sa.String(300), nullable=False),
        sa.Column("prevention", sa.String(64), nullable=True),
        sa.Column("proposal", sa.String(300), nullable=False),
        sa.Column("chosen", sa.Boolean(), nullable=False),
        sa.Column("answered_at", Moment(), nullable=False),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(times = 0) = (level IS NULL)",
            name=op.f("ck_vulnerability_answers_level_where_happened"),
        ),
        sa.CheckConstraint("times >= 0", name=op.f("ck_vulnerability_answers_times")),
        _among("vulnerability_answers", "prevention", "preventionform", _FORMS),
        _refers("vulnerability_answers", "sheet_id", "vulnerability_sheets"),
        _refers("vulnerability_answers", "office_id", "offices"),
        _refers("vulnerability_answers", "answered_by", "officers"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vulnerability_answers")),
        sa.UniqueConstraint(
            "sheet_id", "indicator", name=op.f("uq_vulnerability_answers_sheet_id_indicator")
        ),
    )
    op.create_table(
        "vulnerability_events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("edition", sa.String(64), nullable=False),
        sa.Column("indicator", sa.String(64), nullable=False),
        sa.Column("region", sa.String(64), nullable=False),
        sa.Column("place", sa.String(300), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(64), nullable=False),
        sa.Column("reference", sa.String(300), nullable=False),
        sa.Column("from_case", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(64), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("entered_at", Moment(), nullable=False),
        sa.Column("entered_by", sa.Integer(), nullable=True),
        sa.Column("reviewed_at", Moment(), nullable=True),
        sa.Column("reviewed_by", sa.Integer(), nullable=True),
        _among(
            "vulnerability_events", "source", "eventsource", ("lhp", "perkara", "berita", "surat")
        ),
        _among("vulnerability_events", "state", "eventstate", ("diusulkan", "ditetapkan", "bukan")),
        _refers("vulnerability_events", "office_id", "offices"),
        _refers("vulnerability_events", "from_case", "cases"),
        _refers("vulnerability_events", "entered_by", "officers"),
        _refers("vulnerability_events", "reviewed_by", "officers"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vulnerability_events")),
        sa.UniqueConstraint(
            "from_case",
            "edition",
            "indicator",
            name=op.f("uq_vulnerability_events_from_case_edition_indicator"),
        ),
    )
    op.create_index(
        op.f("ix_vulnerability_events_office_id"), "vulnerability_events", ["office_id"]
    )
    op.create_index(
        op.f("ix_vulnerability_events_region"), "vulnerability_events", ["region", "happened_on"]
    )
    op.create_table(
        "prevention_tasks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("answer_id", sa.Integer(), nullable=True),
        sa.Column("edition", sa.String(64), nullable=False),
        sa.Column("indicator", sa.String(64), nullable=False),
        sa.Column("region", sa.String(64), nullable=False),
        sa.Column("form", sa.String(64), nullable=False),
        sa.Column("what", sa.String(300), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("partner", sa.String(300), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(64), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("place", sa.String(300), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("ended_at", Moment(), nullable=True),
        sa.Column("ended_by", sa.Integer(), nullable=True),
        _among("prevention_tasks", "form", "preventionform", _FORMS),
        _among("prevention_tasks", "state", "taskstate", ("berjalan", "selesai", "dibatalkan")),
        _refers("prevention_tasks", "office_id", "offices"),
        _refers("prevention_tasks", "answer_id", "vulnerability_answers"),
        _refers("prevention_tasks", "owner_id", "officers"),
        _refers("prevention_tasks", "made_by", "officers"),
        _refers("prevention_tasks", "document_id", "blobs"),
        _refers("prevention_tasks", "ended_by", "officers"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prevention_tasks")),
    )
    op.create_index(op.f("ix_prevention_tasks_answer_id"), "prevention_tasks", ["answer_id"])
    op.create_index(
        op.f("ix_prevention_tasks_office_state"),
        "prevention_tasks",
        ["office_id", "state", "due_on"],
    )


def downgrade() -> None:
    """Take the schema back; rounds, events and tasks are forgotten."""
    for table in (
        "prevention_tasks", "vulnerability_events", "vulnerability_answers",
        "vulnerability_sheets", "vulnerability_rounds",
    ):  # fmt: skip
        op.drop_table(table)
