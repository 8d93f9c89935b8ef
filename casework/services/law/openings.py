"""When the office of a case is open: its days by the calendar, its hours as the desk keeps them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from casework.engine.calendar import Calendar
from casework.engine.desk import Hours
from casework.models import Case
from casework.services.core.work import Work
from casework.services.law import place

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
        return (span for day in days if (span := self.on(day)))

    def on(self, day: date) -> tuple[datetime, datetime] | None:
        """When the office is open on a day; None where it is closed."""
        if self.calendar.free(day) is not None:
            return None
        return self._between(day, lambda one: day.weekday() in one.weekdays)

    def usual(self, day: date) -> tuple[datetime, datetime] | None:
        """The hours of a day as if it were not free; of a day without any those of the week."""
        return self._between(day, lambda one: day.weekday() in one.weekdays) or self._between(
            day, lambda _one: True
        )

    def _between(
        self, day: date, mine: Callable[[Hours], bool]
    ) -> tuple[datetime, datetime] | None:
        zone = ZoneInfo(self.zone)
        for one in filter(mine, self.hours):
            return datetime.combine(day, one.opens, zone), datetime.combine(day, one.closes, zone)
        return None


def of_case(work: Work, case: Case) -> Openings:
    """The openings of the office that handles a case."""
    where = place.of_case(work, case)
    return Openings(where.zone, where.calendar, work.law.desk.hours)
