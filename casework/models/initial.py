"""Initials (paraf): the steps by which a kajian or a letter reaches those who decide or sign."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casework.models.base import Base, Code, Key, Text300


class InitialState(StrEnum):
    """How a step stands; one that is returned has a note."""

    WAITING = "waiting"
    INITIALLED = "initialled"
    RETURNED = "returned"
    VOID = "void"


class Initial(Base):
    """One step of one round on one subject, `table:id` of what is initialled.

    `content` is the digest of the subject as it was when the step was done. Roles and title are
    the route's when it began.
    """

    __tablename__ = "initials"
    __table_args__ = (
        UniqueConstraint("subject", "subject_id", "round", "step"),
        Index("ix_initials_case_state", "case_id", "state"),
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    subject: Mapped[Code]
    subject_id: Mapped[int]
    round: Mapped[int]
    step: Mapped[int]
    title: Mapped[Text300]
    roles: Mapped[list[Any]] = mapped_column(default=list)
    state: Mapped[InitialState] = mapped_column(default=InitialState.WAITING)
    content: Mapped[str] = mapped_column(String(64), default="")
    note: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[datetime | None]
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
