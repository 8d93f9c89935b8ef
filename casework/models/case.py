"""The case, the dated facts about it, and its links to other cases."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from casework.models.base import LATER, Base, Code, Key, Text300
from casework.models.office import Office


class CaseKind(StrEnum):
    """What a case began with: a report, a finding of our own, or early information."""

    REPORT = "LP"
    FINDING = "TM"
    INFORMATION = "IA"


def unnumbered(kind: str, case_id: int) -> str:
    """What a case without a number is called; a report has a number from the first moment."""
    words = {CaseKind.FINDING: "Temuan", CaseKind.INFORMATION: "Informasi awal"}
    word = words.get(CaseKind(kind), "Perkara")
    return f"{word} {case_id}"


class Case(Base):
    """One report or finding at one office; `version` grows with every act on it.

    `stage_reason` says why an event outside the stages of its election belongs to it,
    `received_reason` why the report was received at another time than it was recorded.
    `event_region` is the code of the region the event happened in, `event_point` its latitude and
    longitude in degrees ("-3.15012, 102.20431"); None where nobody told.
    """

    __tablename__ = "cases"
    __table_args__ = (Index("ix_cases_office_stage", "office_id", "stage"),)

    id: Mapped[Key]
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"))
    submission_key: Mapped[str] = mapped_column(String(64), unique=True)
    submission_hash: Mapped[str] = mapped_column(String(64))
    election: Mapped[Code]
    kind: Mapped[CaseKind]
    regime: Mapped[Code]
    edition: Mapped[Code]
    revision: Mapped[Code]
    stage: Mapped[Code]
    version: Mapped[int] = mapped_column(default=1)
    receipt_number: Mapped[str] = mapped_column(String(80), default="")
    registration_number: Mapped[str] = mapped_column(String(80), default="")
    title: Mapped[Text300]
    event_what: Mapped[str] = mapped_column(Text)
    event_place: Mapped[Text300]
    event_date: Mapped[date]
    known_date: Mapped[date]
    account: Mapped[str] = mapped_column(Text)
    suspects_crime: Mapped[bool] = mapped_column(default=False)
    received_at: Mapped[datetime]
    received_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    played: Mapped[bool] = mapped_column(default=False)
    late_reason: Mapped[str] = mapped_column(Text, default="")
    stage_reason: Mapped[str | None] = mapped_column(Text, info=LATER)
    received_reason: Mapped[str | None] = mapped_column(Text, info=LATER)
    event_region: Mapped[str | None] = mapped_column(String(20), index=True, info=LATER)
    event_point: Mapped[str | None] = mapped_column(String(40), info=LATER)

    office: Mapped[Office] = relationship()

    @property
    def number(self) -> str:
        """What people call the case by: its registration, before that its receipt number.

        What did not begin with a report has no number yet and is called by kind and key.
        """
        number = self.registration_number or self.receipt_number
        return number or unnumbered(self.kind, self.id)


class Fact(Base):
    """A dated fact of a case; a correction is a new row, the newest of a name counts."""

    __tablename__ = "facts"

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    name: Mapped[Code]
    at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    reason: Mapped[str] = mapped_column(Text, default="")


class LinkKind(StrEnum):
    """How two cases belong together; one that is `digabung` goes on in the other."""

    SAME_EVENT = "peristiwa_sama"
    FILED_AGAIN = "lapor_ulang"
    RELATED = "terkait"
    MERGED = "digabung"


class CaseLink(Base):
    """Two cases that belong together (same event, re-filed, …); linked, never merged."""

    __tablename__ = "case_links"
    __table_args__ = (UniqueConstraint("case_id", "other_id", "kind"),)

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    kind: Mapped[LinkKind]
    reason: Mapped[str] = mapped_column(Text)
    linked_at: Mapped[datetime]
    linked_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))


class SameEventHint(Base):
    """A case the product offers as the same event, with the points that matched."""

    __tablename__ = "same_event_hints"
    __table_args__ = (UniqueConstraint("case_id", "other_id"),)

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    score: Mapped[int]
    why: Mapped[str] = mapped_column(Text)
