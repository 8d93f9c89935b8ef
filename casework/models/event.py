"""The append-only, hash-chained record of every act; one chain an office."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casework.models.base import Base, Code, Key


class Event(Base):
    """One link of an office's chain; `detail` holds ids, field names and digests only.

    `mac` authenticates the hash with a key that is not in the database; empty for links from
    before there was one, which the first authenticated link of the chain covers.
    """

    __tablename__ = "events"
    __table_args__ = (
        UniqueConstraint("office_id", "seq"),
        Index("ix_events_office_at", "office_id", "at"),
    )

    id: Mapped[Key]
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"))
    seq: Mapped[int]
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"), index=True)
    at: Mapped[datetime]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    role: Mapped[Code]
    action: Mapped[Code]
    subject: Mapped[str] = mapped_column(String(120), default="")
    citation: Mapped[str] = mapped_column(Text, default="")
    edition: Mapped[Code] = mapped_column(default="")
    detail: Mapped[dict[str, Any]] = mapped_column(default=dict)
    prev_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))
    mac: Mapped[str | None] = mapped_column(String(64))


class ChainHead(Base):
    """The newest link of an office's chain; updated in the transaction that adds a link."""

    __tablename__ = "chain_heads"

    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(default=0)
    hash: Mapped[str] = mapped_column(String(64))
