"""Signed copies of issued papers: electronic ones, and scans of what was signed on paper."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casework.models.base import Base, Key, Text300


class Way(StrEnum):
    """How a paper was signed.

    By a certificate of this installation, the state's signing service, or in ink: then the file is
    a scan.
    """

    PADES = "pades"
    BSRE = "bsre"
    INK = "basah"


class Signature(Base):
    """One signed copy of a document, kept beside what was issued.

    `base_blob_id` is the file it was put upon. `certificate` is
    the SHA-256 of the certificate, empty for ink. A copy that was taken back says why.
    """

    __tablename__ = "signatures"
    __table_args__ = (UniqueConstraint("document_id", "ordinal"),)

    id: Mapped[Key]
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"), index=True)
    ordinal: Mapped[int]
    way: Mapped[Way]
    base_blob_id: Mapped[int] = mapped_column(ForeignKey("blobs.id"))
    blob_id: Mapped[int] = mapped_column(ForeignKey("blobs.id"), index=True)
    signer_id: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    signer_name: Mapped[Text300]
    certificate: Mapped[str] = mapped_column(String(64), default="")
    timestamped: Mapped[bool] = mapped_column(default=False)
    signed_at: Mapped[datetime]
    recorded_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    void_reason: Mapped[str] = mapped_column(Text, default="")
