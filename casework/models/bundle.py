"""Many papers drawn and put together in one go: the task, and the papers it is about."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casework.models.base import Base, Code, Key


class Bundle(Base):
    """A print file of many papers of one case.

    `state` is gathering (papers are being drawn), joining (all are there, the file is being made),
    done or cancelled. `blob_id` is the one file to print.
    """

    __tablename__ = "bundles"

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    state: Mapped[Code] = mapped_column(default="gathering")
    turn: Mapped[int] = mapped_column(default=1)
    blob_id: Mapped[int | None] = mapped_column(ForeignKey("blobs.id"))
    requested_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    requested_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]


class BundleItem(Base):
    """One paper of a bundle, in the order it is printed."""

    __tablename__ = "bundle_items"
    __table_args__ = (UniqueConstraint("bundle_id", "document_id"),)

    id: Mapped[Key]
    bundle_id: Mapped[int] = mapped_column(ForeignKey("bundles.id"), index=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"), index=True)
    ordinal: Mapped[int]
