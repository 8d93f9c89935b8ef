"""A case on its way from one office to another: who asked, and what became of it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casework.models.base import Base, Code, Key

LEFT, RECEIVED, RETURNED, WITHDRAWN = "left", "received", "returned", "withdrawn"
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
    kind: Mapped[Code]
    act: Mapped[Code]
    citation: Mapped[str] = mapped_column(Text)
    mark: Mapped[Code]
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
    step: Mapped[str] = mapped_column(String(16))
    at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    document_id: Mapped[int | None] = mapped_column(ForeignKey("documents.id"))
    note: Mapped[str] = mapped_column(Text, default="")

    @staticmethod
    def ordinal_of(step: str) -> int:
        """The place of a step in the life of a transfer."""
        return 1 if step == LEFT else _ENDS
