"""Windows: on no start date of the decreed calendars does one close before it opens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from casework.engine.calendar import Calendar
from casework.engine.counting import Unit
from casework.engine.deadline import compute, dates
from casework.engine.edition import Edition
from casework.engine.law import Law
from casework.engine.pauses import Pause, Stop
from casework.engine.proofs.fault import Fault
from casework.engine.refusals import CalendarGap, DeadlineRefused, RuleUnknown
from casework.engine.rule import DeadlineRule, Direction, Example

_DAY = timedelta(days=1)


def window_faults(
    calendar: Calendar, edition: Edition, rule: DeadlineRule, where: str
) -> Iterator[Fault]:
    """The first start date, of all decreed ones, on which a window of the rule is empty."""
    yield from _own(calendar, rule, where)
    outer = edition.deadlines.get(rule.within or "")
    if outer is None or not outer.known:
        return
    if rule.direction is Direction.BEFORE:
        yield from _notice(calendar, rule, outer, where)
        return
    yield from _inside(calendar, rule, outer, where, extended=False)
    if rule.extension:
        yield from _inside(calendar, rule, outer, where, extended=True)


def _own(calendar: Calendar, rule: DeadlineRule, where: str) -> Iterator[Fault]:
    """A limit that ends at office close on the day it starts is over for whoever comes later."""
    if rule.closes_at is None or rule.direction is Direction.BEFORE:
        return
    last = _last(rule, calendar)
    for day in _days(calendar):
        if last(day) <= day:
            yield Fault(
                where,
                f"Mulai {day.isoformat()} sesudah pukul {rule.closes_at:%H.%M} batas ini sudah "
                "berakhir hari itu juga; jendelanya kosong.",
            )
            return


def _inside(
    calendar: Calendar, inner: DeadlineRule, outer: DeadlineRule, where: str, *, extended: bool
) -> Iterator[Fault]:
    ends = _last(inner, calendar, extended=extended)
    limit = _last(outer, calendar, extended=extended and outer.extension is not None)
    longer = " yang diperpanjang" if extended else ""
    for day in _days(calendar):
        if ends(day) > limit(day):
            yield Fault(
                where,
                f"Mulai {day.isoformat()} batas ini{longer} berakhir {ends(day).isoformat()}, "
                f"sesudah batas luarnya {outer.id} ({limit(day).isoformat()}); jendelanya kosong.",
            )
            return


def _notice(
    calendar: Calendar, notice: DeadlineRule, outer: DeadlineRule, where: str
) -> Iterator[Fault]:
    """A notice must still go out, at the latest on the day the outer limit starts."""
    limit, sent = _last(outer, calendar), _last(notice, calendar)
    for day in _days(calendar):
        if sent(limit(day)) < day:
            yield Fault(
                where,
                f"Bila {outer.id} mulai {day.isoformat()} dan berakhir {limit(day).isoformat()}, "
                f"pemberitahuan ini harus sudah dikirim {sent(limit(day)).isoformat()}; "
                "jendelanya kosong.",
            )
            return


def _last(
    rule: DeadlineRule, calendar: Calendar, *, extended: bool = False
) -> Callable[[date], date]:
    if rule.unit is Unit.HOURS:
        # Started in the last minute of a day, hours reach into the day after the whole days.
        days = -(-rule.span(extended=extended) // 24)
        return lambda start: start + timedelta(days=days)
    return dates(rule, calendar, extended=extended)


def _days(calendar: Calendar) -> Iterator[date]:
    day = calendar.covers_from
    while day <= calendar.covers_until:
        yield day
        day += _DAY


_ZONE = "Asia/Jakarta"


def faults(law: Law, edition: Edition) -> Iterator[Fault]:
    """Recompute every example, and walk every start date of the decreed calendars."""
    for rule in edition.deadlines.values():
        where = f"batas {rule.id}"
        if not rule.on_expiry:
            yield Fault(where, "Tidak menyebut akibat bila lewat (on_expiry).")
        if not rule.known:
            continue
        yield from _lacking(law.calendar, rule, where)
        for example in rule.examples:
            story = _example(law.calendar, rule, example)
            if story:
                yield Fault(where, story)
        yield from reminders_fit(rule, where)
        yield from window_faults(law.calendar, edition, rule, where)


def _lacking(calendar: Calendar, rule: DeadlineRule, where: str) -> Iterator[Fault]:
    if not rule.examples:
        yield Fault(where, "Tidak punya contoh (examples).")
    elif rule.extension and not any(example.extended for example in rule.examples):
        yield Fault(where, "Tidak punya contoh dengan perpanjangan (extended: true).")
    if rule.examples and rule.unit is not Unit.HOURS and not _tells_unit(calendar, rule):
        yield Fault(
            where,
            "Contohnya tidak membedakan hari kalender dari hari kerja; tambah satu yang melewati "
            "hari libur.",
        )


def _tells_unit(calendar: Calendar, rule: DeadlineRule) -> bool:
    """Would an example fail if the days were counted the other way?"""
    days, working = Unit.CALENDAR_DAYS, Unit.WORKING_DAYS
    other = replace(rule, unit=days if rule.unit is working else working)
    return any(_example(calendar, other, example) for example in rule.examples)


def _example(calendar: Calendar, rule: DeadlineRule, example: Example) -> str | None:
    try:
        due = compute(
            rule,
            _aware(example.start),
            calendar=calendar,
            zone=_ZONE,
            extended=example.extended,
            also={name: _aware(at) for name, at in example.also},
            stops=[
                Stop(_pause(rule, name), _aware(since), _aware(until))
                for name, since, until in example.pauses
            ],
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


def _pause(rule: DeadlineRule, name: str) -> Pause:
    """The pause that begins with that fact, of this rule or of one it follows; "" is the only."""
    known = [*rule.pauses]
    before = rule.follows
    while before is not None:
        known += before.pauses
        before = before.follows
    fitting = [one for one in known if name in ("", one.begins)]
    if len(fitting) != 1:
        raise DeadlineRefused(
            f'Contoh menyebut jeda "{name}", yang tidak ada atau lebih dari satu.'
        )
    return fitting[0]


def reminders_fit(rule: DeadlineRule, where: str) -> Iterator[Fault]:
    """Reminders that come before the clock starts, or only once it has run out."""
    shortest = timedelta(hours=rule.length) if rule.unit is Unit.HOURS else timedelta(rule.length)
    for rung in rule.reminders:
        if rung.before >= shortest:
            yield Fault(
                where,
                f"Pengingat {rung.before} sebelum batas jatuh sebelum jam mulai: jangkanya hanya "
                f"{rule.length} {rule.unit.label}.",
            )
    if rule.reminders and all(rung.before <= timedelta(0) for rung in rule.reminders):
        yield Fault(where, "Semua pengingatnya baru jatuh pada atau sesudah batas.")


def _aware(at: date | datetime) -> datetime:
    found = at if isinstance(at, datetime) else datetime.combine(at, time())
    return found if found.tzinfo else found.replace(tzinfo=ZoneInfo(_ZONE))
