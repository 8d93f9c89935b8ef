"""Counting days: one rank table of countable days, read by rank and by date.

A day's rank is how many countable days lie before it; the n-th countable day after any date is
one addition and one look-up. Working days have a table; of calendar days every one counts, so
their rank is the ordinal itself. Whoever gives a date, a date with its derivation, or many dates
at once reads the same ranks.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, Protocol

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


class Ranks(Protocol):
    """Countable days in their order."""

    def before(self, day: date) -> int:
        """How many countable days lie before `day`. Raises CalendarGap."""

    def through(self, day: date) -> int:
        """How many countable days lie before or on `day`. Raises CalendarGap."""

    def at(self, rank: int) -> date:
        """The countable day of that rank. Raises CalendarGap."""


class EveryDay:
    """Calendar days: none is left out."""

    def before(self, day: date) -> int:
        """The ordinal of the day."""
        return day.toordinal()

    def through(self, day: date) -> int:
        """The ordinal of the next day."""
        return day.toordinal() + 1

    def at(self, rank: int) -> date:
        """The day with that ordinal."""
        try:
            return date.fromordinal(rank)
        except (ValueError, OverflowError) as beyond:
            raise CalendarGap("Jangka itu berakhir di luar kalender yang mungkin.") from beyond


EVERY_DAY = EveryDay()


@dataclass(frozen=True)
class RankTable:
    """Working days as sorted ordinals, valid for dates from `first` to `last`.

    >>> week = RankTable(tuple(range(1, 6)), date(1, 1, 1), date(1, 1, 7))
    >>> week.before(date(1, 1, 3)), week.through(date(1, 1, 3)), week.at(2)
    (2, 3, datetime.date(1, 1, 3))
    """

    ordinals: tuple[int, ...]
    first: date
    last: date
    # What readers make of the table once and keep: worded days, arrays.
    memo: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def before(self, day: date) -> int:
        """How many working days lie before `day`. Raises CalendarGap outside the table."""
        self._check(day)
        return bisect_left(self.ordinals, day.toordinal())

    def through(self, day: date) -> int:
        """How many working days lie before or on `day`. Raises CalendarGap."""
        self._check(day)
        return bisect_right(self.ordinals, day.toordinal())

    def at(self, rank: int) -> date:
        """The working day of that rank. Raises CalendarGap."""
        if not 0 <= rank < len(self.ordinals):
            raise CalendarGap(
                "Jangka itu berakhir di luar kalender hari kerja yang dimuat "
                f"({self.first.isoformat()} sampai {self.last.isoformat()}). Tambahkan kalender "
                "tahun itu pada rules/calendars/."
            )
        return self.days[rank]

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The working days as dates, by rank."""
        return tuple(map(date.fromordinal, self.ordinals))

    @cached_property
    def reached(self) -> dict[date, int]:
        """`through` of every date of the table."""
        span = range(self.first.toordinal(), self.last.toordinal() + 1)
        return {
            date.fromordinal(day): rank
            for day, rank in zip(span, _running(self.ordinals, span), strict=True)
        }

    def _check(self, day: date) -> None:
        if not self.first <= day <= self.last:
            raise CalendarGap(
                f"Tanggal {day.isoformat()} berada di luar kalender hari kerja yang dimuat "
                f"({self.first.isoformat()} sampai {self.last.isoformat()}). Tambahkan kalender "
                "tahun itu pada rules/calendars/."
            )


def _running(ordinals: Sequence[int], span: range) -> list[int]:
    marks = [0] * len(span)
    for ordinal in ordinals:
        marks[ordinal - span.start] = 1
    rank, found = 0, []
    for mark in marks:
        rank += mark
        found.append(rank)
    return found


def first_rank(ranks: Ranks, start: date, first_day: FirstDay) -> int:
    """The rank of the first day that may be counted."""
    return ranks.through(start) if first_day is FirstDay.NEXT_DAY else ranks.before(start)


def last_rank(
    ranks: Ranks, first: int, length: int, paused: Sequence[tuple[date, date]] = ()
) -> int:
    """The rank of the `length`-th day from rank `first`, leaving out the days of the pauses.

    Each pause is its first and last day; pauses are in order and do not touch.

    >>> last_rank(EVERY_DAY, 10, 3)
    12
    >>> last_rank(EVERY_DAY, 10, 3, [(date.fromordinal(11), date.fromordinal(14))])
    16
    """
    rank = first + length - 1
    for since, until in paused:
        stops, resumes = max(ranks.before(since), first), ranks.through(until)
        if stops > rank:
            break
        rank += max(resumes - stops, 0)
    return rank


def count_days(ranks: Ranks, start: date, length: int, first_day: FirstDay) -> date:
    """The last day of a term of `length` days.

    >>> count_days(EVERY_DAY, date(2024, 9, 19), 2, FirstDay.NEXT_DAY)
    datetime.date(2024, 9, 21)
    """
    return ranks.at(last_rank(ranks, first_rank(ranks, start, first_day), length))


def count_days_back(ranks: Ranks, start: date, length: int) -> date:
    """The last day on which a notice `length` days before `start` is still in time."""
    return ranks.at(ranks.before(start) - length)
