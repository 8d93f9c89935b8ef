"""Holidays by decree, and the working days they leave.

The engine reads decreed calendars only. Beyond the last one every weekday is assumed to be a
working day, and what lands there is provisional.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from casework.engine.basis import Mark
from casework.engine.counting import RankTable
from casework.engine.words import weekday

# Legal terms end in weeks, never in years: this much weekday-only margin is ample.
_MARGIN = timedelta(days=800)


class HolidayKind(StrEnum):
    """What kind of free day a decree made."""

    NATIONAL = "nasional"
    JOINT_LEAVE = "cuti_bersama"
    POLLING = "pemungutan_suara"

    @property
    def label(self) -> str:
        """The kind in words."""
        return {
            HolidayKind.NATIONAL: "libur nasional",
            HolidayKind.JOINT_LEAVE: "cuti bersama",
            HolidayKind.POLLING: "hari pemungutan suara",
        }[self]


@dataclass(frozen=True)
class Decree:
    """The decree that made a day free; its number may not be known."""

    id: str
    title: str
    number: str | None
    mark: Mark
    source: str


@dataclass(frozen=True)
class Holiday:
    """One free day."""

    on: date
    name: str
    kind: HolidayKind
    decree: Decree

    @property
    def why(self) -> str:
        """Why the day is not a working day, naming the decree."""
        number = self.decree.number or "nomor belum diketahui"
        return f"{self.kind.label} {self.name} ({self.decree.title}, {number})"


@dataclass(frozen=True)
class Calendar:
    """Every decreed free day from `covers_from` up to and including `covers_until`."""

    holidays: Mapping[date, Holiday]
    covers_from: date
    covers_until: date
    working: RankTable = field(init=False, repr=False, compare=False)
    working_with_leave: RankTable = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Two tables because a rule may count joint leave as working days.
        object.__setattr__(self, "holidays", MappingProxyType(dict(self.holidays)))
        object.__setattr__(self, "working", self._table(leave_counts=False))
        object.__setattr__(self, "working_with_leave", self._table(leave_counts=True))

    @classmethod
    def of(cls, days: Iterable[Holiday], covers_from: date, covers_until: date) -> Calendar:
        """Build a calendar from its free days."""
        return cls({day.on: day for day in days}, covers_from, covers_until)

    def table(self, *, leave_counts: bool) -> RankTable:
        """The working days, with or without joint leave among them."""
        return self.working_with_leave if leave_counts else self.working

    def free(self, day: date, *, leave_counts: bool = False) -> str | None:
        """Why `day` is not a working day, or None when it is one."""
        holiday = self.holidays.get(day)
        if holiday and not (leave_counts and holiday.kind is HolidayKind.JOINT_LEAVE):
            return holiday.why
        return f"{weekday(day)}, bukan hari kerja" if day.weekday() >= 5 else None

    def decreed(self, day: date) -> bool:
        """Is there a decreed calendar for `day`?"""
        return self.covers_from <= day <= self.covers_until

    def _table(self, *, leave_counts: bool) -> RankTable:
        first, last = self.covers_from - _MARGIN, self.covers_until + _MARGIN
        span = (first + timedelta(days=n) for n in range((last - first).days + 1))
        return RankTable(
            tuple(
                day.toordinal() for day in span if self.free(day, leave_counts=leave_counts) is None
            ),
            first,
            last,
        )
