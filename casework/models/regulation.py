"""Regulations that a lawyer had read from their PDF, and what was answered to their matches."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casework.models.base import Base, Code, Key


class RegulationText(Base):
    """The words of one regulation by article, as they were read from one PDF; never edited.

    `passages` are `casework.engine.regulation.text.Passage` as plain values, in their order;
    `doubts` what could not be read for sure, in words. The PDF is the stored `document`.
    """

    __tablename__ = "regulation_texts"
    __table_args__ = (UniqueConstraint("instrument", "sha256"),)

    id: Mapped[Key]
    instrument: Mapped[Code]
    sha256: Mapped[str] = mapped_column(String(64))
    document_id: Mapped[int] = mapped_column(ForeignKey("blobs.id"))
    pages: Mapped[int]
    passages: Mapped[list[Any]]
    doubts: Mapped[list[Any]]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"))
    at: Mapped[datetime]


class RegulationSample(Base):
    """A batch of entries to be confirmed together, and those of them drawn to be looked at."""

    __tablename__ = "regulation_samples"

    id: Mapped[Key]
    text_id: Mapped[int] = mapped_column(ForeignKey("regulation_texts.id"), index=True)
    members: Mapped[list[Any]]
    drawn: Mapped[list[Any]]
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"))
    at: Mapped[datetime]


class RegulationRejection(Base):
    """Words that were offered for an entry, and are not its words ("not this").

    `target` names the entry, `address` where the words stand.
    """

    __tablename__ = "regulation_rejections"
    __table_args__ = (UniqueConstraint("text_id", "target", "address"),)

    id: Mapped[Key]
    text_id: Mapped[int] = mapped_column(ForeignKey("regulation_texts.id"))
    target: Mapped[str] = mapped_column(String(200))
    address: Mapped[str] = mapped_column(String(100))
    officer_id: Mapped[int] = mapped_column(ForeignKey("officers.id"))
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"))
    at: Mapped[datetime]
