"""When each rung of a ladder of reminders is delivered, and what it is called."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from casework.engine.rule import DeadlineRule, Rung
from casework.services.law.openings import Openings
from casework.services.staff.quiet import LAST_CALL

_DAY, _HOUR = timedelta(days=1), timedelta(hours=1)


@dataclass(frozen=True)
class Timed:
    """A rung of one limit: `nominal` is the ladder's moment, `at` when it is delivered."""

    index: int
    rung: Rung
    nominal: datetime
    at: datetime


def timed(rule: DeadlineRule, limit: datetime, openings: Openings) -> tuple[Timed, ...]:
    """Every rung of the rule's ladder for a limit that ends at `limit` (aware)."""
    return tuple(
        Timed(index, rung, limit - rung.before, moment(rung, limit, openings))
        for index, rung in enumerate(rule.reminders)
    )


def moment(rung: Rung, limit: datetime, openings: Openings) -> datetime:
    """When a rung is delivered.

    A rung with office hours waits for the office to open. One that stands before the limit never
    waits beyond it: it then comes before the office closes for the last time.
    """
    nominal = limit - rung.before
    if not rung.office_hours:
        return nominal
    opens = openings.next(nominal)
    if opens is not None and (rung.before <= timedelta(0) or opens <= limit):
        return opens
    before = openings.last(nominal) if rung.before > timedelta(0) else None
    return max(before[0], before[1] - LAST_CALL) if before else nominal


def words(rung: Rung) -> str:
    """The place of a rung as an officer reads it.

    >>> words(Rung(timedelta(hours=24), ())), words(Rung(-timedelta(days=2), ()))
    ('24 jam sebelum batas', '2 hari sesudah batas')
    """
    if not rung.before:
        return "tepat pada batas"
    side = "sebelum" if rung.before > timedelta(0) else "sesudah"
    return f"{_length(abs(rung.before))} {side} batas"


def _length(span: timedelta) -> str:
    if span % _DAY == timedelta(0) and span > _DAY:
        return f"{span // _DAY} hari"
    if span % _HOUR == timedelta(0):
        return f"{span // _HOUR} jam"
    return f"{span // timedelta(minutes=1)} menit"
