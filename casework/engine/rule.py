"""A deadline rule: what starts the clock, how long, counted how, on whose word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property

from casework.engine.basis import Basis, Mark, weakest
from casework.engine.counting import FirstDay, Unit
from casework.engine.due import Caveat
from casework.engine.pauses import Pause


class Ends(StrEnum):
    """When the last day is over."""

    END_OF_DAY = "end_of_day"
    OFFICE_CLOSE = "office_close"
    EXACT = "exact"


class Direction(StrEnum):
    """Whether the term runs after its start, or is a notice that must come before it."""

    AFTER = "after"
    BEFORE = "before"


@dataclass(frozen=True)
class Rung:
    """One reminder: how long before the limit, and to which roles. An office setting, not law.

    `before` is zero for a rung at the limit and negative for one after it. `office_hours` asks
    for delivery while the office is open.
    """

    before: timedelta
    roles: tuple[str, ...]
    office_hours: bool = False


@dataclass(frozen=True)
class Ladder:
    """A named ladder of reminders, set by the office."""

    id: str
    title: str
    note: str
    rungs: tuple[Rung, ...]


@dataclass(frozen=True)
class Extension:
    """A longer term: `total` counts from the same start; `act` grants it.

    `added` is what the law adds to the ordinary length, where it says that instead of a total.
    """

    total: int
    act: str | None
    reason: str
    basis: Basis
    added: int = 0


@dataclass(frozen=True)
class Example:
    """A worked date that the rule must reproduce.

    `pauses` name the fact with which the pause began ("" where the rule has one pause), then when
    it began and ended.
    """

    start: datetime | date
    due: datetime | date
    extended: bool
    also: tuple[tuple[str, datetime | date], ...]
    why: str
    pauses: tuple[tuple[str, datetime | date, datetime | date], ...] = ()


@dataclass(frozen=True)
class DeadlineRule:
    """One limit of one edition.

    `starts_on` names one fact, or several that must all have happened (the latest counts).
    `start_titles` are those facts as an officer reads them. A limit that `follows` another starts
    where that one ends; its facts are those of the other. `within` names the limit this one must
    never outrun. `pauses` stop the clock. `known` is false where the law's value was not found:
    such a rule is listed, and computing it is refused with `basis.note`. `edition_bases` say why
    the edition it stands in holds on its days.
    """

    id: str
    title: str
    starts_on: tuple[str, ...]
    length: int
    unit: Unit
    first_day: FirstDay
    ends: Ends
    direction: Direction
    closes_at: time | None
    leave_counts: bool
    extension: Extension | None
    within: str | None
    on_expiry: str
    ladder: Ladder | None
    basis: Basis
    first_day_basis: Basis
    unit_basis: Basis
    start_basis: Basis
    on_expiry_basis: Basis
    examples: tuple[Example, ...]
    known: bool
    start_titles: tuple[str, ...] = ()
    pauses: tuple[Pause, ...] = ()
    follows: DeadlineRule | None = None
    # What ends it, where that is not plain from the words; "" where it is.
    ended_by: str = ""
    ended_by_basis: Basis | None = None
    # The same rule in two editions is one rule.
    edition_bases: tuple[Basis, ...] = field(default=(), compare=False)

    @property
    def reminders(self) -> tuple[Rung, ...]:
        """The rungs of the ladder, farthest from the limit first."""
        return self.ladder.rungs if self.ladder else ()

    def reminding(self, rungs: tuple[Rung, ...]) -> DeadlineRule:
        """This rule with another ladder of reminders, one that an office set."""
        return replace(self, ladder=Ladder(self.id, self.title, "", rungs))

    @cached_property
    def caveats(self) -> tuple[Caveat, ...]:
        """The parts of the computation that rest on a basis of their own."""
        return self.caveats_beside(self.basis)

    def caveats_beside(self, words: Basis) -> tuple[Caveat, ...]:
        """The parts that rest on something else than `words`: the article, or its extension."""
        return tuple(Caveat(part, basis) for part, basis in self.parts() if basis != words)

    def parts(self) -> Iterator[tuple[str, Basis]]:
        """What the date rests on beside the words: start, unit, first day, edition."""
        yield "start", self.start_basis
        if self.follows:  # it starts where another one ends
            yield "start", self.follows.basis
            yield from (one for one in self.follows.parts() if one[0] != "edition")
        yield "unit", self.unit_basis
        if self.unit is not Unit.HOURS:  # hours know no first day
            yield "first_day", self.first_day_basis
        yield from (("edition", one) for one in self.edition_bases)

    @cached_property
    def mark(self) -> Mark:
        """The mark of a date by this rule: words, start, unit, first day, edition."""
        return weakest(self.basis, *(basis for _, basis in self.parts()))

    def span(self, *, extended: bool) -> int:
        """The length that applies."""
        return self.extension.total if extended and self.extension else self.length
