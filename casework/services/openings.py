"""When the office of a case is open: its days by the calendar, its hours as the desk keeps them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from casework.engine.calendar import Calendar
from casework.engine.intake import Hours
from casework.models import Case
from casework.services import place
from casework.services.work import Work

# Longer than any row of holidays; an office without any hours is searched no further.
_FARTHEST = 60
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Openings:
    """The open spans of one office; `zone` is its own."""

    zone: str
    calendar: Calendar
    hours: tuple[Hours, ...]

    def next(self, at: datetime) -> datetime | None:
        """`at` itself while the office is open, else when it opens next; None when it never does.

        `at` is aware.
        """
        for opens, closes in self._from(at, _DAY):
            if at <= closes:
                return max(at, opens)
        return None

    def last(self, at: datetime) -> tuple[datetime, datetime] | None:
        """The newest open span that was over by `at` (aware)."""
        return next((span for span in self._from(at, -_DAY) if span[1] <= at), None)

    def _from(self, at: datetime, step: timedelta) -> Iterator[tuple[datetime, datetime]]:
        first = at.astimezone(ZoneInfo(self.zone)).date()
        days = (first + step * number for number in range(_FARTHEST))
        return (span for day in days if (span := self._on(day)))

    def _on(self, day: date) -> tuple[datetime, datetime] | None:
        mine = islice((one for one in self.hours if day.weekday() in one.weekdays), 1)
        if self.calendar.free(day) is not None:
            return None
        zone = ZoneInfo(self.zone)
        for one in mine:
            return datetime.combine(day, one.opens, zone), datetime.combine(day, one.closes, zone)
        return None


def of_case(work: Work, case: Case) -> Openings:
    """The openings of the office that handles a case."""
    where = place.of_case(work, case)
    return Openings(where.zone, where.calendar, work.law.desk.hours)
