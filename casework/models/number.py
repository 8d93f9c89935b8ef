"""Counters as locked rows, and the register of every number taken from them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from casework.models.base import LATER, Base, Code, Key


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
    """A number that was given out: never used twice; a void one says why.

    `inserted` counts the numbers put between `seq` and the next one (`207.1`), with the reason;
    an ordinary number has none.
    """

    __tablename__ = "numbers"
    __table_args__ = (
        UniqueConstraint("office_id", "series", "year", "seq", "inserted"),
        # Two empty values are never equal for a constraint, hence one for ordinary numbers.
        Index(
            "uq_numbers_ordinary",
            "office_id",
            "series",
            "year",
            "seq",
            unique=True,
            sqlite_where=text("inserted IS NULL"),
            postgresql_where=text("inserted IS NULL"),
        ),
    )

    id: Mapped[Key]
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"))
    series: Mapped[Code]
    year: Mapped[int]
    seq: Mapped[int]
    inserted: Mapped[int | None] = mapped_column(info=LATER)
    insert_reason: Mapped[str | None] = mapped_column(Text, info=LATER)
    text: Mapped[str] = mapped_column(String(80))
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"))
    taken_at: Mapped[datetime]
    taken_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    void_reason: Mapped[str] = mapped_column(Text, default="")


class NumberOpening(Base):
    """Numbers of a series that are not given out here: used elsewhere, or left out, and why.

    They are those after `after` up to `last`; rows are only added.
    """

    __tablename__ = "number_openings"

    id: Mapped[Key]
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"))
    series: Mapped[Code]
    year: Mapped[int]
    after: Mapped[int]
    last: Mapped[int]
    reason: Mapped[str] = mapped_column(Text)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    at: Mapped[datetime]


class LetterStyle(Base):
    """How an office writes the numbers of its letters in one year, instead of the pattern in rules.

    `width` pads the number with zeros; 0 leaves it as it is.
    """

    __tablename__ = "letter_styles"
    __table_args__ = (UniqueConstraint("office_id", "year"),)

    id: Mapped[Key]
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"))
    year: Mapped[int]
    pattern: Mapped[str] = mapped_column(String(80))
    width: Mapped[int]
    changed_at: Mapped[datetime]
    changed_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
