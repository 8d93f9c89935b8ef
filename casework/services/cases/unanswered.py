"""The letters of referral that left and are not answered, by the agency that owes the answer.

Only a term of the law makes an answer late in law: it is read from the deadline that the receipt of
the letter began. A day the office expects is its own habit and is told as such.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlalchemy import case, func, select

from casework.models import Case, Deadline, Dispatch, Document, Office, Referral, ReferralItem
from casework.models.deadline import UNMET
from casework.models.referral import ItemState
from casework.services.cases import access
from casework.services.cases.listing.urgent import finals
from casework.services.core.work import Work

OPEN = (ItemState.SENT, ItemState.UNANSWERED, ItemState.FAILED)
"""The states of a respondent about whom an agency still owes a word."""


class Wait(StrEnum):
    """How the wait for an answer stands.

    `late`: a term of the law is over; `overdue`: the day the office expected is over, which no law
    says; `running`: neither; `failed`: it did not arrive for at least one respondent.
    """

    LATE = "late"
    OVERDUE = "overdue"
    RUNNING = "running"
    FAILED = "failed"


@dataclass(frozen=True)
class Limit:
    """The term of the law for one answer."""

    due_at: datetime
    citation: str
    verification: str


@dataclass(frozen=True)
class Letter:
    """One letter and the respondents about whom its agency has not answered.

    `failed` of the `open` ones did not arrive and must be sent again; `days` is the age in days.
    """

    case_id: int
    case_number: str
    office: str
    zone: str
    destination: str
    addressee: str
    document_id: int
    number: str
    title: str
    violation_class: str
    sent_at: datetime
    days: int
    people: int
    open: int
    failed: int
    limit: Limit | None
    expected: date | None
    state: Wait


@dataclass(frozen=True)
class Wanted:
    """Which letters are asked for; empty for all."""

    destination: str = ""
    state: str = ""
    office: str = ""


def letters(work: Work, wanted: Wanted) -> list[Letter]:
    """The unanswered letters of the offices the actor sees, the oldest first."""
    open_ = func.sum(case((ReferralItem.state.in_(OPEN), 1), else_=0))
    sent = (
        select(Dispatch.document_id, func.min(Dispatch.sent_at).label("sent_at"))
        .group_by(Dispatch.document_id)
        .subquery()
    )
    query = (
        select(
            Case,
            Office.name,
            Office.zone,
            Referral,
            Document.number.label("letter"),
            Document.title,
            sent.c.sent_at,
            func.count(ReferralItem.id).label("people"),
            open_.label("open"),
            func.sum(case((ReferralItem.state == ItemState.FAILED, 1), else_=0)).label("failed"),
            func.min(case((ReferralItem.state.in_(OPEN), ReferralItem.expected))).label("expected"),
        )
        .join(Referral, Referral.case_id == Case.id)
        .join(Office, Office.id == Case.office_id)
        .join(ReferralItem, ReferralItem.referral_id == Referral.id)
        .join(Document, Document.id == Referral.document_id)
        .join(sent, sent.c.document_id == Document.id)
        .where(
            access.visible(work),
            Case.stage.not_in(sorted(finals(work.law))),
            ReferralItem.state != ItemState.VOID,
        )
        .group_by(Case.id, Office.id, Referral.id, Document.id, sent.c.sent_at)
        .having(open_ > 0)
        .order_by(sent.c.sent_at, Referral.id)
    )
    if wanted.office:
        query = query.where(Office.code == wanted.office)
    if wanted.destination:
        query = query.where(Referral.destination == wanted.destination)
    rows = work.session.execute(query).all()
    limits = _limits(work, [row.Referral.document_id for row in rows])
    found = []
    for row in rows:
        zone, limit = ZoneInfo(row.zone), limits.get(row.Referral.document_id)
        today = work.now.astimezone(zone).date()
        found.append(
            Letter(
                case_id=row.Case.id,
                case_number=row.Case.number,
                office=row.name,
                zone=row.zone,
                destination=row.Referral.destination,
                addressee=row.Referral.addressee,
                document_id=row.Referral.document_id,
                number=row.letter,
                title=row.title,
                violation_class=row.Referral.violation_class,
                sent_at=row.sent_at,
                days=(today - row.sent_at.astimezone(zone).date()).days,
                people=row.people,
                open=row.open,
                failed=row.failed,
                limit=limit,
                expected=row.expected,
                state=_state(work.now, today, row.failed, limit, row.expected),
            )
        )
    return [one for one in found if wanted.state in ("", one.state)]


def by_agency(found: Sequence[Letter]) -> list[tuple[str, str, int]]:
    """Key, name and number of unanswered letters of each agency, the most first."""
    names = {one.destination: one.addressee for one in found}
    counted = Counter(one.destination for one in found)
    return [(key, names[key], count) for key, count in counted.most_common()]


def _state(
    now: datetime, today: date, failed: int, limit: Limit | None, expected: date | None
) -> Wait:
    if limit is not None and limit.due_at < now:
        return Wait.LATE
    if failed:
        return Wait.FAILED
    if limit is None and expected is not None and expected < today:
        return Wait.OVERDUE
    return Wait.RUNNING


def _limits(work: Work, documents: Sequence[int]) -> dict[int, Limit]:
    """The term that the receipt of each letter began and that nobody met, by letter."""
    rows = work.session.scalars(
        select(Deadline).where(
            Deadline.document_id.in_(documents),
            Deadline.state.in_(UNMET),
        )
    )
    return {
        one.document_id: Limit(one.due_at, one.citation, one.verification)
        for one in rows
        if one.document_id is not None
    }
