"""The map of vulnerability: rounds, answers of offices, what happened, and what is done about it.

No value of an index is stored: it is worked out from these rows and the edition they name.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casework.engine.kerawanan import PreventionForm
from casework.models.base import Base, Code, Key, Text300


class RoundState(StrEnum):
    """Whether offices may still answer."""

    OPEN = "dibuka"
    CLOSED = "ditutup"


class SheetState(StrEnum):
    """How far the answers of one office are."""

    FILLING = "diisi"
    SENT = "dikirim"
    ASKED = "ditanya_lagi"
    ACCEPTED = "diterima"


class EventSource(StrEnum):
    """What an event is known from."""

    REPORT = "lhp"
    CASE = "perkara"
    NEWS = "berita"
    LETTER = "surat"


class EventState(StrEnum):
    """Whether a person held an event to belong to its indicator."""

    PROPOSED = "diusulkan"
    CONFIRMED = "ditetapkan"
    REFUSED = "bukan"


class TaskState(StrEnum):
    """How far a prevention task is."""

    OPEN = "berjalan"
    DONE = "selesai"
    DROPPED = "dibatalkan"


class VulnerabilityRound(Base):
    """One round of mapping: an office asks those below it, under one edition of the index.

    Events from `counts_from` on count. `closes_at` is when answers are wanted by; the round is
    over when it is closed. `remark` says why it was closed without some of them.
    """

    __tablename__ = "vulnerability_rounds"

    id: Mapped[Key]
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"), index=True)
    edition: Mapped[Code]
    title: Mapped[Text300]
    counts_from: Mapped[date]
    opens_on: Mapped[date]
    closes_at: Mapped[datetime]
    state: Mapped[RoundState] = mapped_column(default=RoundState.OPEN)
    opened_at: Mapped[datetime]
    opened_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    remark: Mapped[str] = mapped_column(Text, default="")


class VulnerabilitySheet(Base):
    """What one office answers in one round about its region, and what became of it.

    `asked` is what the office above wants to know before it takes the answers.
    """

    __tablename__ = "vulnerability_sheets"
    __table_args__ = (UniqueConstraint("round_id", "region"),)

    id: Mapped[Key]
    round_id: Mapped[int] = mapped_column(ForeignKey("vulnerability_rounds.id"))
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"), index=True)
    region: Mapped[Code]
    state: Mapped[SheetState] = mapped_column(default=SheetState.FILLING)
    sent_at: Mapped[datetime | None]
    sent_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    asked: Mapped[str] = mapped_column(Text, default="")
    reviewed_at: Mapped[datetime | None]
    reviewed_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))


class VulnerabilityAnswer(Base):
    """One item of a sheet: what happened last time beside the events on record, and what now.

    `level` stands where something happened; `likelihood` is empty until it is answered. `chosen`
    marks an item that is to have a task although it is no warning.
    """

    __tablename__ = "vulnerability_answers"
    __table_args__ = (
        UniqueConstraint("sheet_id", "indicator"),
        CheckConstraint("times >= 0", name="times"),
        CheckConstraint("(times = 0) = (level IS NULL)", name="level_where_happened"),
    )

    id: Mapped[Key]
    sheet_id: Mapped[int] = mapped_column(ForeignKey("vulnerability_sheets.id"))
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"))
    indicator: Mapped[Code]
    times: Mapped[int] = mapped_column(default=0)
    level: Mapped[int | None]
    likelihood: Mapped[int | None]
    reason: Mapped[str] = mapped_column(Text, default="")
    proof: Mapped[Text300] = mapped_column(default="")
    prevention: Mapped[PreventionForm | None]
    proposal: Mapped[Text300] = mapped_column(default="")
    chosen: Mapped[bool] = mapped_column(default=False)
    answered_at: Mapped[datetime]
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))


class VulnerabilityEvent(Base):
    """Something that happened in a region, held against an indicator; counts once confirmed.

    `edition` is the one whose numbering `indicator` is of. `from_case` is the case it is known
    from: whom that case keeps away does not see the event.
    """

    __tablename__ = "vulnerability_events"
    __table_args__ = (
        UniqueConstraint("from_case", "edition", "indicator"),
        Index("ix_vulnerability_events_region", "region", "happened_on"),
    )

    id: Mapped[Key]
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"), index=True)
    edition: Mapped[Code]
    indicator: Mapped[Code]
    region: Mapped[Code]
    place: Mapped[Text300]
    happened_on: Mapped[date]
    level: Mapped[int]
    times: Mapped[int] = mapped_column(default=1)
    source: Mapped[EventSource]
    reference: Mapped[Text300]
    from_case: Mapped[int | None] = mapped_column(ForeignKey("cases.id"))
    state: Mapped[EventState] = mapped_column(default=EventState.PROPOSED)
    remark: Mapped[str] = mapped_column(Text, default="")
    entered_at: Mapped[datetime]
    entered_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    reviewed_at: Mapped[datetime | None]
    reviewed_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))


class PreventionTask(Base):
    """What an office does so that it does not happen: one of the seven forms, by whom, by when.

    `answer_id` is the item it was made for. A done one says what came of it and when; `document_id`
    is the file that shows it.
    """

    __tablename__ = "prevention_tasks"
    __table_args__ = (Index("ix_prevention_tasks_office_state", "office_id", "state", "due_on"),)

    id: Mapped[Key]
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"))
    answer_id: Mapped[int | None] = mapped_column(
        ForeignKey("vulnerability_answers.id"), index=True
    )
    edition: Mapped[Code]
    indicator: Mapped[Code]
    region: Mapped[Code]
    form: Mapped[PreventionForm]
    what: Mapped[Text300]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    partner: Mapped[Text300] = mapped_column(default="")
    due_on: Mapped[date]
    state: Mapped[TaskState] = mapped_column(default=TaskState.OPEN)
    made_at: Mapped[datetime]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    done_on: Mapped[date | None]
    place: Mapped[Text300] = mapped_column(default="")
    result: Mapped[str] = mapped_column(Text, default="")
    document_id: Mapped[int | None] = mapped_column(ForeignKey("blobs.id"))
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
