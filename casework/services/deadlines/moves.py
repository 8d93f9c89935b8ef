"""Which running limits today's calendars end otherwise: read many at once, changing nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import ColumnElement, func, or_, select

from casework.engine.counting import Unit
from casework.engine.rule import DeadlineRule
from casework.engine.vector import last_days, strict_days
from casework.models import Case, Deadline, Office
from casework.models.deadline import UNMET
from casework.services.cases import facts
from casework.services.core.work import Work
from casework.services.law import derivation, place
from casework.services.law.place import Place

_AT_A_TIME = 20_000


@dataclass(frozen=True)
class Move:
    """One limit that the calendars of today end otherwise; times are ISO-8601 with offset.

    Where `old` and `new` are the same, the safe date or the mark "provisional" differs.
    """

    case_id: int
    number: str
    office: str
    deadline_id: int
    rule: str
    title: str
    old: str
    new: str

    @property
    def moves(self) -> bool:
        """Does the limit itself end at another time?"""
        return self.old != self.new


def moved(work: Work, cases: Collection[int] | None = None) -> list[Move]:
    """The unmet limits in working days that today's calendars end otherwise; changes nothing.

    Reads every one that was counted with another version of its office's calendar, many at once
    (only those of `cases` when given). Raises RuleUnknown or CalendarGap where a stored limit
    cannot be computed any more.
    """
    query = select(Office.code, Office.zone).order_by(Office.code)
    if cases is not None:
        concerned = select(Case.office_id).where(Case.id.in_(cases))
        before = select(Deadline.office_id).where(Deadline.case_id.in_(cases))
        query = query.where(or_(Office.id.in_(concerned), Office.id.in_(before)))
    offices = work.session.execute(query).all()
    return [
        one
        for code, zone in offices
        for one in _of_office(work, code, place.place(work.law, code, zone), cases)
    ]


class _Stored(NamedTuple):
    """A limit as stored, with what its case and office say of it."""

    id: int
    case_id: int
    rule: str
    title: str
    started_at: str
    due: str
    safe: str
    extended: bool
    provisional: bool
    edition: str
    revision: str
    registration_number: str
    receipt_number: str
    office_id: int | None


_STORED = (
    Deadline.id, Deadline.case_id, Deadline.rule, Deadline.title, Deadline.started_at,
    Deadline.due, Deadline.safe, Deadline.extended, Deadline.provisional, Case.edition,
    Case.revision, Case.registration_number, Case.receipt_number, Deadline.office_id,
)  # fmt: skip


def _of_office(
    work: Work, office: str, where: Place, cases: Collection[int] | None
) -> Iterator[Move]:
    query = (
        select(*_STORED)
        .join(Case, Case.id == Deadline.case_id)
        .join(Office, Office.id == func.coalesce(Deadline.office_id, Case.office_id))
        .where(Office.code == office, _stale(where.calendar.version))
    )
    if cases is not None:
        query = query.where(Deadline.case_id.in_(cases))
    rows = work.session.execute(query.execution_options(yield_per=_AT_A_TIME))
    for some in rows.partitions(_AT_A_TIME):
        pinned = sorted((_Stored._make(row) for row in some), key=_pin)
        for (edition, revision, rule_id, extended), group in groupby(pinned, key=_pin):
            rule = where.rule(work.law.edition(edition, revision), rule_id)
            for row, due in _compare(work, where, rule, extended, list(group)):
                number = row.registration_number or row.receipt_number
                yield Move(row.case_id, number, office, row.id, row.rule, row.title, row.due, due)


def _stale(version: str) -> ColumnElement[bool]:
    """Unmet, in working days, and counted with another calendar or one nobody noted."""
    return (
        Deadline.state.in_(UNMET)
        & (Deadline.unit == Unit.WORKING_DAYS)
        & or_(Deadline.calendar.is_(None), Deadline.calendar != version)
    )


def _pin(row: _Stored) -> tuple[str, str, str, bool]:
    return row.edition, row.revision, row.rule, row.extended


def _compare(
    work: Work,
    where: Place,
    rule: DeadlineRule,
    extended: bool,
    rows: list[_Stored],
) -> Iterator[tuple[_Stored, str]]:
    """The limits that end otherwise, each with its new end."""
    if rule.pauses or rule.follows:
        # What stopped the clock, or when the limit before ended, stands in the case alone.
        yield from _one_by_one(work, rule, extended, rows)
        return
    starts = [_ordinal(row.started_at) for row in rows]
    due = last_days(rule, starts, where.calendar, extended=extended).tolist()
    safe = strict_days(rule, starts, where.calendar, extended=extended).tolist()
    for row, start, last, strict in zip(rows, starts, due, safe, strict=True):
        sure = all(where.calendar.decreed(date.fromordinal(day)) for day in (start, last))
        if (last, strict, sure) != (_ordinal(row.due), _ordinal(row.safe), not row.provisional):
            yield row, f"{date.fromordinal(last).isoformat()}{row.due[10:]}"


def _one_by_one(
    work: Work, rule: DeadlineRule, extended: bool, rows: Iterable[_Stored]
) -> Iterator[tuple[_Stored, str]]:
    for row in rows:
        case = work.session.get_one(Case, row.case_id)
        times = facts.times(work, case)
        due = derivation.derive(work, case, rule, times, extended=extended, office_id=row.office_id)
        new = due.due.isoformat(), due.safe.isoformat(), due.provisional
        if new != (row.due, row.safe, row.provisional):
            yield row, new[0]


def _ordinal(text: str) -> int:
    """The day of a stored time, in the office's own zone."""
    return date.fromisoformat(text[:10]).toordinal()
