"""The messages of one officer by day and case, and how they are put away.

What a message reminded of is told as it stands now: a limit that was met or is over is past.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select, update

from casework.errors import NotFound
from casework.models import Case, Deadline, Notice
from casework.models.deadline import DeadlineState
from casework.services.cases import access
from casework.services.core.work import Work
from casework.services.people import notices
from webui.core.clock import local

MOST = 40
"""So many messages a page."""
OVER = "over"
"""State of a limit that has ended and stands on no list any more: it moved, or nobody keeps it."""


@dataclass(frozen=True)
class NoticeLine:
    """A message. `limit` is how the limit it reminds of stands now; empty while that still runs."""

    id: int
    subject: str
    body: str
    at: datetime
    read: bool
    limit: str
    limit_at: datetime | None

    @property
    def late(self) -> bool:
        """Whether it tells that a limit was missed."""
        return self.limit in (DeadlineState.EXPIRED, DeadlineState.LATE_MET)


@dataclass(frozen=True)
class CaseNotices:
    """The messages about one case, or those about none; `title` is empty where it is not open."""

    case_id: int | None
    number: str
    title: str
    lines: tuple[NoticeLine, ...]


@dataclass(frozen=True)
class DayNotices:
    """The messages of one day of the office, the cases with the newest first."""

    day: date
    cases: tuple[CaseNotices, ...]


@dataclass(frozen=True)
class Notices:
    """One page of messages; `older` begins the next page, `newest` is the newest on this one."""

    days: tuple[DayNotices, ...]
    unread: int
    older: int
    newest: int


def page(work: Work, zone: str, before: int | None = None, *, unread: bool = False) -> Notices:
    """The newest messages of the officer, or those before one; `unread`: only those not read."""
    query = select(Notice).where(
        Notice.officer_id == work.actor.officer_id, *notices.readable(work)
    )
    if unread:
        query = query.where(Notice.read_at.is_(None))
    if before is not None:
        query = query.where(Notice.id < before)
    rows = work.session.scalars(query.order_by(Notice.id.desc()).limit(MOST + 1)).all()
    shown = rows[:MOST]
    return Notices(
        _days(work, shown, zone),
        notices.unread(work),
        shown[-1].id if len(rows) > MOST else 0,
        shown[0].id if shown else 0,
    )


def _days(work: Work, rows: Sequence[Notice], zone: str) -> tuple[DayNotices, ...]:
    keys = {row.case_id for row in rows if row.case_id}
    cases = {
        one.id: one
        for one in work.session.scalars(
            select(Case).where(Case.id.in_(sorted(keys)), access.legible(work))
        )
    }
    limits = _limits(work, keys)
    days: dict[date, dict[int | None, list[Notice]]] = {}
    for row in rows:
        day = days.setdefault(local(row.created_at, zone).date(), {})
        day.setdefault(row.case_id, []).append(row)
    return tuple(
        DayNotices(
            day,
            tuple(
                CaseNotices(
                    key if key in cases else None,
                    cases[key].number if key in cases else "",
                    cases[key].title if key in cases else "",
                    tuple(_line(work, row, limits) for row in found),
                )
                for key, found in groups.items()
            ),
        )
        for day, groups in days.items()
    )


_Limits = dict[tuple[int, int], tuple[DeadlineState, datetime | None]]


def _limits(work: Work, cases: set[int]) -> _Limits:
    """How each limit of these cases stands, by case and its end; one that runs wins."""
    found: _Limits = {}
    rows = work.session.execute(
        select(Deadline.case_id, Deadline.due_at, Deadline.state, Deadline.closed_at)
        .where(Deadline.case_id.in_(sorted(cases)))
        .order_by(Deadline.id)
    )
    for case_id, due, state, closed in rows:
        key = case_id, int(due.timestamp())
        if state == DeadlineState.OPEN or key not in found:
            found[key] = state, closed
    return found


def _line(work: Work, row: Notice, limits: _Limits) -> NoticeLine:
    limit, at = "", None
    if row.ends_at is not None:
        key = row.case_id or 0, int(row.ends_at.timestamp())
        state, closed = limits.get(key, (None, None))
        over = row.ends_at < work.now
        if state in (DeadlineState.MET, DeadlineState.LATE_MET):
            limit, at = str(state), closed
        elif state in (DeadlineState.OPEN, DeadlineState.EXPIRED):
            limit, at = (str(DeadlineState.EXPIRED), row.ends_at) if over else ("", None)
        elif over or state == DeadlineState.SUPERSEDED:
            limit = OVER
    return NoticeLine(
        row.id, row.subject, row.body, row.created_at, row.read_at is not None, limit, at
    )


def mark_read(work: Work, notice_id: int) -> None:
    """Put away one of the officer's own notices; raises NotFound."""
    row = access.told(work, work.session.get(Notice, notice_id))
    if row is None or row.officer_id != work.actor.officer_id:
        raise NotFound("Pemberitahuan itu tidak ada.")
    row.read_at = row.read_at or work.now


def mark_all_read(work: Work, newest: int) -> int:
    """Put away the officer's own notices up to the newest one seen; gives how many they were.

    What came in since the page was opened stays.
    """
    done = work.session.scalars(
        update(Notice)
        .where(
            Notice.officer_id == work.actor.officer_id,
            Notice.read_at.is_(None),
            Notice.id <= newest,
            *notices.readable(work),
        )
        .values(read_at=work.now)
        .returning(Notice.id)
    )
    return len(done.all())
