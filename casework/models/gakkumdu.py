"""What the Gakkumdu centre discussed about a case, and acts done although something was missing.

Three institutions discuss an election crime: Bawaslu, the police and the prosecution.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casework.engine.basis import Mark
from casework.models.base import Base, Code, Key, Text300


class Institution(StrEnum):
    """Who discusses in a Sentra Gakkumdu."""

    BAWASLU = "bawaslu"
    POLICE = "polri"
    PROSECUTION = "kejaksaan"


class DiscussionResult(StrEnum):
    """What a discussion came to."""

    CONTINUED = "dilanjutkan"
    STOPPED = "dihentikan"
    DIVIDED = "tidak_sepakat"


class Discussion(Base):
    """One discussion: when and where, who came from each institution, what each said.

    `number` is 1 or 2. `attendance` holds institution, name and position; `opinions` the own words
    of each institution that came; `absence` why one did not. The newest of a number counts.
    """

    __tablename__ = "discussions"

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    number: Mapped[int]
    held_at: Mapped[datetime]
    place: Mapped[Text300]
    attendance: Mapped[list[Any]] = mapped_column(default=list)
    opinions: Mapped[list[Any]] = mapped_column(default=list)
    absence: Mapped[str] = mapped_column(Text, default="")
    conclusion: Mapped[DiscussionResult]
    explanation: Mapped[str] = mapped_column(Text, default="")
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))


class CrimeFile(Base):
    """The file of a criminal referral as it was settled: what is there, what is missing and why.

    `items` hold for each item of the edition its id, title and article, the keys of the `documents`
    and `evidence` that are it, and the `reason` where it is missing. The newest `round` counts.
    """

    __tablename__ = "crime_files"
    __table_args__ = (UniqueConstraint("case_id", "round"),)

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    round: Mapped[int]
    items: Mapped[list[Any]] = mapped_column(default=list)
    made_at: Mapped[datetime]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))


class Override(Base):
    """An act that was done although something was missing: what, on which article, and why.

    `act` is the act of the law, `about` the row it made (`meetings:12`).
    """

    __tablename__ = "overrides"

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    act: Mapped[Code]
    about: Mapped[Code]
    what: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
    citation: Mapped[str] = mapped_column(Text)
    verification: Mapped[Mark]
    made_at: Mapped[datetime]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
