"""Working-day limits: ours beside a loop over the days and beside the `holidays` library.

The work is the longest working-day limit the law data has. All contenders know the same holidays,
and every answer is compared before it is timed.
"""

from __future__ import annotations

import random
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
ROUNDS = 5


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


def longest(law: Law) -> tuple[str, deadline.DeadlineRule]:
    """The edition and rule with the most working days, by its extended term where it has one."""
    rules = [
        (name, rule)
        for name, edition in law.editions.items()
        for rule in edition.deadlines.values()
        if rule.known and rule.unit is Unit.WORKING_DAYS and rule.direction is Direction.AFTER
        if not rule.leave_counts and len(rule.starts_on) == 1
    ]
    if not rules:
        raise SystemExit("bench: no rule of the law data counts working days")
    return max(rules, key=lambda pair: pair[1].span(extended=pair[1].extension is not None))


def measure(seed: int) -> Table:
    """Time the contenders on the same random start days."""
    law = rulebook.load()
    calendar = law.calendar
    edition, rule = longest(law)
    extended = rule.extension is not None
    length = rule.span(extended=extended)
    chance = random.Random(seed)
    span = (calendar.covers_until - calendar.covers_from).days - 60
    starts = [calendar.covers_from + timedelta(days=chance.randrange(span)) for _ in range(STARTS)]
    moments = [datetime.combine(day, time(9), ZoneInfo(ZONE)) for day in starts]
    free = frozenset(calendar.holidays)
    theirs = library(calendar)

    def our_dates() -> list[date]:
        return [deadline.due_date(rule, day, calendar, extended=extended) for day in starts]

    def our_stories() -> list[deadline.Due]:
        return [
            deadline.compute(rule, moment, calendar=calendar, zone=ZONE, extended=extended)
            for moment in moments
        ]

    def loop() -> list[date]:
        return [by_loop(day, length, free) for day in starts]

    def with_library() -> list[date]:
        return [theirs.get_nth_working_day(day, length) for day in starts]

    answers = our_dates()
    if not answers == loop() == with_library() == [due.due.date() for due in our_stories()]:
        raise SystemExit("bench: the contenders do not agree; nothing was timed")
    rows = tuple(
        Row(name, best(work, STARTS, ROUNDS))
        for name, work in (
            ("ours, date only", our_dates),
            ("ours, date with derivation of every day", our_stories),
            ("a loop over the days, date only", loop),
            ("holidays library, date only", with_library),
        )
    )
    ours = rows[0].microseconds
    return Table(
        name="deadline",
        work=f"{edition} {rule.id}: {length} working days from {STARTS} start days",
        rows=rows,
        ratios={row.name: row.microseconds / ours for row in rows[2:]},
        notes=(f"all agree on {STARTS} of {STARTS} dates",),
        seed=seed,
    )
