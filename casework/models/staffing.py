"""Who stands in for whom, and who is working on what just now."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casework.models.base import Base, Code, Key


class Absence(Base):
    """An officer away from one office, and the deputy meanwhile; `until` is the first day back."""

    __tablename__ = "absences"

    id: Mapped[Key]
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"), index=True)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"), index=True)
    deputy_id: Mapped[int] = mapped_column(ForeignKey("officers.id"), index=True)
    starts: Mapped[date]
    until: Mapped[date]
    recorded_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    recorded_at: Mapped[datetime]
    cancelled_at: Mapped[datetime | None]


class WorkMark(Base):
    """A page of an act that is open at an officer; it stops nobody and expires by itself."""

    __tablename__ = "work_marks"
    __table_args__ = (UniqueConstraint("case_id", "officer_id"),)

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    act: Mapped[Code]
    until: Mapped[datetime]
