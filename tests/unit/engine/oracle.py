"""An independent reckoner of limits: it walks day by day and shares no code with the engine.

It reads the calendars' YAML itself and knows rules only as plain words and numbers, so that what
it answers cannot be wrong in the same way as the product's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

import yaml

ONE_DAY = timedelta(days=1)
OFFSETS = {"Asia/Jakarta": 7, "Asia/Makassar": 8, "Asia/Jayapura": 9}


def free_days(folder: Path) -> dict[date, str]:
    """Kind of each free day, as the files of the calendars say."""
    return {
        day["date"]: day["kind"]
        for path in sorted(folder.glob("*.yaml"))
        for day in yaml.safe_load(path.read_text())["days"]
    }


@dataclass(frozen=True)
class Term:
    """A limit in plain words; `closes` is the last second of its last day, HH:MM:SS."""

    length: int
    unit: str
    first_day: str = "next_day"
    direction: str = "after"
    leave_counts: bool = False
    closes: str = "23:59:59"


@dataclass(frozen=True)
class Reckoning:
    """Last day by the ordinary and by the stricter reading, and the days that were counted."""

    last: date
    strict: date
    counted: tuple[date, ...]


class Oracle:
    """Reckons with the free days of one calendar."""

    def __init__(self, free: dict[date, str]) -> None:
        self.free = free

    def works(self, day: date, term: Term) -> bool:
        """Is this a day that the term counts, pauses aside?"""
        if term.unit == "calendar_days":
            return True
        kind = self.free.get(day)
        if kind is not None and not (kind == "cuti_bersama" and term.leave_counts):
            return False
        return day.isoweekday() not in (6, 7)

    def reckon(
        self, term: Term, start: date, pauses: Sequence[tuple[datetime, datetime]] = ()
    ) -> Reckoning:
        """Both readings of a term in days. Pauses are in the office's own time, in order."""
        if term.direction == "before":
            counted = self._back(term, start, term.length)
            return Reckoning(counted[-1], self._back(term, start, term.length + 1)[-1], counted)
        felt: list[tuple[datetime, datetime]] = []
        counted = self._walk(term, start, term.first_day, felt, edges=True)
        for pause in pauses:
            if pause[0] > datetime.combine(counted[-1], _clock(term.closes), pause[0].tzinfo):
                break
            felt.append(pause)
            counted = self._walk(term, start, term.first_day, felt, edges=True)
        strict = self._walk(term, start, "same_day", felt, edges=False)
        return Reckoning(counted[-1], strict[-1], counted)

    def _walk(
        self,
        term: Term,
        start: date,
        first_day: str,
        pauses: Sequence[tuple[datetime, datetime]],
        *,
        edges: bool,
    ) -> tuple[date, ...]:
        day = start if first_day == "same_day" else start + ONE_DAY
        counted: list[date] = []
        while len(counted) < term.length:
            if self.works(day, term) and not _stood_still(day, pauses, edges):
                counted.append(day)
            day += ONE_DAY
        return tuple(counted)

    def _back(self, term: Term, start: date, length: int) -> tuple[date, ...]:
        day = start
        counted: list[date] = []
        while len(counted) < length:
            day -= ONE_DAY
            if self.works(day, term):
                counted.append(day)
        return tuple(counted)


def hours(
    start: datetime, length: int, pauses: Sequence[tuple[datetime, datetime]] = ()
) -> datetime:
    """Minute by minute: a minute counts when no pause covers it. All times on whole minutes."""
    now, left = start, length * 60
    while left:
        if not any(since <= now < until for since, until in pauses):
            left -= 1
        now += timedelta(minutes=1)
    return now


def local(at: datetime, zone: str) -> datetime:
    """The time on the wall of an office."""
    return at.astimezone(timezone(timedelta(hours=OFFSETS[zone])))


def _stood_still(day: date, pauses: Sequence[tuple[datetime, datetime]], edges: bool) -> bool:
    for since, until in pauses:
        if since.date() < day < until.date():
            return True
        if edges and day in (since.date(), until.date()):
            return True
    return False


def _clock(text: str) -> time:
    return time.fromisoformat(text)
