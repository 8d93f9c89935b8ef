"""Work that follows an act: outbox rows, batches, messages, and who is alive to do it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from casework.models.base import Base, Code, Key


class BatchState(StrEnum):
    """How far a batch is: no run asked for, sent, done, or its run died and its rows went back."""

    OPEN = "open"
    SENT = "sent"
    DONE = "done"
    LOST = "lost"


class OutboxState(StrEnum):
    """What became of an effect; a dead one was tried in vain and waits for a person."""

    WAITING = "waiting"
    DONE = "done"
    DEAD = "dead"
    CANCELLED = "cancelled"


class DeliveryState(StrEnum):
    """How a try to deliver ended, or why none was made."""

    SENT = "sent"
    SENT_AGAIN = "sent_again"
    FAILED = "failed"
    UNDELIVERABLE = "undeliverable"
    PLAYED = "played"
    KEPT_BACK = "kept_back"
    NOT_CONFIGURED = "not_configured"
    NO_ADDRESS = "no_address"


class Batch(Base):
    """Rows handed to one flow run; its id is the run's idempotency key and only parameter.

    `owner` is the worker that started on it. `created_at` is the machine's time.
    """

    __tablename__ = "batches"

    id: Mapped[Key]
    flow: Mapped[Code]
    run_id: Mapped[str] = mapped_column(String(64), default="")
    owner: Mapped[Code] = mapped_column(default="")
    state: Mapped[BatchState] = mapped_column(default=BatchState.OPEN, index=True)
    created_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)


class Outbox(Base):
    """One effect to do once; `payload` holds ids only, `key` is `case:event:effect`."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index(
            "ix_outbox_waiting",
            "not_before",
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
    )

    id: Mapped[Key]
    key: Mapped[str] = mapped_column(String(160), unique=True)
    kind: Mapped[Code]
    flow: Mapped[Code]
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"), index=True)
    payload: Mapped[dict[str, Any]] = mapped_column(default=dict)
    state: Mapped[OutboxState] = mapped_column(default=OutboxState.WAITING)
    not_before: Mapped[datetime]
    batch_id: Mapped[int | None] = mapped_column(ForeignKey("batches.id"), index=True)
    attempts: Mapped[int] = mapped_column(default=0)
    lease_until: Mapped[datetime | None]
    lease_owner: Mapped[Code] = mapped_column(default="")
    done_at: Mapped[datetime | None]
    last_error: Mapped[str] = mapped_column(Text, default="")


class Notice(Base):
    """An in-app message to one officer; it names case number, act and date, never a person.

    `ends_at` is the end of the limit it reminds of: such a message may break quiet hours.
    """

    __tablename__ = "notices"

    id: Mapped[Key]
    key: Mapped[str] = mapped_column(String(200), unique=True)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"), index=True)
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"))
    subject: Mapped[str] = mapped_column(String(200))
    body: Mapped[str] = mapped_column(Text)
    ends_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    read_at: Mapped[datetime | None]


class Delivery(Base):
    """One try to deliver a notice by one channel, and how it ended."""

    __tablename__ = "deliveries"

    id: Mapped[Key]
    notice_id: Mapped[int] = mapped_column(ForeignKey("notices.id"), index=True)
    channel: Mapped[Code]
    message_id: Mapped[str] = mapped_column(String(200), default="")
    state: Mapped[DeliveryState]
    at: Mapped[datetime]
    error: Mapped[str] = mapped_column(Text, default="")


class Heartbeat(Base):
    """When a long-running process last said that it is alive."""

    __tablename__ = "heartbeats"

    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    beat_at: Mapped[datetime]
    detail: Mapped[str] = mapped_column(Text, default="")
