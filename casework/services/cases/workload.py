"""What a desk asks about many cases at once: since when they wait, for which letter, what is fixed.

Every question is one statement, however many cases there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import case, exists, func, not_, or_, select

from casework.models import (
    Case,
    CaseLine,
    ClarificationSession,
    Deadline,
    Dispatch,
    Document,
    Event,
    Hearing,
    Office,
    Referral,
    ReferralItem,
    Signature,
)
from casework.models.document import DocumentState
from casework.models.handling import SessionState
from casework.models.hearing import HearingState
from casework.models.referral import ItemState
from casework.services.cases import access
from casework.services.cases.listing.urgent import UNISSUED, Ends, finals
from casework.services.cases.slack import still_matters
from casework.services.core.work import Work


@dataclass(frozen=True)
class LetterWait:
    """The oldest letter of a case that waits: to be issued, or (`signs`) to be signed since then.

    `count` is how many letters of the case wait in all.
    """

    title: str
    signs: bool
    since: datetime
    count: int


@dataclass(frozen=True)
class Appointment:
    """What is fixed for an hour: a clarification of so many people, or a hearing session."""

    at: datetime
    hearing: bool
    case_id: int
    number: str
    place: str
    people: int


@dataclass(frozen=True)
class AgencyWait:
    """An agency that has a referral and has not answered about everybody in it."""

    case_id: int
    number: str
    addressee: str
    since: datetime
    expected: date | None


@dataclass(frozen=True)
class OfficeLoad:
    """The running cases of an office; `worst` is the end of the limit that passed first."""

    code: str
    name: str
    running: int
    late: int
    today: int
    week: int
    worst: datetime | None


def waiting_since(work: Work, cases: Sequence[Case]) -> dict[int, datetime]:
    """When each case came to the stage it stands on; a case that never moved: its receipt."""
    found = {one.id: one.received_at for one in cases}
    rows = work.session.execute(
        select(Event.case_id, func.max(Event.at))
        .join(Case, Case.id == Event.case_id)
        .where(
            Event.case_id.in_(sorted(found)),
            Event.detail["to"].as_string() == Case.stage,
        )
        .group_by(Event.case_id)
    )
    return found | {key: at for key, at in rows if key is not None and at is not None}


def letters(work: Work, cases: Sequence[Case]) -> dict[int, LetterWait]:
    """The letters of these cases that wait to be issued or signed, by key of the case."""
    signed = exists().where(Signature.document_id == Document.id, Signature.void_reason == "")
    rows = work.session.execute(
        select(
            Document.case_id, Document.title, Document.state, Document.dated, Document.created_at
        )
        .where(
            Document.case_id.in_([one.id for one in cases]),
            Document.kind.in_(sorted(work.law.letters)),
            or_(
                Document.state.in_(UNISSUED),
                (Document.state == DocumentState.ISSUED) & not_(signed),
            ),
        )
        .order_by(Document.created_at, Document.id)
    )
    found: dict[int, LetterWait] = {}
    for key, title, state, dated, created in rows:
        before = found.get(key)
        if before is None:
            signs = state == DocumentState.ISSUED
            found[key] = LetterWait(title, signs, (dated if signs else None) or created, 1)
        else:
            found[key] = LetterWait(before.title, before.signs, before.since, before.count + 1)
    return found


def limits_between(
    work: Work, first: datetime, last: datetime, most: int
) -> list[tuple[Deadline, Case]]:
    """The limits of running cases that still matter and end in a span, the soonest first."""
    rows = work.session.execute(
        select(Deadline, Case)
        .join(Case, Case.id == Deadline.case_id)
        .where(
            access.visible(work),
            Deadline.due_at >= first,
            Deadline.due_at < last,
            still_matters(work.law),
            Case.stage.not_in(sorted(finals(work.law))),
        )
        .order_by(Deadline.due_at, Deadline.id)
        .limit(most)
    )
    return [(row.Deadline, row.Case) for row in rows]


def appointments(work: Work, first: datetime, last: datetime) -> list[Appointment]:
    """The clarifications and hearing sessions fixed within a span, by their hour."""
    talks: dict[tuple[datetime, int], Appointment] = {}
    asked = (
        select(ClarificationSession, Case)
        .join(Case, Case.id == ClarificationSession.case_id)
        .where(
            access.visible(work),
            ClarificationSession.state == SessionState.INVITED,
            ClarificationSession.scheduled_at >= first,
            ClarificationSession.scheduled_at < last,
        )
    )
    for row in work.session.execute(asked):
        at, key = row.ClarificationSession.scheduled_at, row.Case.id
        people = talks[at, key].people if (at, key) in talks else 0
        talks[at, key] = Appointment(
            at, False, key, row.Case.number, row.ClarificationSession.place, people + 1
        )
    heard = (
        select(Hearing, Case)
        .join(Case, Case.id == Hearing.case_id)
        .where(
            access.visible(work),
            Hearing.state == HearingState.FIXED,
            Hearing.scheduled_at >= first,
            Hearing.scheduled_at < last,
        )
    )
    found = [
        Appointment(
            row.Hearing.scheduled_at, True, row.Case.id, row.Case.number, row.Hearing.place, 0
        )
        for row in work.session.execute(heard)
    ]
    return sorted([*talks.values(), *found], key=lambda one: (one.at, one.case_id))


def unanswered(work: Work, most: int) -> list[AgencyWait]:
    """Letters of referral that left and wait for an answer, at most so many, the oldest first."""
    rows = work.session.execute(
        select(Case, Referral.addressee, Document.dated, func.min(ReferralItem.expected))
        .join(Referral, Referral.case_id == Case.id)
        .join(ReferralItem, ReferralItem.referral_id == Referral.id)
        .join(Document, Document.id == Referral.document_id)
        .where(
            access.visible(work),
            Case.stage.not_in(sorted(finals(work.law))),
            ReferralItem.state.in_((ItemState.SENT, ItemState.UNANSWERED)),
            Document.dated.is_not(None),
        )
        .group_by(Case.id, Referral.id, Referral.addressee, Document.id, Document.dated)
        .order_by(Document.dated, Referral.id)
        .limit(most)
    )
    found = []
    for case_, addressee, dated, expected in rows:
        since = dated or work.now  # a letter without a date has not left
        found.append(AgencyWait(case_.id, case_.number, addressee, since, expected))
    return found


def by_office(work: Work, ends: Ends) -> list[OfficeLoad]:
    """How many cases run at each office the actor sees, and how many of them are late."""
    line = CaseLine
    late = line.due < ends.now
    rows = work.session.execute(
        select(
            Office.code,
            Office.name,
            func.count(),
            func.sum(case((late, 1), else_=0)),
            func.sum(case((line.due.between(ends.now, ends.today), 1), else_=0)),
            func.sum(case((line.due.between(ends.today + 1, ends.week), 1), else_=0)),
            func.min(case((late, line.due))),
        )
        .join(Office, Office.id == line.office_id)
        .where(
            line.office_id.in_(access.offices(work)),
            line.stage.not_in(sorted(finals(work.law))),
            *access.not_kept_away(work, line.case_id),
        )
        .group_by(Office.id, Office.code, Office.name)
        .order_by(Office.code)
    )
    return [
        OfficeLoad(
            code,
            name,
            running,
            int(late_),
            int(today),
            int(week),
            datetime.fromtimestamp(worst, work.now.tzinfo) if worst is not None else None,
        )
        for code, name, running, late_, today, week, worst in rows
    ]


RECENT = 20_000
"""So many of the newest events of the record are looked through for what an officer did last."""


def recent(work: Work, most: int) -> list[tuple[Case, datetime]]:
    """Cases the actor worked on last, the newest first, with when; only what stands on record."""
    newest = select(func.max(Event.id)).scalar_subquery()
    mine = (
        select(Event.case_id, func.max(Event.at).label("at"))
        .where(
            Event.id > newest - RECENT,
            Event.actor_id == work.actor.officer_id,
            Event.case_id.is_not(None),
        )
        .group_by(Event.case_id)
        .subquery()
    )
    rows = work.session.execute(
        select(Case, mine.c.at)
        .join(mine, mine.c.case_id == Case.id)
        .where(access.visible(work))
        .order_by(mine.c.at.desc(), Case.id.desc())
        .limit(most)
    )
    return [(case, at) for case, at in rows]


def outgoing(work: Work, most: int) -> tuple[list[tuple[Document, Case]], int]:
    """Letters of the actor's office that are to be sent, then those without proof of receipt.

    The oldest first, at most so many of them; and how many more there are.
    """
    proven = exists().where(Dispatch.document_id == Document.id, Dispatch.received_at.is_not(None))
    waits = (
        access.visible(work),
        func.coalesce(Document.office_id, Case.office_id) == work.actor.office_id,
        Document.kind.in_(sorted(work.law.outgoing)),
        or_(
            Document.state == DocumentState.ISSUED,
            (Document.state == DocumentState.DISPATCHED) & not_(proven),
        ),
    )
    sent = case((Document.state == DocumentState.DISPATCHED, 1), else_=0)
    rows = work.session.execute(
        select(Document, Case, func.count().over().label("all"))
        .join(Case, Case.id == Document.case_id)
        .where(*waits)
        .order_by(sent, Document.dated, Document.id)
        .limit(most)
    ).all()
    found = [(row.Document, row.Case) for row in rows]
    return found, (rows[0].all - len(rows) if rows else 0)
