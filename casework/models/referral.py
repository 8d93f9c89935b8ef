"""Who receives what about whom, and what they did with it."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casework.engine.basis import Mark
from casework.engine.categories import ViolationClass
from casework.models.base import Base, Code, Key, Text300


class ItemState(StrEnum):
    """How it stands with one respondent of a letter.

    `rerouted`: another agency has it now; `void`: the letter was drafted anew.
    """

    ACCEPTED = "accepted"
    FAILED = "failed"
    RETURNED = "returned"
    REROUTED = "rerouted"
    FOLLOWED_UP = "followed_up"
    NOT_FOLLOWED = "not_followed"
    UNANSWERED = "unanswered"
    SENT = "sent"
    PLANNED = "planned"
    VOID = "void"


ITEM_STATES = {
    ItemState.ACCEPTED: "diterima",
    ItemState.FAILED: "gagal terkirim",
    ItemState.RETURNED: "dikembalikan",
    ItemState.REROUTED: "dialihkan ke instansi lain",
    ItemState.FOLLOWED_UP: "ditindaklanjuti",
    ItemState.NOT_FOLLOWED: "tidak ditindaklanjuti",
    ItemState.UNANSWERED: "tidak dijawab",
    ItemState.SENT: "terkirim",
    ItemState.PLANNED: "disiapkan",
    ItemState.VOID: "suratnya disusun ulang",
}
"""The states of an item, in the words that documents use."""


class Referral(Base):
    """One grouped letter to one destination about one class of violation.

    A letter that is drafted anew is a further `round`; that of a void letter is over.
    """

    __tablename__ = "referrals"
    __table_args__ = (UniqueConstraint("case_id", "destination", "violation_class", "round"),)

    id: Mapped[Key]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    destination: Mapped[Code]
    addressee: Mapped[Text300]
    addressee_place: Mapped[Text300] = mapped_column(default="")
    violation_class: Mapped[ViolationClass]
    round: Mapped[int] = mapped_column(default=1)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"))
    citation: Mapped[str] = mapped_column(Text)
    verification: Mapped[Mark]


class ReferralItem(Base):
    """One outcome of one respondent in a referral.

    `answered_at` is when the addressee answered, however late that is recorded.
    """

    __tablename__ = "referral_items"
    __table_args__ = (UniqueConstraint("referral_id", "outcome_id"),)

    id: Mapped[Key]
    referral_id: Mapped[int] = mapped_column(ForeignKey("referrals.id"), index=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("parties.id"))
    outcome_id: Mapped[int] = mapped_column(ForeignKey("outcomes.id"))
    state: Mapped[ItemState] = mapped_column(default=ItemState.PLANNED)
    expected: Mapped[date | None]
    note: Mapped[str] = mapped_column(Text, default="")
    answered_at: Mapped[datetime | None]
    reply_evidence_id: Mapped[int | None] = mapped_column(ForeignKey("evidence.id"))
    updated_at: Mapped[datetime]
