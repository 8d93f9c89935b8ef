"""A case on its way from one office to another: who asked, and what became of it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casework.engine.basis import Mark
from casework.models.base import Base, Code, Key


class TransferKind(StrEnum):
    """Whether an office sent the case on, or the one above took it."""

    SENT = "pelimpahan"
    TAKEN = "pengambilalihan"


class Passage(StrEnum):
    """A step of a transfer: the case left, and then one of the ends."""

    LEFT = "left"
    RECEIVED = "received"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


_ENDS = 2


class Transfer(Base):
    """A case asked over (`pelimpahan`) or taken (`pengambilalihan`), under which article.

    `mark` is how far that article was read. Rows are only added; what follows stands in steps.
    """

    __tablename__ = "transfers"

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    from_office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"), index=True)
    to_office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"), index=True)
    kind: Mapped[TransferKind]
    act: Mapped[Code]
    citation: Mapped[str] = mapped_column(Text)
    mark: Mapped[Mark]
    asked_at: Mapped[datetime]
    asked_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))


class TransferStep(Base):
    """One step of a transfer: it left, and then it was received, returned or withdrawn.

    `at` is when it happened, `recorded_at` when somebody wrote it down. `document_id` is the
    letter it left with, `note` the proof of receipt or the reason of the return. `ordinal` is 1
    for the departure and 2 for any end, so that there is only one.
    """

    __tablename__ = "transfer_steps"
    __table_args__ = (UniqueConstraint("transfer_id", "ordinal"),)

    id: Mapped[Key]
    transfer_id: Mapped[int] = mapped_column(ForeignKey("transfers.id"))
    ordinal: Mapped[int]
    step: Mapped[Passage]
    at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    document_id: Mapped[int | None] = mapped_column(ForeignKey("documents.id"))
    note: Mapped[str] = mapped_column(Text, default="")

    @staticmethod
    def ordinal_of(step: Passage) -> int:
        """The place of a step in the life of a transfer."""
        return 1 if step == Passage.LEFT else _ENDS
