"""The derivation: every day counted or skipped, in the words of an officer."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from casework.engine.calendar import Calendar
from casework.engine.counting import FirstDay, Unit
from casework.engine.due import DayStep
from casework.engine.rule import DeadlineRule, Direction
from casework.engine.words import clock, long_date

_DAY = timedelta(days=1)


def by_days(
    rule: DeadlineRule, start: datetime, due: datetime, calendar: Calendar, zone: str, length: int
) -> tuple[DayStep, ...]:
    """Name the start, then each day up to the limit, with the article that counts it."""
    if rule.direction is Direction.BEFORE:
        return _notice(rule, start, due, calendar, zone, length)
    steps = []
    first = start.date()
    if rule.first_day is FirstDay.NEXT_DAY:
        steps.append(DayStep(first, False, _left_out(rule, first)))
        first += _DAY
    number = 0
    day = first
    while day <= due.date():
        skipped = _skipped(rule, day, calendar)
        if skipped:
            steps.append(DayStep(day, False, f"{long_date(day)}: tidak dihitung, {skipped}"))
        else:
            number += 1
            steps.append(DayStep(day, True, _counted(rule, day, number, length)))
        day += _DAY
    return _ended(steps, due, zone)


def by_hours(
    rule: DeadlineRule, start: datetime, due: datetime, zone: str, length: int
) -> tuple[DayStep, ...]:
    """Name the moment the clock starts and the moment it ends."""
    begins = f"{long_date(start.date())} pukul {clock(start, zone)}"
    ends = f"{long_date(due.date())} pukul {due:%H.%M.%S} {clock(due, zone)[-4:].strip()}"
    return (
        DayStep(start.date(), False, f"{begins}: jam mulai dihitung ({_facts(rule)})"),
        DayStep(due.date(), True, f"{ends}: jam ke-{length} berakhir ({rule.basis.citation})"),
    )


def _notice(
    rule: DeadlineRule, start: datetime, due: datetime, calendar: Calendar, zone: str, length: int
) -> tuple[DayStep, ...]:
    steps = [
        DayStep(
            start.date(),
            False,
            f"{long_date(start.date())}: hari kegiatan ({_facts(rule)}), dihitung mundur",
        )
    ]
    number = 0
    day = start.date() - _DAY
    while day >= due.date():
        skipped = _skipped(rule, day, calendar)
        if skipped:
            steps.append(DayStep(day, False, f"{long_date(day)}: tidak dihitung, {skipped}"))
        else:
            number += 1
            steps.append(DayStep(day, True, _counted(rule, day, number, length)))
        day -= _DAY
    return _ended(steps, due, zone)


def _left_out(rule: DeadlineRule, day: date) -> str:
    basis = rule.first_day_basis
    return (
        f"{long_date(day)}: hari mulai ({_facts(rule)}) tidak dihitung, hitungan mulai hari "
        f"berikutnya ({basis.citation}, {basis.mark.label})"
    )


def _counted(rule: DeadlineRule, day: date, number: int, length: int) -> str:
    # The days beyond the ordinary length stand on the article that grants them.
    longer = rule.extension if number > rule.length else None
    basis = longer.basis if longer else rule.basis
    return f"{long_date(day)}: hari ke-{number} dari {length} {rule.unit.label} ({basis.citation})"


def _skipped(rule: DeadlineRule, day: date, calendar: Calendar) -> str | None:
    if rule.unit is not Unit.WORKING_DAYS:
        return None
    return calendar.free(day, leave_counts=rule.leave_counts)


def _ended(steps: list[DayStep], due: datetime, zone: str) -> tuple[DayStep, ...]:
    last = steps[-1]
    closing = f"{last.why}; batas berakhir pukul {clock(due, zone)}"
    return (*steps[:-1], DayStep(last.date, last.counted, closing))


def _facts(rule: DeadlineRule) -> str:
    return " dan ".join(rule.starts_on)
