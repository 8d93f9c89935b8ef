"""Legal limits of a case, each stored with the derivation that explains it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from casework.engine.basis import Mark
from casework.engine.counting import Unit
from casework.models.base import LATER, SEALED_AS_DUE_EPOCH, Base, Code, Key


class DeadlineState(StrEnum):
    """How a deadline stands.

    `superseded` is one that nobody has to keep any more: the law or its start changed, its duty
    fell away, or the case ended before it.
    """

    OPEN = "open"
    PAUSED = "paused"
    MET = "met"
    LATE_MET = "late_met"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"


UNMET = (DeadlineState.OPEN, DeadlineState.PAUSED, DeadlineState.EXPIRED)
"""States of a deadline whose act is still due."""


class Deadline(Base):
    """One limit: `due_at` is when it ends, `due` the same as its office's clock showed it.

    `started_at`, `due` and `safe` are ISO-8601 with the offset of that office, as sealed (ADR 21).
    `calendar` is the version of the calendar it was counted with, None for rows from before that
    was kept. `moves` is how often `due` moved since it was first counted, None for never.
    `office_id` is the office by whose clock and calendar it is counted, None for the one that has
    the case: a limit that came with a transfer stays the moment it was.
    `document_id` is the letter whose receipt began it, where each letter has a limit of its own;
    None for all other limits and for those from before that was kept.
    """

    __tablename__ = "deadlines"
    __table_args__ = (
        Index(
            "ix_deadlines_open_due",
            "due_at",
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    rule: Mapped[Code]
    title: Mapped[str] = mapped_column(String(200))
    edition: Mapped[Code]
    revision: Mapped[Code]
    started_at: Mapped[str] = mapped_column(String(40))
    due: Mapped[str] = mapped_column(String(40))
    safe: Mapped[str] = mapped_column(String(40))
    due_at: Mapped[datetime] = mapped_column(info=SEALED_AS_DUE_EPOCH)
    unit: Mapped[Unit]
    extended: Mapped[bool] = mapped_column(default=False)
    extension_reason: Mapped[str] = mapped_column(Text, default="")
    provisional: Mapped[bool] = mapped_column(default=False)
    calendar: Mapped[str | None] = mapped_column(String(64), info=LATER)
    moves: Mapped[int | None] = mapped_column(info=LATER)
    citation: Mapped[str] = mapped_column(Text)
    quote: Mapped[str] = mapped_column(Text, default="")
    verification: Mapped[Mark]
    on_expiry: Mapped[str] = mapped_column(Text, default="")
    derivation: Mapped[list[Any]] = mapped_column(default=list)
    state: Mapped[DeadlineState] = mapped_column(default=DeadlineState.OPEN)
    closed_at: Mapped[datetime | None]
    office_id: Mapped[int | None] = mapped_column(info=LATER)
    document_id: Mapped[int | None] = mapped_column(info=LATER)

    @property
    def due_epoch(self) -> int:
        """When it ends in epoch seconds, as keys of messages and digests of the record have it."""
        return int(self.due_at.timestamp())
