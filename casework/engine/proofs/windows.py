"""Windows: on no start date of the decreed calendars does one close before it opens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from casework.engine.calendar import Calendar
from casework.engine.counting import Unit
from casework.engine.deadline import dates
from casework.engine.edition import Edition
from casework.engine.proofs.fault import Fault
from casework.engine.rule import DeadlineRule, Direction

_DAY = timedelta(days=1)


def faults(calendar: Calendar, edition: Edition, rule: DeadlineRule, where: str) -> Iterator[Fault]:
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
