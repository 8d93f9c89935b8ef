"""Calendar feeds: an address each officer may give to a calendar program, and take back."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from casework.models.base import Base, Key, unsealed


class CalendarFeed(Base):
    """One address of an officer; of its secret only the hash is kept.

    An officer has at most one that is not revoked. `read_at` is when a program last asked, to
    within minutes.
    """

    __tablename__ = "calendar_feeds"

    id: Mapped[Key]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    read_at: Mapped[datetime | None] = mapped_column(info=unsealed("when a program last asked"))
