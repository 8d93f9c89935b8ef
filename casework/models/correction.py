"""What a clerical correction replaced: the value before, sealed; rows only ever added."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from casework.models.base import Base, Code, Key


class Correction(Base):
    """One field of one row of a case that was typed wrongly.

    `subject` names the row (`cases:1`, `parties:3`, `dispatches:2`), `before` is the old value,
    sealed under `handle`. `letters` are the issued papers that quote the old value, as far as
    the officer may open them.
    """

    __tablename__ = "corrections"

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    subject: Mapped[Code]
    field: Mapped[Code]
    handle: Mapped[str] = mapped_column(String(64), unique=True)
    before: Mapped[bytes]
    letters: Mapped[list[Any]]
    reason: Mapped[str] = mapped_column(Text)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    at: Mapped[datetime]
