"""What an officer is still typing: sealed, for that officer alone, and only for a while."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casework.models.base import Base, Key


class Draft(Base):
    """The unsent form of one officer on one page.

    `sealed` holds what was typed, bound to the row by `handle`: it may name a reporter. `seen` is
    the version of the case that the page showed, 0 where there is none; `revision` grows with
    each keeping. After `expires_at` it is removed.
    """

    __tablename__ = "drafts"
    __table_args__ = (UniqueConstraint("officer_id", "page"),)

    id: Mapped[Key]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    page: Mapped[str] = mapped_column(String(200))
    handle: Mapped[str] = mapped_column(String(32))
    sealed: Mapped[bytes]
    seen: Mapped[int] = mapped_column(default=0)
    revision: Mapped[int] = mapped_column(default=1)
    begun_at: Mapped[datetime]
    saved_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)
