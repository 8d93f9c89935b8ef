"""Stored files by content, and the evidence that refers to them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from casework.models.base import Base, Code, Key, Text300


class Blob(Base):
    """A write-once file, addressed by the SHA-256 of its plain content.

    `sealed` files are encrypted on disk with a key of their own, wrapped by the master key.
    """

    __tablename__ = "blobs"

    id: Mapped[Key]
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    size: Mapped[int] = mapped_column(BigInteger)
    media_type: Mapped[Code]
    sealed: Mapped[bool] = mapped_column(default=False)
    wrapped_key: Mapped[bytes | None]
    path: Mapped[str] = mapped_column(String(200), unique=True)
    stored_at: Mapped[datetime]


class Evidence(Base):
    """A piece of evidence of a case; its custody is told by the chained events about it."""

    __tablename__ = "evidence"

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    ordinal: Mapped[int]
    blob_id: Mapped[int] = mapped_column(ForeignKey("blobs.id"))
    claimed_name: Mapped[bytes]
    description: Mapped[Text300]
    confidential: Mapped[bool] = mapped_column(default=False)
    received_at: Mapped[datetime]
    received_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    note: Mapped[str] = mapped_column(Text, default="")
