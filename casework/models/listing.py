"""What lists of cases are sorted and filtered by, and the views officers keep of them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casework.models.base import Base, Code, Key
from casework.models.case import CaseKind

NO_LIMIT = 10**12
"""Later than any moment: where a case without a running limit stands, the newest first."""


class CaseLine(Base):
    """One narrow row a case, derived from its other rows in the transaction that changes them.

    `urgency` is the latest moment (epoch seconds) to begin what a limit still asks for, of all that
    still matter, or `NO_LIMIT - case_id`. `due` is when the nearest of them ends, None without
    one. `stalled` (epoch seconds) is from when the case counts as stuck if nothing is done on it,
    None for one that is over. `received` is epoch seconds. `tags` holds what a case has many of,
    each between blanks (`services/cases/lines.py`). `mark` tells of which texts the words of the
    case were made; empty means that they have to be made.
    """

    __tablename__ = "case_lines"
    __table_args__ = (
        Index("ix_case_lines_office_urgency", "office_id", "urgency", "case_id"),
        Index("ix_case_lines_office_received", "office_id", "received", "case_id"),
        Index("ix_case_lines_office_stage", "office_id", "stage", "urgency", "case_id"),
        Index("ix_case_lines_urgency", "urgency", "case_id"),
        Index("ix_case_lines_stage", "stage", "urgency", "case_id"),
        Index("ix_case_lines_received", "received", "case_id"),
        Index("ix_case_lines_stalled", "stalled", "case_id"),
        Index("ix_case_lines_due", "due"),
    )

    case_id: Mapped[int] = mapped_column(
        ForeignKey("cases.id"), primary_key=True, autoincrement=False
    )
    office_id: Mapped[int]
    stage: Mapped[Code]
    kind: Mapped[CaseKind]
    owner_id: Mapped[int | None]
    received: Mapped[int] = mapped_column(BigInteger)
    urgency: Mapped[int] = mapped_column(BigInteger)
    due: Mapped[int | None] = mapped_column(BigInteger)
    stalled: Mapped[int | None] = mapped_column(BigInteger)
    tags: Mapped[str] = mapped_column(Text, default=" ")
    mark: Mapped[str] = mapped_column(String(64), default="")


class Rollup(Base):
    """One count of the picture: of an office, of a figure, on a day or (no day) as it stands now.

    What each `figure` counts and what its `key` is, `services/cases/rollups.py` says. Counts are
    derived from events and lines, kept in the transaction that changes those, and proven nightly.
    """

    __tablename__ = "rollups"

    office_id: Mapped[int] = mapped_column(
        ForeignKey("offices.id"), primary_key=True, autoincrement=False
    )
    figure: Mapped[str] = mapped_column(String(16), primary_key=True)
    day: Mapped[str] = mapped_column(String(10), primary_key=True)
    key: Mapped[str] = mapped_column(String(140), primary_key=True)
    n: Mapped[int]


class SavedView(Base):
    """A list as an officer wants to see it again: a name and the filters of its address."""

    __tablename__ = "saved_views"
    __table_args__ = (UniqueConstraint("officer_id", "name"),)

    id: Mapped[Key]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    name: Mapped[str] = mapped_column(String(80))
    query: Mapped[str] = mapped_column(Text)
    saved_at: Mapped[datetime]
