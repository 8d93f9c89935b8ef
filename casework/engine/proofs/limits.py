"""Limits: worked examples hold, an inner window never outruns its outer one, reminders fit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from casework.engine.calendar import Calendar
from casework.engine.counting import Unit
from casework.engine.deadline import compute, due_date
from casework.engine.edition import Edition
from casework.engine.law import Law
from casework.engine.proofs.fault import Fault
from casework.engine.refusals import CalendarGap, DeadlineRefused, RuleUnknown
from casework.engine.rule import DeadlineRule, Example

_ZONE = "Asia/Jakarta"


def faults(law: Law, edition: Edition) -> Iterator[Fault]:
    """Recompute every example, and walk every start date of the decreed calendars."""
    for rule in edition.deadlines.values():
        where = f"batas {rule.id}"
        if not rule.known:
            continue
        if not rule.examples:
            yield Fault(where, "Tidak punya contoh (examples).")
        for example in rule.examples:
            story = _example(law.calendar, rule, example)
            if story:
                yield Fault(where, story)
        yield from _reminders(rule, where)
        outer = edition.deadlines.get(rule.within or "")
        if outer is not None:
            yield from _inside(law.calendar, rule, outer, where)


def _example(calendar: Calendar, rule: DeadlineRule, example: Example) -> str | None:
    try:
        due = compute(
            rule,
            _aware(example.start),
            calendar=calendar,
            zone=_ZONE,
            extended=example.extended,
            also={name: _aware(at) for name, at in example.also},
        )
    except (CalendarGap, DeadlineRefused, RuleUnknown) as refusal:
        return f"Contoh mulai {example.start} tidak dapat dihitung: {refusal}"
    got = due.due if isinstance(example.due, datetime) else due.due.date()
    if got == example.due:
        return None
    return (
        f'Contoh "{example.why}": mulai {example.start} seharusnya berakhir {example.due}, '
        f"tetapi aturan ini memberi {got}."
    )


def _reminders(rule: DeadlineRule, where: str) -> Iterator[Fault]:
    shortest = timedelta(hours=rule.length) if rule.unit is Unit.HOURS else timedelta(rule.length)
    for rung in rule.reminders:
        if rung.before >= shortest:
            yield Fault(
                where,
                f"Pengingat {rung.before} sebelum batas jatuh sebelum jam mulai: jangkanya hanya "
                f"{rule.length} {rule.unit.label}.",
            )


def _inside(
    calendar: Calendar, inner: DeadlineRule, outer: DeadlineRule, where: str
) -> Iterator[Fault]:
    """The first start date, of all decreed ones, whose inner window ends after the outer."""
    day = calendar.covers_from
    while day <= calendar.covers_until:
        ends, limit = _last(inner, day, calendar), _last(outer, day, calendar)
        if ends > limit:
            yield Fault(
                where,
                f"Mulai {day.isoformat()} batas ini berakhir {ends.isoformat()}, sesudah batas "
                f"luarnya {outer.id} ({limit.isoformat()}); jendelanya kosong.",
            )
            return
        day += timedelta(days=1)


def _last(rule: DeadlineRule, start: date, calendar: Calendar) -> date:
    if rule.unit is Unit.HOURS:
        return start + timedelta(days=-(-rule.length // 24))
    return due_date(rule, start, calendar)


def _aware(at: date | datetime) -> datetime:
    found = at if isinstance(at, datetime) else datetime.combine(at, time())
    return found if found.tzinfo else found.replace(tzinfo=ZoneInfo(_ZONE))
