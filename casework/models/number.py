"""Counters as locked rows, and the register of every number taken from them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casework.models.base import Base, Code, Key


class Counter(Base):
    """The last number taken of one series (receipt, registration, letter) in one year."""

    __tablename__ = "counters"
    __table_args__ = (UniqueConstraint("office_id", "series", "year"),)

    id: Mapped[Key]
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"))
    series: Mapped[Code]
    year: Mapped[int]
    value: Mapped[int] = mapped_column(default=0)
    opening: Mapped[int] = mapped_column(default=0)


class Number(Base):
    """A number that was given out: never used twice; a void one says why."""

    __tablename__ = "numbers"
    __table_args__ = (UniqueConstraint("office_id", "series", "year", "seq"),)

    id: Mapped[Key]
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"))
    series: Mapped[Code]
    year: Mapped[int]
    seq: Mapped[int]
    text: Mapped[str] = mapped_column(String(80))
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"))
    taken_at: Mapped[datetime]
    taken_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    void_reason: Mapped[str] = mapped_column(Text, default="")
