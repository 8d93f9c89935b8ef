"""The derivation: every day counted or skipped, in the words of an officer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from casework.engine.calendar import Calendar
from casework.engine.counting import FirstDay, Ranks, RankTable
from casework.engine.due import DayStep
from casework.engine.pauses import Stop
from casework.engine.rule import DeadlineRule, Direction
from casework.engine.words import clock, long_date
from casework.engine.zones import zone_name


@dataclass(frozen=True)
class Count:
    """What was counted, from `start` to `last`: the rule, its ranks, the length that applied.

    `stops` are the pauses that were felt.
    """

    rule: DeadlineRule
    ranks: Ranks
    calendar: Calendar
    length: int
    start: date
    last: date
    stops: tuple[Stop, ...] = ()


def by_days(count: Count, due: datetime, zone: str) -> tuple[DayStep, ...]:
    """Name the start, then each day up to the limit, with the article that counts it."""
    rule, start = count.rule, count.start
    first, last = start.toordinal(), count.last.toordinal()
    if rule.direction is Direction.BEFORE:
        steps = [_said(start, f"hari kegiatan ({_facts(rule)}), dihitung mundur")]
        _walk(count, range(first - 1, last - 1, -1), steps)
    elif rule.first_day is FirstDay.NEXT_DAY:
        steps = [_said(start, _left_out(rule))]
        _walk(count, range(first + 1, last + 1), steps)
    else:
        steps = []
        _walk(count, range(first, last + 1), steps)
        steps[0] = _more(steps[0], f"hari mulai ({_facts(rule)}) ikut dihitung {_first(rule)}")
    steps += _closed(count, due.date())
    steps[-1] = _more(steps[-1], f"batas berakhir pukul {clock(due, zone)}")
    return tuple(steps)


def by_hours(
    rule: DeadlineRule,
    start: datetime,
    due: datetime,
    zone: str,
    length: int,
    stops: tuple[Stop, ...] = (),
) -> tuple[DayStep, ...]:
    """Name the moment the clock starts, the times it stood still, and the moment it ends."""
    return (
        _said(start.date(), f"jam mulai dihitung pukul {_hour(start, zone)} ({_facts(rule)})"),
        *_stood(stops, zone),
        DayStep(
            due.date(),
            True,
            f"{long_date(due.date())}: jam ke-{length} berakhir pukul {_hour(due, zone)} "
            f"({rule.basis.citation})",
        ),
    )


def _closed(count: Count, due: date) -> Iterator[DayStep]:
    """The days from a last day on which the office is closed until it opens again."""
    for ordinal in range(count.last.toordinal() + 1, due.toordinal() + 1):
        day = date.fromordinal(ordinal)
        free = count.calendar.free(day)
        yield _said(day, f"tidak dihitung, {free}" if free else "kantor buka kembali")


def _stood(stops: tuple[Stop, ...], zone: str) -> Iterator[DayStep]:
    for stop in stops:
        until = f"{long_date(stop.until.date())} pukul {_hour(stop.until, zone)}"
        yield _said(
            stop.since.date(),
            f"jam berhenti pukul {_hour(stop.since, zone)} sampai {until}, jeda "
            f"{stop.pause.title} ({stop.pause.basis.citation})",
        )


def _walk(count: Count, days: range, steps: list[DayStep]) -> None:
    rule, number = count.rule, 0
    after = f" dari {count.length} {rule.unit.label} ("
    # The days beyond the ordinary length stand on the article that grants them.
    longer = rule.extension.basis if rule.extension else rule.basis
    cited, further = f"{after}{rule.basis.citation})", f"{after}{longer.citation})"
    free = _free(count.ranks, count) if isinstance(count.ranks, RankTable) else {}
    skipped = {**free, **_paused(count.stops)} if count.stops else free
    for ordinal in days:
        step = skipped.get(ordinal)
        if step is None:
            number += 1
            day, words = _NAMED.get(ordinal) or _name(ordinal)
            tail = cited if number <= rule.length else further
            step = DayStep(day, True, f"{words}{number}{tail}")
        steps.append(step)


# Day and first words of a counted day, by ordinal; bounded by the years a limit may start in.
_NAMED: dict[int, tuple[date, str]] = {}


def _name(ordinal: int) -> tuple[date, str]:
    day = date.fromordinal(ordinal)
    found = _NAMED[ordinal] = (day, f"{long_date(day)}: hari ke-")
    return found


def _free(table: RankTable, count: Count) -> dict[int, DayStep]:
    """Every day that is no working day, worded once for its table."""
    told: dict[int, DayStep] = table.memo.get("told") or {}
    if not told:
        leave = count.rule.leave_counts
        working = set(table.ordinals)
        for ordinal in range(table.first.toordinal(), table.last.toordinal() + 1):
            if ordinal not in working:
                day = date.fromordinal(ordinal)
                why = count.calendar.free(day, leave_counts=leave)
                told[ordinal] = _said(day, f"tidak dihitung, {why}")
        table.memo["told"] = told
    return told


def _paused(stops: tuple[Stop, ...]) -> dict[int, DayStep]:
    found: dict[int, DayStep] = {}
    for stop in stops:
        for ordinal in range(stop.since.toordinal(), stop.until.toordinal() + 1):
            why = f"tidak dihitung, jeda {stop.pause.title} ({stop.pause.basis.citation})"
            found.setdefault(ordinal, _said(date.fromordinal(ordinal), why))
    return found


def _more(step: DayStep, text: str) -> DayStep:
    return DayStep(step.date, step.counted, f"{step.why}; {text}")


def _left_out(rule: DeadlineRule) -> str:
    return (
        f"hari mulai ({_facts(rule)}) tidak dihitung, hitungan mulai hari berikutnya {_first(rule)}"
    )


def _first(rule: DeadlineRule) -> str:
    return f"({rule.first_day_basis.citation}, {rule.first_day_basis.mark.label})"


def _said(day: date, text: str) -> DayStep:
    return DayStep(day, False, f"{long_date(day)}: {text}")


def _hour(at: datetime, zone: str) -> str:
    return f"{at:%H.%M.%S} {zone_name(zone)}"


def _facts(rule: DeadlineRule) -> str:
    if rule.follows:
        return f"berakhirnya batas {rule.follows.title}"
    return " dan ".join(rule.start_titles or rule.starts_on)
