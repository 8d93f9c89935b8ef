"""Who receives what about whom, and what they did with it."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casework.models.base import Base, Code, Key, Text300

# How it stands with one respondent of a letter, as papers word it.
ITEM_STATES = {
    "accepted": "diterima",
    "failed": "gagal terkirim",
    "returned": "dikembalikan",
    "rerouted": "dialihkan ke instansi lain",
    "followed_up": "ditindaklanjuti",
    "not_followed": "tidak ditindaklanjuti",
    "unanswered": "tidak dijawab",
    "sent": "terkirim",
    "planned": "disiapkan",
    "void": "suratnya disusun ulang",
}


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
    violation_class: Mapped[Code]
    round: Mapped[int] = mapped_column(default=1)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"))
    citation: Mapped[str] = mapped_column(Text)
    verification: Mapped[Code]


class ReferralItem(Base):
    """One outcome of one respondent in a referral.

    `state` is planned, sent, accepted, failed, returned, rerouted (another agency has it now),
    followed_up, not_followed, unanswered or void (the letter was drafted anew). `answered_at` is
    when the addressee answered, however late that is recorded.
    """

    __tablename__ = "referral_items"
    __table_args__ = (UniqueConstraint("referral_id", "outcome_id"),)

    id: Mapped[Key]
    referral_id: Mapped[int] = mapped_column(ForeignKey("referrals.id"), index=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("parties.id"))
    outcome_id: Mapped[int] = mapped_column(ForeignKey("outcomes.id"))
    state: Mapped[Code] = mapped_column(default="planned")
    expected: Mapped[date | None]
    note: Mapped[str] = mapped_column(Text, default="")
    answered_at: Mapped[datetime | None]
    reply_evidence_id: Mapped[int | None] = mapped_column(ForeignKey("evidence.id"))
    updated_at: Mapped[datetime]
