"""Offices of the supervisory body, with what each of them settles for itself.

An office may close on a day of its own, and may run a limit in its own way (completion until the
office closes instead of until midnight). Both are data with their sources.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from enum import StrEnum

from casework.engine.basis import Basis, Mark
from casework.engine.counting import Unit
from casework.engine.holiday import Decree, Holiday, HolidayKind
from casework.engine.refusals import DeadlineRefused
from casework.engine.rule import DeadlineRule, Ends


class Level(StrEnum):
    """The level an office works at."""

    RI = "ri"
    PROVINCE = "provinsi"
    REGENCY = "kabupaten"
    CITY = "kota"


@dataclass(frozen=True)
class Closure:
    """A day on which this office alone is closed, and why."""

    on: date
    name: str
    basis: Basis


@dataclass(frozen=True)
class Parameter:
    """How one office runs the limit `rule`; what is None stays as the edition has it."""

    rule: str
    ends: Ends
    closes_at: time | None
    unit: Unit | None
    length: int | None
    basis: Basis


@dataclass(frozen=True)
class OfficeEntry:
    """One office. `training` is true where its region code was never published.

    `zone` is an IANA key (`Asia/Jakarta`); `city` is where its letters are dated. `parameters`
    are by rule id.
    """

    code: str
    name: str
    level: Level
    parent: str | None
    zone: str
    region_code: str
    region: str | None
    city: str
    training: bool
    basis: Basis
    closures: tuple[Closure, ...] = ()
    parameters: Mapping[str, Parameter] = field(default_factory=dict)

    @property
    def closed_days(self) -> tuple[Holiday, ...]:
        """The closures as free days, for `Calendar.for_place`."""
        return tuple(
            Holiday(one.on, one.name, HolidayKind.CLOSURE, _decision(self.code, one.basis))
            for one in self.closures
        )

    def adjust(self, rule: DeadlineRule) -> DeadlineRule:
        """The rule as this office runs it; the very same rule where it settles nothing.

        The citation then names both the article and the office's setting, with the weaker mark
        of the two. Raises DeadlineRefused where the setting does not fit the rule.
        """
        if rule.follows is not None:
            followed = self.adjust(rule.follows)
            rule = rule if followed is rule.follows else replace(rule, follows=followed)
        mine = self.parameters.get(rule.id)
        if mine is None or not rule.known:
            return rule
        unit = mine.unit or rule.unit
        if (unit is Unit.HOURS) != (mine.ends is Ends.EXACT) or (mine.unit and rule.extension):
            raise DeadlineRefused(
                f"Setelan kantor {self.code} untuk {rule.id} ({mine.basis.citation}) tidak cocok "
                f"dengan batas dalam {rule.unit.label}. Betulkan setelan itu pada rules/offices/."
            )
        return replace(
            rule,
            basis=_both(rule.basis, mine.basis),
            ends=mine.ends,
            closes_at=mine.closes_at,
            unit=unit,
            unit_basis=mine.basis if mine.unit else rule.unit_basis,
            length=mine.length or rule.length,
        )


def _both(law: Basis, office: Basis) -> Basis:
    return Basis(
        f"{law.citation}; {office.citation}",
        law.quote,
        Mark.weakest((law.mark, office.mark)),
        "; ".join(text for text in (law.source, office.source) if text),
        " ".join(text for text in (law.note, office.note) if text),
        (*law.cites, *office.cites),
    )


def _decision(code: str, basis: Basis) -> Decree:
    return Decree(f"kantor-{code}", basis.citation, None, basis.mark, basis.source)
