"""Working-day limits: ours beside a bare rank table, a loop over the days, and `holidays`.

The work is a limit of fourteen working days of the law data. All contenders know the same
holidays, and before anything is timed every start day of the decreed calendars is compared.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import holidays

from bench.table import Row, Table, best
from casework.adapters import rulebook
from casework.engine import deadline
from casework.engine.calendar import Calendar
from casework.engine.counting import Unit
from casework.engine.law import Law
from casework.engine.rule import Direction

ZONE = "Asia/Jakarta"
STARTS = 2_000
ROUNDS = 7
TERM = 14


def by_loop(start: date, length: int, free: frozenset[date]) -> date:
    """What everybody writes first."""
    day = start
    while length:
        day += timedelta(days=1)
        if day.weekday() < 5 and day not in free:
            length -= 1
    return day


def library(calendar: Calendar) -> holidays.HolidayBase:
    """The `holidays` library for Indonesia, with our decreed days in the place of its own.

    So both sides answer the same question; that its own list differs is not what is timed here.
    """
    years = range(calendar.covers_from.year, calendar.covers_until.year + 1)
    ours = holidays.country_holidays("ID", years=years)
    ours.clear()
    ours.update({day: holiday.name for day, holiday in calendar.holidays.items()})
    return ours


def ruled(law: Law) -> tuple[str, deadline.DeadlineRule, bool]:
    """The edition and rule with the term nearest to fourteen working days; extended or not."""
    rules = [
        (name, rule, rule.extension is not None)
        for name, edition in law.editions.items()
        for rule in edition.deadlines.values()
        if rule.known and rule.unit is Unit.WORKING_DAYS and rule.direction is Direction.AFTER
        if not rule.leave_counts and len(rule.starts_on) == 1 and not rule.follows
    ]
    if not rules:
        raise SystemExit("bench: no rule of the law data counts working days")
    return min(rules, key=lambda found: abs(found[1].span(extended=found[2]) - TERM))


def compare(calendar: Calendar, rule: deadline.DeadlineRule, extended: bool) -> int:
    """Hold all contenders against each other on every start day; gives how many there were."""
    length = rule.span(extended=extended)
    theirs, free = library(calendar), frozenset(calendar.holidays)
    read = deadline.dates(rule, calendar, extended=extended)
    bare = bare_table(calendar, length)
    day, compared = calendar.covers_from, 0
    # A term that ends beyond the calendars would ask the library for holidays of its own.
    while (last := by_loop(day, length, free)) <= calendar.covers_until:
        at = datetime.combine(day, time(9), ZoneInfo(ZONE))
        told = deadline.compute(rule, at, calendar=calendar, zone=ZONE, extended=extended)
        answers = {
            read(day), bare(day), deadline.due_date(rule, day, calendar, extended=extended),
            told.due.date(), theirs.get_nth_working_day(day, length), last,
        }  # fmt: skip
        if len(answers) > 1:
            raise SystemExit(f"bench: from {day} the contenders do not agree; nothing was timed")
        day, compared = day + timedelta(days=1), compared + 1
    return compared


def bare_table(calendar: Calendar, length: int) -> Callable[[date], date]:
    """The floor: a sorted tuple, one bisection, one look-up, nothing else."""
    ordinals, step = calendar.working.ordinals, length - 1

    def read(start: date) -> date:
        return date.fromordinal(ordinals[bisect_right(ordinals, start.toordinal()) + step])

    return read


def measure(seed: int) -> Table:
    """Time the contenders on the same random start days."""
    law = rulebook.load()
    calendar = law.calendar
    edition, rule, extended = ruled(law)
    length = rule.span(extended=extended)
    compared = compare(calendar, rule, extended)
    years = f"{calendar.covers_from.year} to {calendar.covers_until.year}"
    chance, span = random.Random(seed), compared
    starts = [calendar.covers_from + timedelta(chance.randrange(span)) for _ in range(STARTS)]
    moments = [datetime.combine(day, time(9), ZoneInfo(ZONE)) for day in starts]
    free, theirs = frozenset(calendar.holidays), library(calendar)
    read = deadline.dates(rule, calendar, extended=extended)
    bare = bare_table(calendar, length)

    def stories() -> list[deadline.Due]:
        return [
            deadline.compute(rule, moment, calendar=calendar, zone=ZONE, extended=extended)
            for moment in moments
        ]

    def single() -> list[date]:
        return [deadline.due_date(rule, day, calendar, extended=extended) for day in starts]

    rows = tuple(
        Row(name, best(work, STARTS, ROUNDS))
        for name, work in (
            ("ours, date only", lambda: [read(day) for day in starts]),
            ("ours, date only, rule looked up each time", single),
            ("ours, date with derivation of every day", stories),
            ("a bare rank table, date only", lambda: [bare(day) for day in starts]),
            ("a loop over the days, date only", lambda: [by_loop(d, length, free) for d in starts]),
            (
                "holidays library, date only",
                lambda: [theirs.get_nth_working_day(day, length) for day in starts],
            ),
        )
    )
    ours = rows[0].microseconds
    return Table(
        name="deadline",
        work=f"{edition} {rule.id}: {length} working days from {STARTS} start days",
        rows=rows,
        ratios={row.name: row.microseconds / ours for row in rows[3:]},
        notes=(f"all agree on {compared} of {compared} start days, {years}",),
        seed=seed,
    )
