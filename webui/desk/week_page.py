"""Eight days from today with the limits that end on them, and what is fixed for today."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from casework.engine.calendar import WEEKEND
from casework.services.cases import workload
from casework.services.cases.workload import Appointment
from casework.services.core.work import Work
from casework.services.law.place import place
from webui.core import clock

DAYS = 8
MOST = 200
PINS = 4
"""So many limits stand on one day; how many more end there is told."""


@dataclass(frozen=True)
class Pin:
    """One limit on its day; `level` is its colour, quiet where somebody else is waited for."""

    case_id: int
    number: str
    title: str
    level: str


@dataclass(frozen=True)
class WeekDay:
    """A day with its limits; `free` says by which decree it is no working day."""

    day: date
    today: bool
    off: bool
    free: str
    pins: tuple[Pin, ...]
    more: int

    @property
    def count(self) -> int:
        """How many limits end on it."""
        return len(self.pins) + self.more


def week(work: Work, zone: str, office: str, waiting: Collection[int]) -> tuple[WeekDay, ...]:
    """The days of the office; `waiting` are the cases that wait for others."""
    today = clock.local(work.now, zone).date()
    calendar = place(work.law, office, zone).calendar
    found: dict[date, list[Pin]] = {}
    rows = workload.limits_between(
        work, _begin(today, zone), _begin(today + timedelta(days=DAYS), zone), MOST
    )
    for row, case in rows:
        due = datetime.fromisoformat(row.due)
        level = clock.countdown(due, work.now, zone).level
        quiet = case.id in waiting and level != clock.LATE
        found.setdefault(clock.local(due, zone).date(), []).append(
            Pin(case.id, case.number, row.title, "quiet" if quiet else level)
        )
    days = []
    for n in range(DAYS):
        day = today + timedelta(days=n)
        free, pins = calendar.free(day) or "", found.get(day, [])
        decree = "" if free.endswith(WEEKEND) else free
        more = len(pins) - PINS if len(pins) > PINS else 0
        days.append(WeekDay(day, n == 0, bool(free), decree, tuple(pins[:PINS]), more))
    return tuple(days)


def today(work: Work, zone: str) -> list[Appointment]:
    """What is fixed for today, by its hour."""
    day = clock.local(work.now, zone).date()
    return workload.appointments(work, _begin(day, zone), _begin(day + timedelta(days=1), zone))


def _begin(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone))
