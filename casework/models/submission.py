"""What a phone or a desk sends in pieces: the submission, its files, what came of them so far."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casework.models.base import Base, Key


class Submission(Base):
    """One thing sent, by the UUID its sender gave it and the SHA-256 (hex) of the bytes sent.

    Either `officer_id` sent it or whoever holds the bearer of which `bearer` is the SHA-256.
    `sealed` are those bytes. `result` is the key of what was made of it, once it was.
    """

    __tablename__ = "submissions"

    id: Mapped[Key]
    uuid: Mapped[str] = mapped_column(String(36), unique=True)
    sha256: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(64))
    sealed: Mapped[bytes]
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    bearer: Mapped[str] = mapped_column(String(64), default="")
    result: Mapped[int | None]
    received_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)


class SubmissionConflict(Base):
    """Other content that came under a UUID that was taken: both are kept."""

    __tablename__ = "submission_conflicts"
    __table_args__ = (UniqueConstraint("submission_id", "sha256"),)

    id: Mapped[Key]
    submission_id: Mapped[int] = mapped_column(ForeignKey("submissions.id"))
    sha256: Mapped[str] = mapped_column(String(64))
    sealed: Mapped[bytes]
    received_at: Mapped[datetime]


class ResumableUpload(Base):
    """A file announced in a submission; `received` of its `size` bytes are safe on disk."""

    __tablename__ = "uploads"
    __table_args__ = (UniqueConstraint("submission_id", "ordinal"),)

    id: Mapped[Key]
    submission_id: Mapped[int] = mapped_column(ForeignKey("submissions.id"))
    ordinal: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int] = mapped_column(BigInteger)
    received: Mapped[int] = mapped_column(BigInteger, default=0)


class UploadPart(Base):
    """One piece of such a file, encrypted in the store before this row was written."""

    __tablename__ = "upload_parts"
    __table_args__ = (UniqueConstraint("upload_id", "start"),)

    id: Mapped[Key]
    upload_id: Mapped[int] = mapped_column(ForeignKey("uploads.id"))
    start: Mapped[int] = mapped_column(BigInteger)
    path: Mapped[str] = mapped_column(String(200))
    wrapped_key: Mapped[bytes]
