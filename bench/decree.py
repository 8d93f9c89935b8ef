"""A new holiday: a million open limits computed anew, at once and one after the other.

Both sides read the same new calendar and answer the same question for every limit: its new last
day. Ours reads the rank table as arrays; the loop asks our own reader of single dates, and the
other loop walks the days, which is what everybody writes first.
"""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import numpy as np

from bench.deadline import by_loop
from bench.table import Row, Table, best
from casework.adapters import rulebook
from casework.engine.calendar import Calendar, HolidayKind
from casework.engine.counting import Unit
from casework.engine.deadline import DeadlineRule, dates
from casework.engine.law import Law
from casework.engine.rule import Direction
from casework.engine.vector import last_days

OPEN = 1_000_000
ROUNDS = 5
SAMPLE = 50_000


def rules(law: Law) -> list[DeadlineRule]:
    """The limits in working days that a case may have open."""
    found = {
        (rule.length, rule.leave_counts): rule
        for edition in law.editions.values()
        for rule in edition.deadlines.values()
        if rule.known and rule.unit is Unit.WORKING_DAYS and rule.direction is Direction.AFTER
        if not rule.leave_counts and not rule.follows and not rule.pauses
    }
    if not found:
        raise SystemExit("bench: no rule of the law data counts working days")
    return list(found.values())


def decreed(calendar: Calendar, chance: random.Random) -> Calendar:
    """The calendar after a decree: one more working day is free."""
    first, last = calendar.covers_from, calendar.covers_until
    day = first
    while calendar.free(day):
        day = first + timedelta(chance.randrange((last - first).days))
    sample = next(one for one in calendar.holidays.values() if one.kind is HolidayKind.NATIONAL)
    return replace(calendar, holidays={**calendar.holidays, day: replace(sample, on=day)})


def measure(seed: int) -> Table:
    """Time the recalculation of every open limit by arrays and by two loops."""
    law, chance = rulebook.load(), random.Random(seed)
    old = law.calendar
    new = decreed(old, chance)
    span = (old.covers_until - old.covers_from).days - 60
    terms = rules(law)
    each = OPEN // len(terms)
    base = old.covers_from
    groups = [
        (rule, [base + timedelta(chance.randrange(span)) for _ in range(each)]) for rule in terms
    ]
    arrays: list[tuple[DeadlineRule, Any]] = [
        (rule, np.array([day.toordinal() for day in days], dtype=np.int64)) for rule, days in groups
    ]
    before = [last_days(rule, days, old) for rule, days in arrays]
    free = frozenset(new.holidays)

    def at_once() -> int:
        return sum(
            int(np.count_nonzero(last_days(rule, days, new) != was))
            for (rule, days), was in zip(arrays, before, strict=True)
        )

    def one_by_one() -> list[date]:
        return [read(day) for rule, days in groups for read in (dates(rule, new),) for day in days]

    def walked() -> list[date]:
        part = SAMPLE // len(groups)
        return [by_loop(day, rule.length, free) for rule, days in groups for day in days[:part]]

    answers = [last_days(rule, days, new) for rule, days in arrays]
    if [int(day) for group in answers for day in group] != [d.toordinal() for d in one_by_one()]:
        raise SystemExit("bench: the contenders do not agree; nothing was timed")
    part = SAMPLE // len(groups)
    if [int(day) for group in answers for day in group[:part]] != [
        day.toordinal() for day in walked()
    ]:
        raise SystemExit("bench: the walk over the days does not agree; nothing was timed")
    count = each * len(groups)
    rows = (
        Row("ours, many at once, with what moved", best(at_once, count, ROUNDS)),
        Row("a loop over our reader of single dates", best(one_by_one, count, ROUNDS)),
        Row("a loop that walks the days", best(walked, part * len(groups), ROUNDS)),
    )
    ours = rows[0].microseconds
    return Table(
        name="decree",
        work=f"one new holiday, {count:,} open limits of {len(groups)} rules computed anew",
        rows=rows,
        ratios={row.name: row.microseconds / ours for row in rows[1:]},
        notes=(
            f"all agree on every date; {at_once():,} limits move",
            f"the walk was timed on {part * len(groups):,} of them",
        ),
        seed=seed,
    )
