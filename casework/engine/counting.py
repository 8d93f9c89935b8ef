"""Counting days: one rank table of working days, read by date.

A working day's rank is its place in the sorted tuple of ordinals; the n-th working day after
any date is one bisection and one look-up. Calendar days need no table: their rank is the
ordinal itself.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from casework.engine.refusals import CalendarGap


class Unit(StrEnum):
    """What a length is counted in; a rule never goes without one."""

    CALENDAR_DAYS = "calendar_days"
    WORKING_DAYS = "working_days"
    HOURS = "hours"

    @property
    def label(self) -> str:
        """The unit in words."""
        return _LABELS[self]


_LABELS = {
    Unit.CALENDAR_DAYS: "hari kalender",
    Unit.WORKING_DAYS: "hari kerja",
    Unit.HOURS: "jam",
}


class FirstDay(StrEnum):
    """Whether the day of the event is left out (`next_day`) or counted (`same_day`)."""

    NEXT_DAY = "next_day"
    SAME_DAY = "same_day"


@dataclass(frozen=True)
class RankTable:
    """Working days as sorted ordinals, valid for dates from `first` to `last`."""

    ordinals: tuple[int, ...]
    first: date
    last: date

    def count(self, start: date, length: int, first_day: FirstDay) -> date:
        """The `length`-th working day from `start`.

        >>> week = RankTable(tuple(range(1, 6)), date(1, 1, 1), date(1, 1, 7))
        >>> week.count(date(1, 1, 2), 2, FirstDay.NEXT_DAY)
        datetime.date(1, 1, 4)
        >>> week.count(date(1, 1, 2), 2, FirstDay.SAME_DAY)
        datetime.date(1, 1, 3)

        Raises CalendarGap when the count leaves the table.
        """
        find = bisect_right if first_day is FirstDay.NEXT_DAY else bisect_left
        return self._at(start, find(self.ordinals, start.toordinal()) + length - 1)

    def count_back(self, start: date, length: int) -> date:
        """The `length`-th working day before `start`, which is itself not counted."""
        return self._at(start, bisect_left(self.ordinals, start.toordinal()) - length)

    def _at(self, start: date, rank: int) -> date:
        if not (self.first <= start <= self.last and 0 <= rank < len(self.ordinals)):
            raise CalendarGap(
                f"Tanggal {start.isoformat()} berada di luar kalender hari kerja yang dimuat "
                f"({self.first.isoformat()} sampai {self.last.isoformat()}). Tambahkan kalender "
                "tahun itu pada rules/calendars/."
            )
        return date.fromordinal(self.ordinals[rank])


def count_days(start: date, length: int, unit: Unit, first_day: FirstDay, table: RankTable) -> date:
    """The last day of a term of `length` calendar or working days.

    >>> nothing = RankTable((), date(1, 1, 1), date(1, 1, 1))
    >>> count_days(date(2024, 9, 19), 2, Unit.CALENDAR_DAYS, FirstDay.NEXT_DAY, nothing)
    datetime.date(2024, 9, 21)
    """
    if unit is Unit.WORKING_DAYS:
        return table.count(start, length, first_day)
    return start + timedelta(days=length - (first_day is FirstDay.SAME_DAY))


def count_days_back(start: date, length: int, unit: Unit, table: RankTable) -> date:
    """The last day on which a notice `length` days before `start` is still in time."""
    if unit is Unit.WORKING_DAYS:
        return table.count_back(start, length)
    return start - timedelta(days=length)
