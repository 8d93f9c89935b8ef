"""The hours of the desk that takes reports, and the periods of an election that change them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

from casework.engine.basis import Basis
from casework.engine.election import Election
from casework.engine.words import END_OF_DAY


@dataclass(frozen=True)
class Hours:
    """Hours of the desk, both ends included, on `weekdays` (Monday is 0)."""

    id: str
    weekdays: frozenset[int]
    opens: time
    closes: time
    basis: Basis


@dataclass(frozen=True)
class Season:
    """Days of an election on which other hours hold, under some editions.

    They run from the day after the fact `after` (None: from `through` itself) to the day of the
    fact `through`.
    """

    id: str
    title: str
    editions: tuple[str, ...]
    after: str | None
    through: str
    opens: time
    closes: time
    basis: Basis

    def covers(self, election: Election, day: date) -> bool:
        """Is `day` in the season of this election? An election without the facts has none."""
        last = election.facts.get(self.through)
        before = election.facts.get(self.after) if self.after else None
        if last is None or (self.after and before is None):
            return False
        first = before.on + timedelta(days=1) if before else last.on
        return first <= day <= last.on

    @property
    def round_the_clock(self) -> bool:
        """Does the desk not close at all?"""
        return (self.opens, self.closes) == (time(), END_OF_DAY)


@dataclass(frozen=True)
class DeskHours:
    """Everything the data say about the hours of the desk."""

    hours: tuple[Hours, ...] = ()
    seasons: tuple[Season, ...] = ()
