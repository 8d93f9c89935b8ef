"""What the machine's clock said last, and whether it is doubted: one row."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Double, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from casework.models.base import Base, Key


class Jump(StrEnum):
    """Which way the wall clock jumped between two looks, if it did."""

    NONE = ""
    BACK = "mundur"
    AHEAD = "maju"


class ClockState(Base):
    """The newest time seen (`max_seen`), taken `uptime` seconds after the start named `boot`.

    While `suspect_since` is set no limit is closed by the system; `reason` says what was seen.
    """

    __tablename__ = "clock_state"

    id: Mapped[Key]
    max_seen: Mapped[datetime]
    boot: Mapped[str] = mapped_column(String(64), default="")
    uptime: Mapped[float] = mapped_column(Double, default=0.0)
    suspect_since: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(Text, default="")
    kind: Mapped[Jump] = mapped_column(default=Jump.NONE)
