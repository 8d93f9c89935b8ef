"""The derivation: every day counted or skipped, in the words of an officer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from casework.engine.calendar import Calendar
from casework.engine.counting import FirstDay, Unit
from casework.engine.due import DayStep
from casework.engine.rule import DeadlineRule, Direction
from casework.engine.words import clock, long_date, zone_name


def by_days(
    rule: DeadlineRule, start: datetime, due: datetime, calendar: Calendar, zone: str, length: int
) -> tuple[DayStep, ...]:
    """Name the start, then each day up to the limit, with the article that counts it."""
    first, last = start.date().toordinal(), due.date().toordinal()
    steps: list[DayStep] = []
    days: Iterable[int] = range(first, last + 1)
    if rule.direction is Direction.BEFORE:
        steps.append(_said(start.date(), f"hari kegiatan ({_facts(rule)}), dihitung mundur"))
        days = range(first - 1, last - 1, -1)
    elif rule.first_day is FirstDay.NEXT_DAY:
        steps.append(_said(start.date(), _left_out(rule)))
        days = range(first + 1, last + 1)
    steps.extend(_walk(rule, days, calendar, length))
    ended = steps.pop()
    closing = f"{ended.why}; batas berakhir pukul {clock(due, zone)}"
    return (*steps, DayStep(ended.date, ended.counted, closing))


def by_hours(
    rule: DeadlineRule, start: datetime, due: datetime, zone: str, length: int
) -> tuple[DayStep, ...]:
    """Name the moment the clock starts and the moment it ends."""
    began, ended = (f"{at:%H.%M.%S} {zone_name(zone)}" for at in (start, due))
    return (
        _said(start.date(), f"jam mulai dihitung pukul {began} ({_facts(rule)})"),
        DayStep(
            due.date(),
            True,
            f"{long_date(due.date())}: jam ke-{length} berakhir pukul {ended} "
            f"({rule.basis.citation})",
        ),
    )


def _walk(
    rule: DeadlineRule, days: Iterable[int], calendar: Calendar, length: int
) -> Iterator[DayStep]:
    of = f"dari {length} {rule.unit.label}"
    # The days beyond the ordinary length stand on the article that grants them.
    longer = rule.extension.basis if rule.extension else rule.basis
    number = 0
    for ordinal in days:
        day = date.fromordinal(ordinal)
        skipped = None
        if rule.unit is Unit.WORKING_DAYS:
            skipped = calendar.free(day, leave_counts=rule.leave_counts)
        if skipped:
            yield _said(day, f"tidak dihitung, {skipped}")
            continue
        number += 1
        basis = longer if number > rule.length else rule.basis
        why = f"{long_date(day)}: hari ke-{number} {of} ({basis.citation})"
        yield DayStep(day, True, why)


def _left_out(rule: DeadlineRule) -> str:
    basis = rule.first_day_basis
    return (
        f"hari mulai ({_facts(rule)}) tidak dihitung, hitungan mulai hari berikutnya "
        f"({basis.citation}, {basis.mark.label})"
    )


def _said(day: date, text: str) -> DayStep:
    return DayStep(day, False, f"{long_date(day)}: {text}")


def _facts(rule: DeadlineRule) -> str:
    return " dan ".join(rule.start_titles or rule.starts_on)
