"""Holidays by decree, and the working days they leave.

The engine reads decreed calendars only. Beyond the last one every weekday is assumed to be a
working day, and what lands there is provisional. A calendar can be seen from one place (its
re-votes and its office's own closures count there and nowhere else) and as it was known on an
earlier day, before later decrees moved its days.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import takewhile
from types import MappingProxyType

from casework.engine import chain
from casework.engine.counting import RankTable
from casework.engine.holiday import Decree, Holiday, HolidayKind
from casework.engine.refusals import CalendarGap
from casework.engine.words import long_date, weekday

__all__ = ["Calendar", "Decree", "Holiday", "HolidayKind", "Span"]

WEEKEND = ", bukan hari kerja"
"""How the reason of a day ends that no decree made free."""

# Legal terms end in weeks, never in years: this much weekday-only margin is ample.
_MARGIN = timedelta(days=800)


@dataclass(frozen=True)
class Span:
    """The days that one year's decree settles, both ends included."""

    since: date
    until: date
    decree: Decree


@dataclass(frozen=True)
class Calendar:
    """Every decreed free day from `covers_from` up to and including `covers_until`.

    `holidays` hold where this calendar is read. `local` are the days of single places, which
    `for_place` brings in; `withdrawn` are the days that a later decree took back.
    """

    holidays: Mapping[date, Holiday]
    covers_from: date
    covers_until: date
    local: tuple[Holiday, ...] = ()
    withdrawn: tuple[Holiday, ...] = ()
    spans: tuple[Span, ...] = ()
    working: RankTable = field(init=False, repr=False, compare=False)
    working_with_leave: RankTable = field(init=False, repr=False, compare=False)
    _seen_from: dict[tuple[Holiday, ...], Calendar] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        # Two tables because a rule may count joint leave as working days.
        object.__setattr__(self, "holidays", MappingProxyType(dict(self.holidays)))
        object.__setattr__(self, "working", self._table(leave_counts=False))
        object.__setattr__(self, "working_with_leave", self._table(leave_counts=True))

    @classmethod
    def of(
        cls,
        days: Iterable[Holiday],
        covers_from: date,
        covers_until: date,
        *,
        local: Iterable[Holiday] = (),
        withdrawn: Iterable[Holiday] = (),
        spans: Iterable[Span] = (),
    ) -> Calendar:
        """Build a calendar from its free days."""
        everywhere = {day.on: day for day in days}
        return cls(
            everywhere, covers_from, covers_until, tuple(local), tuple(withdrawn), tuple(spans)
        )

    @cached_property
    def version(self) -> str:
        """A digest of the free days as read here: the same version gives the same limits."""
        days = [
            (day.on, day.kind.value, day.why) for day in sorted(self.holidays.values(), key=_on)
        ]
        return chain.digest([self.covers_from, self.covers_until, days])[:16]

    def for_place(self, places: Collection[str] = (), closures: Iterable[Holiday] = ()) -> Calendar:
        """The calendar as read in `places`, names of regions, with an office's own `closures`.

        Gives this calendar itself when nothing local holds there.
        """
        held = [day for day in self.local if day.free and set(day.places) & set(places)]
        own = (*held, *closures)
        if not own:
            return self
        if own not in self._seen_from:
            self._seen_from[own] = replace(self, holidays=self._with(own), local=())
        return self._seen_from[own]

    def as_known_on(self, day: date) -> Calendar:
        """The calendar as the decrees made up to `day` told it.

        Raises CalendarGap when not even the first year had been decreed.
        """
        # A year counts only while every year before it had been decreed too.
        spans = tuple(takewhile(lambda span: span.decree.known_on(day), self.spans))
        if self.spans and not spans:
            raise CalendarGap(f"Pada {long_date(day)} belum ada kalender yang ditetapkan.")
        until = spans[-1].until if spans else self.covers_until
        days = [
            replace(one, withdrawn_by=None)
            for one in (*self.withdrawn, *self.holidays.values())
            if one.known_on(day) and one.on <= until
        ]
        local = tuple(one for one in self.local if one.known_on(day) and one.on <= until)
        return Calendar.of(days, self.covers_from, until, local=local, spans=spans)

    def reopens(self, day: date) -> date:
        """The first day from `day` on which the office is not closed for a reason of its own.

        A closed office takes nothing in, so what ends at its close ends on its next working day.
        """
        if not self._closed(day):
            return day
        while self._closed(day) or self.free(day):
            day += timedelta(days=1)
        return day

    def table(self, *, leave_counts: bool) -> RankTable:
        """The working days, with or without joint leave among them."""
        return self.working_with_leave if leave_counts else self.working

    def free(self, day: date, *, leave_counts: bool = False) -> str | None:
        """Why `day` is not a working day, or None when it is one."""
        holiday = self.holidays.get(day)
        if holiday and not (leave_counts and holiday.kind is HolidayKind.JOINT_LEAVE):
            return holiday.why
        return f"{weekday(day)}{WEEKEND}" if day.weekday() >= 5 else None

    def decreed(self, day: date) -> bool:
        """Is there a decreed calendar for `day`?"""
        return self.covers_from <= day <= self.covers_until

    def _closed(self, day: date) -> bool:
        holiday = self.holidays.get(day)
        return holiday is not None and holiday.kind is HolidayKind.CLOSURE

    def _with(self, own: Iterable[Holiday]) -> dict[date, Holiday]:
        """A day that is free everywhere stays so; joint leave yields, a rule may count it."""
        merged = dict(self.holidays)
        for one in own:
            before = merged.get(one.on)
            if before is None or before.kind is HolidayKind.JOINT_LEAVE:
                merged[one.on] = one
        return merged

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


def _on(day: Holiday) -> date:
    return day.on
