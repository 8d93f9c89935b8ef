"""Where each respondent goes, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from casework.models import Case, Document, Party, Referral, ReferralItem
from casework.services import referral
from casework.services.work import Work


@dataclass(frozen=True)
class WayOut:
    """One respondent and the addressees the law names today."""

    party_id: int
    party: str
    category: str
    violation_class: str
    destinations: tuple[str, ...]
    citation: str
    verification: str
    note: str


@dataclass(frozen=True)
class BoardRow:
    """One respondent in one letter."""

    id: int
    party: str
    addressee: str
    number: str
    state: str
    expected: str
    note: str


def ways_out(work: Work, case: Case) -> Mapping[str, object]:
    """The preview of the grouped letters, and who has no destination."""
    lines = [
        WayOut(
            party_id=one.party.id,
            party=one.party.label,
            category=one.party.category,
            violation_class=one.outcome.violation_class,
            destinations=tuple(destination.name for destination in one.destinations),
            citation=one.citation,
            verification=one.verification,
            note=one.note,
        )
        for one in referral.preview(work, case)
    ]
    groups: dict[str, list[str]] = {}
    for line in lines:
        for name in line.destinations:
            groups.setdefault(name, []).append(line.party)
    return {
        "ways": lines,
        "groups": groups,
        "lost": tuple(line.party_id for line in lines if not line.destinations),
    }


def board(work: Work, case: Case) -> list[BoardRow]:
    """Every respondent of every letter."""
    rows = work.session.execute(
        select(ReferralItem, Referral.addressee, Party.label, Document.number)
        .join(Referral, Referral.id == ReferralItem.referral_id)
        .join(Party, Party.id == ReferralItem.party_id)
        .join(Document, Document.id == Referral.document_id)
        .where(Referral.case_id == case.id)
        .order_by(Referral.id, Party.ordinal)
    ).all()
    return [
        BoardRow(
            id=row.id,
            party=label,
            addressee=addressee,
            number=number,
            state=row.state,
            expected=row.expected.isoformat() if row.expected else "",
            note=row.note,
        )
        for row, addressee, label, number in rows
    ]


def board_page(work: Work, case: Case) -> Mapping[str, object]:
    """The board for its own page."""
    return {"board": board(work, case)}
