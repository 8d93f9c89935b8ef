"""What officers find and decide: requirements, clarifications, review, pleno, outcomes."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casework.engine.categories import ViolationClass
from casework.engine.suggestion import Conclusion
from casework.models.base import FIRST, LATER, Base, Code, Key, Text300


class Finding(Base):
    """One requirement judged in one round of the kajian awal: met or not, and why.

    `suggestion` is what the facts of the case said when it was judged and `known_facts` those
    facts, a line each; both are None where it was judged before there were suggestions.
    """

    __tablename__ = "findings"
    __table_args__ = (UniqueConstraint("case_id", "round", "requirement"),)

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    round: Mapped[int]
    requirement: Mapped[Code]
    met: Mapped[bool]
    reason: Mapped[str] = mapped_column(Text, default="")
    judged_at: Mapped[datetime]
    judged_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    suggestion: Mapped[Conclusion | None] = mapped_column(info=LATER)
    known_facts: Mapped[str | None] = mapped_column(Text, info=LATER)


class Completion(Base):
    """What the reporter brought to complete the report, and when."""

    __tablename__ = "completions"

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    received_at: Mapped[datetime]
    description: Mapped[str] = mapped_column(Text)
    late: Mapped[bool] = mapped_column(default=False)


class SessionState(StrEnum):
    """What came of a summons."""

    INVITED = "invited"
    HELD = "held"
    ABSENT = "absent"
    CANCELLED = "cancelled"


class ClarificationSession(Base):
    """One summons of one party; its minutes are sealed.

    One that was cancelled before its letter left was no summons: its `summons` is below zero.
    """

    __tablename__ = "clarification_sessions"
    __table_args__ = (UniqueConstraint("party_id", "summons"),)

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("parties.id"))
    summons: Mapped[int] = mapped_column(default=1)
    scheduled_at: Mapped[datetime]
    place: Mapped[Text300]
    state: Mapped[SessionState] = mapped_column(default=SessionState.INVITED)
    held_at: Mapped[datetime | None]
    examiner_id: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    oath: Mapped[Code] = mapped_column(default="")
    counsel: Mapped[bool] = mapped_column(default=False)
    signed: Mapped[bool] = mapped_column(default=True)
    sealed_minutes: Mapped[bytes | None]
    note: Mapped[str] = mapped_column(Text, default="")


class Review(Base):
    """A version of the kajian: facts, analysis, conclusion; the newest version counts."""

    __tablename__ = "reviews"
    __table_args__ = (UniqueConstraint("case_id", "revision"),)

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    revision: Mapped[int]
    facts: Mapped[str] = mapped_column(Text)
    analysis: Mapped[str] = mapped_column(Text)
    conclusion: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime]
    written_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))


class Opinion(Base):
    """What a kajian proposes about one allegation against one respondent: class, or none.

    An allegation is an article; `number` counts those of the respondent from 1.
    """

    __tablename__ = "opinions"
    __table_args__ = (UniqueConstraint("review_id", "party_id", "number"),)

    id: Mapped[Key]
    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"), index=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("parties.id"))
    number: Mapped[int] = mapped_column(default=1)
    violation_class: Mapped[ViolationClass]
    article: Mapped[Text300] = mapped_column(default="")
    elements: Mapped[list[Any]] = mapped_column(default=list)
    reason: Mapped[str] = mapped_column(Text, default="")


class Purpose(StrEnum):
    """What a pleno decides about."""

    REGISTRATION = "registrasi"
    FINDING = "temuan"
    RULING = "putusan"


class Ruling(StrEnum):
    """What a pleno decided."""

    REGISTERED = "diregistrasi"
    NOT_REGISTERED = "tidak_diregistrasi"
    FINDING_FIXED = "temuan_ditetapkan"
    NO_FINDING = "bukan_temuan"
    RULED = "diputuskan"


class Meeting(Base):
    """A pleno: who attended, how each voted, who acknowledged it since, what was decided.

    `number` is the office's own for the minutes. What came after `reason` is empty of a meeting
    from before.
    """

    __tablename__ = "meetings"

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    purpose: Mapped[Purpose]
    held_at: Mapped[datetime]
    members: Mapped[int]
    attendance: Mapped[list[Any]] = mapped_column(default=list)
    decision: Mapped[Ruling]
    reason: Mapped[str] = mapped_column(Text, default="")
    number: Mapped[Text300] = mapped_column(default="", info={"first": ""})
    closed_at: Mapped[datetime | None] = mapped_column(info=LATER)
    note_taker_id: Mapped[int | None] = mapped_column(ForeignKey("officers.id"), info=LATER)
    recorded_at: Mapped[datetime | None] = mapped_column(info=LATER)


class Outcome(Base):
    """The pleno's decision about one allegation; destination and delivery hang on it.

    `number` is that of the allegation in the kajian, further ones of the pleno come after it.
    """

    __tablename__ = "outcomes"
    __table_args__ = (
        UniqueConstraint("party_id", "number"),
        UniqueConstraint("party_id", "article"),
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("parties.id"))
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"))
    number: Mapped[int] = mapped_column(default=1, info=FIRST)
    violation_class: Mapped[ViolationClass]
    article: Mapped[Text300] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(Text, default="")
    no_destination_reason: Mapped[str] = mapped_column(Text, default="")
