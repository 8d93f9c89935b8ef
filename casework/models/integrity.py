"""What each examination of the whole installation found: one row, never changed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from casework.models.base import Base, Code, Key


class IntegrityCheck(Base):
    """How many events, rows and files were read at `at` under `schema`, and what did not agree.

    `found` holds, for each invariant that does not hold, its `count` and the `first` few faults
    in words without a person's data; `offices` are those it concerns.
    """

    __tablename__ = "integrity_checks"

    id: Mapped[Key]
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"))
    at: Mapped[datetime]
    schema: Mapped[Code]
    seconds: Mapped[int]
    events: Mapped[int]
    rows: Mapped[int]
    files: Mapped[int]
    faults: Mapped[int]
    found: Mapped[dict[str, Any]] = mapped_column(default=dict)
    offices: Mapped[list[Any]] = mapped_column(default=list)
