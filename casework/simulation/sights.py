"""What stands in the tables about the played cases, and what an act changed in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from casework.models import (
    Case,
    Deadline,
    Document,
    Notice,
    Number,
    Officer,
    Party,
    Referral,
    ReferralItem,
    SameEventHint,
)

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Sight:
    """Rows by key, each reduced to what a timeline tells."""

    cases: Mapping[int, Row]
    deadlines: Mapping[int, Row]
    documents: Mapping[int, Row]
    numbers: Mapping[int, Row]
    notices: Mapping[int, Row]
    hints: Mapping[int, Row]
    referrals: Mapping[int, Row]
    items: Mapping[int, Row]

    @classmethod
    def nothing(cls) -> Sight:
        """Before the first act."""
        return cls({}, {}, {}, {}, {}, {}, {}, {})


def look(session: Session, cases: Mapping[str, int]) -> Sight:
    """Read everything about the cases; `cases` gives their keys by their names in the script."""
    names = {key: name for name, key in cases.items()}
    keys = tuple(names)
    return Sight(
        cases={one.id: _case(one) for one in _of(session, Case, Case.id, keys)},
        deadlines={
            one.id: _deadline(one, names) for one in _of(session, Deadline, Deadline.case_id, keys)
        },
        documents={
            one.id: _document(one, names) for one in _of(session, Document, Document.case_id, keys)
        },
        numbers={
            one.id: {"number": one.text, "series": one.series}
            for one in _of(session, Number, Number.case_id, keys)
        },
        notices=_notices(session, names),
        hints={
            one.id: {"case": names[one.case_id], "other": names.get(one.other_id, "perkara lain"),
                     "why": one.why}
            for one in _of(session, SameEventHint, SameEventHint.case_id, keys)
        },
        referrals=_referrals(session, names),
        items=_items(session, names),
    )  # fmt: skip


def fresh(before: Mapping[int, Row], after: Mapping[int, Row]) -> list[Row]:
    """Rows that are new or differ, in the order of their keys, with what they were `before`."""
    return [
        {**row, "before": before.get(key)}
        for key, row in sorted(after.items())
        if before.get(key) != row
    ]


def _of(session: Session, table: Any, column: Any, keys: Collection[int]) -> list[Any]:
    query = select(table).where(column.in_(keys)).order_by(table.id)
    return list(session.scalars(query.execution_options(populate_existing=True)))


def _case(one: Case) -> Row:
    return {
        "stage": one.stage,
        "edition": f"{one.edition}@{one.revision}",
        "receipt_number": one.receipt_number,
        "registration_number": one.registration_number,
    }


def _deadline(one: Deadline, names: Mapping[int, str]) -> Row:
    return {
        "case": names[one.case_id],
        "rule": one.rule,
        "title": one.title,
        "started_at": one.started_at,
        "due": one.due,
        "safe": one.safe,
        "unit": one.unit,
        "state": one.state,
        "extended": one.extended,
        "extension_reason": one.extension_reason,
        "provisional": one.provisional,
        "citation": one.citation,
        "verification": one.verification,
        "derivation": one.derivation,
    }


def _document(one: Document, names: Mapping[int, str]) -> Row:
    return {
        "case": names[one.case_id],
        "kind": one.kind,
        "title": one.title,
        "code": one.code,
        "number": one.number,
        "state": one.state,
        "blob": one.issued_blob_id,
    }


def _notices(session: Session, names: Mapping[int, str]) -> dict[int, Row]:
    rows = session.execute(
        select(Notice, Officer.login)
        .join(Officer, Officer.id == Notice.officer_id)
        .where(Notice.case_id.in_(tuple(names)))
    )
    return {
        notice.id: {
            "case": names[notice.case_id or 0],
            "subject": notice.subject,
            "body": notice.body,
            "to": login,
        }
        for notice, login in rows
    }


def _referrals(session: Session, names: Mapping[int, str]) -> dict[int, Row]:
    counted = select(func.count(ReferralItem.id)).where(ReferralItem.referral_id == Referral.id)
    rows = session.execute(
        select(Referral, counted.scalar_subquery()).where(Referral.case_id.in_(tuple(names)))
    )
    return {
        referral.id: {
            "case": names[referral.case_id],
            "destination": referral.destination,
            "addressee": referral.addressee,
            "class": referral.violation_class,
            "respondents": count,
            "citation": referral.citation,
            "verification": referral.verification,
        }
        for referral, count in rows
    }


def _items(session: Session, names: Mapping[int, str]) -> dict[int, Row]:
    rows = session.execute(
        select(ReferralItem, Party.label, Referral.destination)
        .join(Referral, Referral.id == ReferralItem.referral_id)
        .join(Party, Party.id == ReferralItem.party_id)
        .where(Referral.case_id.in_(tuple(names)))
    )
    return {
        item.id: {"respondent": label, "destination": to, "state": item.state, "note": item.note}
        for item, label, to in rows
    }
