"""Many last days at once: the rank table as arrays. The one module that needs numpy.

Days go in and come out as proleptic ordinals (`date.toordinal`), so that a caller needs neither
numpy nor a million date objects.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import ArrayLike, NDArray

from casework.engine.calendar import Calendar, HolidayKind
from casework.engine.counting import FirstDay, RankTable, Unit
from casework.engine.refusals import DeadlineRefused
from casework.engine.rule import DeadlineRule, Direction, Ends

Days = NDArray[np.int64]


@dataclass(frozen=True)
class _Arrays:
    """`before[n]` and `before[n + 1]` are the ranks before and through the n-th day from `base`."""

    base: int
    before: Days
    working: Days


def last_days(
    rule: DeadlineRule, starts: ArrayLike, calendar: Calendar, *, extended: bool = False
) -> Days:
    """The last day of `rule` for every start day, as `due_date` gives it for one.

    Without pauses. Raises DeadlineRefused for a rule in hours, CalendarGap when one of the days
    lies outside the calendar.
    """
    days = np.asarray(starts, dtype=np.int64)
    if rule.follows:
        days = last_days(rule.follows, days, calendar)
    found = _count(rule, days, calendar, rule.span(extended=extended))
    return _open(rule, found, calendar)


def strict_days(
    rule: DeadlineRule, starts: ArrayLike, calendar: Calendar, *, extended: bool = False
) -> Days:
    """The last day of `rule` for every start day by the stricter reading: the safe dates.

    Days are proleptic ordinals; pauses are not counted. Raises DeadlineRefused for a rule in
    hours, CalendarGap when one of the days lies outside the calendar.
    """
    days = np.asarray(starts, dtype=np.int64)
    if rule.follows:
        days = strict_days(rule.follows, days, calendar)
    back = rule.direction is Direction.BEFORE
    length = rule.span(extended=extended) + back
    return _count(replace(rule, first_day=FirstDay.SAME_DAY), days, calendar, length)


def _count(rule: DeadlineRule, days: Days, calendar: Calendar, length: int) -> Days:
    back, same_day = rule.direction is Direction.BEFORE, rule.first_day is FirstDay.SAME_DAY
    if rule.unit is Unit.HOURS:
        raise DeadlineRefused(f"Batas {rule.id} berjam; hari terakhirnya bergantung pada jamnya.")
    if rule.unit is Unit.CALENDAR_DAYS:
        return days - length if back else days + (length - same_day)
    table = calendar.table(leave_counts=rule.leave_counts)
    arrays = _arrays(table)
    if days.size == 0:
        return days
    _check(table, days)
    # The rank before a day is the rank through the day before it, one place further on.
    shift = 0 if back or same_day else 1
    ranks = arrays.before.take(days - (arrays.base - shift))
    ranks += -length if back else length - 1
    for extreme in (ranks.min(), ranks.max()):
        table.at(int(extreme))
    return arrays.working.take(ranks)


def _check(table: RankTable, days: Days) -> None:
    for extreme in (days.min(), days.max()):
        table.before(date.fromordinal(int(extreme)))


def _arrays(table: RankTable) -> _Arrays:
    found: _Arrays | None = table.memo.get("arrays")
    if found is None:
        base = table.first.toordinal()
        working = np.array(table.ordinals, dtype=np.int64)
        marks = np.zeros(table.last.toordinal() - base + 2, dtype=np.int64)
        marks[working - base + 1] = 1
        found = table.memo["arrays"] = _Arrays(base, np.cumsum(marks), working)
    return found


def _open(rule: DeadlineRule, days: Days, calendar: Calendar) -> Days:
    if rule.ends is not Ends.OFFICE_CLOSE or rule.direction is Direction.BEFORE:
        return days
    for holiday in calendar.holidays.values():
        if holiday.kind is HolidayKind.CLOSURE:
            opens = calendar.reopens(holiday.on).toordinal()
            days = np.where(days == holiday.on.toordinal(), opens, days)
    return days
