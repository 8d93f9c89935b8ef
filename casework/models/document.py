"""Official papers: drafted by a flow, numbered and issued by the chair, dispatched with proof."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casework.models.base import LATER, Base, Code, Key, Text300


class DocumentState(StrEnum):
    """How far a paper is.

    `planned`: a flow will draft it; `draft`: KONSEP; `numbered`: a flow will make the final PDF;
    `issued`: final, never drawn again; `dispatched`: it left the office; `void`.
    """

    PLANNED = "planned"
    DRAFT = "draft"
    NUMBERED = "numbered"
    ISSUED = "issued"
    DISPATCHED = "dispatched"
    VOID = "void"


FINAL = (DocumentState.ISSUED, DocumentState.DISPATCHED)
"""States of a paper whose final file is kept."""


class DispatchChannel(StrEnum):
    """How a paper left the office."""

    BY_HAND = "langsung"
    POST = "pos"
    MAIL = "surel"
    COURIER = "kurir"
    APPLICATION = "aplikasi"


class Document(Base):
    """One paper of a case.

    `about` tells papers of one kind apart (`session:12`, `agency:bkn`); `context` holds ids the
    builder needs, `data` the sealed plain values of the issued paper. `edited` are the free texts
    an officer changed on the draft, sealed; `template_version` is the SHA-256 of the form an issued
    paper was drawn with. A letter that was put into the archive has `filed_at` and the place it is
    filed under.
    """

    __tablename__ = "documents"
    __table_args__ = (
        UniqueConstraint("case_id", "kind", "about", "round"),
        Index("ix_documents_kind_state", "kind", "state", "case_id"),
    )

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    kind: Mapped[Code]
    about: Mapped[Code] = mapped_column(default="")
    round: Mapped[int] = mapped_column(default=1)
    title: Mapped[Text300]
    code: Mapped[Code] = mapped_column(default="")
    state: Mapped[DocumentState] = mapped_column(default=DocumentState.PLANNED)
    context: Mapped[dict[str, Any]] = mapped_column(default=dict)
    confidential: Mapped[bool] = mapped_column(default=True)
    edition: Mapped[Code]
    revision: Mapped[Code]
    number: Mapped[str] = mapped_column(String(80), default="")
    dated: Mapped[datetime | None]
    issued_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
    draft_blob_id: Mapped[int | None] = mapped_column(ForeignKey("blobs.id"))
    issued_blob_id: Mapped[int | None] = mapped_column(ForeignKey("blobs.id"))
    data: Mapped[bytes | None]
    edited: Mapped[bytes | None] = mapped_column(info=LATER)
    edits: Mapped[int | None] = mapped_column(info=LATER)
    template_version: Mapped[str | None] = mapped_column(String(64), info=LATER)
    filed_at: Mapped[datetime | None] = mapped_column(info=LATER)
    filed_under: Mapped[str | None] = mapped_column(String(120), info=LATER)
    office_id: Mapped[int | None] = mapped_column(info=LATER)
    verify_code: Mapped[str] = mapped_column(String(40), unique=True)
    created_at: Mapped[datetime]


class Dispatch(Base):
    """Proof that a paper left the office and when it arrived; several tries are several rows."""

    __tablename__ = "dispatches"

    id: Mapped[Key]
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"), index=True)
    channel: Mapped[DispatchChannel]
    sent_at: Mapped[datetime]
    received_at: Mapped[datetime | None]
    receiver_note: Mapped[str] = mapped_column(Text, default="")
    proof_evidence_id: Mapped[int | None] = mapped_column(ForeignKey("evidence.id"))
    recorded_by: Mapped[int | None] = mapped_column(ForeignKey("officers.id"))
