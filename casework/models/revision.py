"""What a lawyer changed in the law data, and the cases moved to it: rows only ever added."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casework.engine.revision import Overlay
from casework.models.base import Base, Code, Key


class RuleRevision(Base):
    """One revision of one edition: which keys of which entries take which value, and why.

    `base` is the revision of the files it stands on, `number` counts from 1. `origin_id` names
    the row of the edition that was changed, where this edition only shares the entry.
    """

    __tablename__ = "rule_revisions"
    __table_args__ = (UniqueConstraint("edition", "base", "number"),)

    id: Mapped[Key]
    edition: Mapped[Code]
    base: Mapped[Code]
    number: Mapped[int]
    act: Mapped[Code]
    changes: Mapped[dict[str, Any]]
    reason: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(Text)
    document_id: Mapped[int | None] = mapped_column(ForeignKey("blobs.id"))
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"))
    at: Mapped[datetime]
    origin_id: Mapped[int | None] = mapped_column(ForeignKey("rule_revisions.id"))

    @property
    def overlay(self) -> Overlay:
        """The revision as the engine applies it."""
        return Overlay(self.edition, self.base, self.number, self.changes)

    @property
    def revision(self) -> str:
        """Its name within the edition, e.g. `1.2`."""
        return self.overlay.revision


class CaseMove(Base):
    """A pending case moved to another revision or edition, with the reason in words."""

    __tablename__ = "case_moves"

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    old: Mapped[str] = mapped_column(String(129))
    new: Mapped[str] = mapped_column(String(129))
    reason: Mapped[str] = mapped_column(Text)
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    at: Mapped[datetime]
