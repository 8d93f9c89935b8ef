"""Calendar feeds: an address with a secret, shown once, that tells an officer's limits.

Whoever has the address reads case numbers and dates, so nothing else is in it. It follows the
officer: what the officer may not see, or no longer holds a role for, is not in it either.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Select, select

from casework.models import CalendarFeed, Case, Deadline, Officer
from casework.models.deadline import DeadlineState
from casework.services.cases import access
from casework.services.cases.record import audit
from casework.services.cases.slack import matters
from casework.services.core.work import Work
from casework.services.people import officers

KEPT = timedelta(days=14)
"""How long a limit that is closed stays in the feed, called off."""

MOST = 500
READ_EVERY = timedelta(minutes=10)
_TOKEN_BYTES = 32


@dataclass(frozen=True)
class Entry:
    """One limit in a feed; `sequence` never falls. `alarms` are spans before the end."""

    deadline_id: int
    number: str
    title: str
    due: datetime
    sequence: int
    over: bool
    alarms: tuple[timedelta, ...]


def digest(token: str) -> str:
    """What is kept of a secret.

    >>> len(digest("rahasia"))
    64
    """
    return hashlib.sha256(token.encode()).hexdigest()


def current(work: Work) -> CalendarFeed | None:
    """The address of the acting officer that works, if there is one."""
    return work.session.scalar(_working(work))


def renew(work: Work) -> str:
    """Make a new address for the acting officer and end the old one; gives its secret."""
    revoke(work)
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    row = CalendarFeed(
        officer_id=work.actor.officer_id or 0, token_hash=digest(token), created_at=work.now
    )
    work.session.add(row)
    work.session.flush()
    audit.record(work, "kalender_dibuat", subject=f"calendar_feeds:{row.id}")
    return token


def revoke(work: Work) -> bool:
    """End every address of the acting officer; false when there was none.

    The officer's row is locked, so that of two renewed at once the first ends too.
    """
    officers.lock(work.session, work.actor.officer_id)
    rows = work.session.scalars(_working(work)).all()
    for row in rows:
        row.revoked_at = work.now
        audit.record(work, "kalender_dicabut", subject=f"calendar_feeds:{row.id}")
    return bool(rows)


def _working(work: Work) -> Select[CalendarFeed]:
    return (
        select(CalendarFeed)
        .where(CalendarFeed.officer_id == work.actor.officer_id, CalendarFeed.revoked_at.is_(None))
        .order_by(CalendarFeed.id.desc())
    )


def opened(work: Work, token: str) -> CalendarFeed | None:
    """The address with this secret, unless it was ended or its officer has left."""
    row = work.session.scalar(
        select(CalendarFeed).where(
            CalendarFeed.token_hash == digest(token), CalendarFeed.revoked_at.is_(None)
        )
    )
    if row is None:
        return None
    officer = work.session.get_one(Officer, row.officer_id)
    held = officers.offices_of(work.session, officer, officers.today(work.now))
    return row if officer.active and held else None


def noted(work: Work, row: CalendarFeed) -> bool:
    """Is the last reading noted closely enough? Else each poll would be a writer."""
    return row.read_at is not None and work.now - row.read_at < READ_EVERY


def note(work: Work, feed_id: int) -> None:
    """Note that a program reads the address now."""
    work.session.get_one(CalendarFeed, feed_id).read_at = work.now


def entries(work: Work, row: CalendarFeed) -> tuple[Entry, ...]:
    """The limits that the officer of an address may see today, the soonest first."""
    officer = work.session.get_one(Officer, row.officer_id)
    today = officers.today(work.now)
    found: dict[int, Entry] = {}
    for office in officers.offices_of(work.session, officer, today):
        actor = officers.actor(work.session, officer, office, today)
        for entry in _seen_by(replace(work, actor=actor)):
            found.setdefault(entry.deadline_id, entry)
    return tuple(sorted(found.values(), key=lambda one: (one.due, one.deadline_id)))


def _seen_by(work: Work) -> list[Entry]:
    rows = work.session.execute(
        select(Deadline, Case)
        .join(Case, Case.id == Deadline.case_id)
        .where(
            access.visible(work),
            Case.played.is_(False),
            Deadline.state.in_((DeadlineState.OPEN, DeadlineState.PAUSED, DeadlineState.EXPIRED))
            | (Deadline.closed_at > work.now - KEPT),
        )
        .order_by(Deadline.due_at.desc(), Deadline.id)
        .limit(MOST)
    ).all()
    return [_entry(work, case, row) for row, case in rows if _told(work, case, row)]


def _told(work: Work, case: Case, row: Deadline) -> bool:
    """A limit that ran out is told while it can still be met."""
    if row.state != DeadlineState.EXPIRED:
        return True
    edition = work.law.edition(case.edition, case.revision)
    return matters(edition, case.stage, row.rule, row.state)


def _entry(work: Work, case: Case, row: Deadline) -> Entry:
    over = row.closed_at is not None
    rule = work.law.edition(row.edition, row.revision).deadlines.get(row.rule)
    rule = work.law.reminded(case.office.code, rule) if rule else None
    before = {rung.before for rung in rule.reminders} if rule else set()
    return Entry(
        deadline_id=row.id,
        number=case.number,
        title=row.title,
        due=datetime.fromisoformat(row.due),
        # Each move counts two, so that the end of a limit lies between two moves.
        sequence=2 * (row.moves or 0) + over,
        over=over,
        alarms=() if over else tuple(sorted(one for one in before if one > timedelta(0))),
    )
