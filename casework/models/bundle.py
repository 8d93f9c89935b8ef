"""Many papers drawn and put together in one go: the task, and the papers it is about."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casework.models.base import Base, Key


class BundleState(StrEnum):
    """How far a print file is: its papers are drawn, then joined."""

    GATHERING = "gathering"
    JOINING = "joining"
    DONE = "done"
    CANCELLED = "cancelled"


class Bundle(Base):
    """A print file of many papers of one case; `blob_id` is the one file to print."""

    __tablename__ = "bundles"

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    state: Mapped[BundleState] = mapped_column(default=BundleState.GATHERING)
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
