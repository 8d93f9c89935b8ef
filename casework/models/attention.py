"""What asks for an officer's attention: how each wants to be told, and what the system asks."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casework.engine.basis import Mark
from casework.models.base import SEALED_AS_DUE_EPOCH, Base, Key


class Preference(Base):
    """The channels an officer chose and the hours in which nothing is to be sent.

    Quiet hours are local times of the office a message is about; both are empty or none is.
    `sealed` holds the officer's addresses by channel, bound to the row by `handle`.
    """

    __tablename__ = "preferences"

    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"), primary_key=True)
    channels: Mapped[list[Any]] = mapped_column(default=list)
    quiet_from: Mapped[time | None]
    quiet_until: Mapped[time | None]
    handle: Mapped[str] = mapped_column(String(32))
    sealed: Mapped[bytes]
    changed_at: Mapped[datetime]


class Question(Base):
    """What the system asks the officers of a case after a limit ran out, until one answers.

    `known` tells whether the law data name the effect. `roles` may answer. A limit whose end
    moved and that ran out again is asked about again, hence `due_at`.
    """

    __tablename__ = "questions"
    __table_args__ = (UniqueConstraint("deadline_id", "due_at"),)

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    deadline_id: Mapped[int] = mapped_column(ForeignKey("deadlines.id"))
    due_at: Mapped[datetime] = mapped_column(info=SEALED_AS_DUE_EPOCH)
    known: Mapped[bool]
    effect: Mapped[str] = mapped_column(Text)
    citation: Mapped[str] = mapped_column(Text)
    verification: Mapped[Mark]
    roles: Mapped[list[Any]] = mapped_column(default=list)
    asked_at: Mapped[datetime]
    answer: Mapped[str] = mapped_column(Text, default="")
    answered_at: Mapped[datetime | None]
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))

    @property
    def due_epoch(self) -> int:
        """The end that was asked about in epoch seconds, as digests of the record have it."""
        return int(self.due_at.timestamp())
