"""A matter that a panel hears: who sits, each session with its minutes, and the ruling."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casework.models.base import Base, Key, Text300


class Agenda(StrEnum):
    """What a session is for, in the order in which a matter is heard."""

    READING = "pembacaan_laporan"
    ANSWER = "jawaban_terlapor"
    PROOF = "pembuktian"
    CONCLUSIONS = "kesimpulan"
    RULING = "pembacaan_putusan"


class HearingState(StrEnum):
    """What came of a session that was fixed."""

    FIXED = "dijadwalkan"
    HELD = "berlangsung"
    POSTPONED = "ditunda"


class HearingPanel(Base):
    """Who hears a case; the newest `round` counts.

    `members` hold officer, name, position and who presides, in the order of a paper; `reason` says
    why a commissioner of the office does not sit.
    """

    __tablename__ = "hearing_panels"
    __table_args__ = (UniqueConstraint("case_id", "round"),)

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    round: Mapped[int]
    members: Mapped[list[Any]] = mapped_column(default=list)
    secretary_id: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    reason: Mapped[str] = mapped_column(Text, default="")
    appointed_at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))


class Hearing(Base):
    """One session: fixed with its summonses, then held with minutes, or postponed.

    `number` counts the sessions of a case from 1. `agenda` are codes of `Agenda`, for which it was
    fixed (what was finished are dated facts); `summoned` keys of parties. The rest is told once it
    was held: `panel` are the officers who sat, `attended` the keys of the parties who came, each
    with who spoke for them; `evidence` keys of what was examined; `course` the minutes, `note` what
    was agreed, or why it was postponed.
    """

    __tablename__ = "hearings"
    __table_args__ = (UniqueConstraint("case_id", "number"),)

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    number: Mapped[int]
    agenda: Mapped[list[Any]] = mapped_column(default=list)
    scheduled_at: Mapped[datetime]
    place: Mapped[Text300]
    summoned: Mapped[list[Any]] = mapped_column(default=list)
    state: Mapped[HearingState] = mapped_column(default=HearingState.FIXED)
    held_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    open_to_public: Mapped[bool] = mapped_column(default=True)
    panel: Mapped[list[Any]] = mapped_column(default=list)
    attended: Mapped[list[Any]] = mapped_column(default=list)
    evidence: Mapped[list[Any]] = mapped_column(default=list)
    course: Mapped[str] = mapped_column(Text, default="")
    note: Mapped[str] = mapped_column(Text, default="")
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))


class PanelRuling(Base):
    """What a panel resolved: considerations and dictum (`amar`); secret until it is read out.

    The newest `round` counts. `seats` are the members as in a pleno, `decisions` what is decided of
    each respondent: party, class, article, reason; `note` why it stands where more disagreed. Once
    read out in a session (`hearing_id`) they are the outcomes of a meeting (`meeting_id`).
    """

    __tablename__ = "panel_rulings"
    __table_args__ = (UniqueConstraint("case_id", "round"),)

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    round: Mapped[int]
    held_at: Mapped[datetime]
    seats: Mapped[list[Any]] = mapped_column(default=list)
    decisions: Mapped[list[Any]] = mapped_column(default=list)
    considerations: Mapped[str] = mapped_column(Text)
    amar: Mapped[list[Any]] = mapped_column(default=list)
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    note: Mapped[str] = mapped_column(Text, default="", info={"first": ""})
    read_at: Mapped[datetime | None]
    hearing_id: Mapped[int | None] = mapped_column(ForeignKey("hearings.id"))
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meetings.id"))
