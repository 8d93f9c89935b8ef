"""How an office works where no law says how: who initials what, who reads what when."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import time, timedelta

from casework.engine.basis import Basis
from casework.engine.between import BetweenRow, OfficeRelation
from casework.engine.templates import Template


@dataclass(frozen=True)
class InitialStep:
    """One step of a route: what is done there, and the roles any of which may do it."""

    title: str
    roles: tuple[str, ...]


@dataclass(frozen=True)
class InitialRoute:
    """The way of a paper to those who decide or sign; its first step is the writer's.

    `subject` is the table of what is initialled (`reviews`, `documents`); `kinds` are the kinds
    of document it is for, none: all that no other route names.
    """

    id: str
    title: str
    subject: str
    kinds: tuple[str, ...]
    steps: tuple[InitialStep, ...]
    basis: Basis


@dataclass(frozen=True)
class Secrecy:
    """What only some roles of the own office read until a fact of the case is recorded."""

    id: str
    title: str
    readers: frozenset[str]
    until: str
    basis: Basis


@dataclass(frozen=True)
class Hearings:
    """How an office plans clarifications; `offices` are those it is for, none: all others.

    `notice` is asked for between invitation and session where the law names no such time, `reserve`
    is kept for the kajian and the pleno before the limit ends. `breaks` are local hours.
    """

    id: str
    offices: tuple[str, ...]
    rooms: tuple[str, ...]
    length: timedelta
    gap: timedelta
    notice: timedelta
    reserve: timedelta
    breaks: tuple[tuple[time, time], ...]
    basis: Basis


@dataclass(frozen=True)
class Standstill:
    """When a case counts as stuck and an office as silent.

    A case is stuck after `share` per cent of its limit without an act, or `days` where it has none;
    an office is silent that has running cases and did no act for `silent` days. What was nudged and
    did not move is told to the office above after `escalate`.
    """

    share: int = 50
    days: int = 7
    silent: int = 7
    escalate: timedelta = timedelta(hours=24)
    basis: Basis | None = None


@dataclass(frozen=True)
class Practice:
    """Everything the data say about the practice of offices."""

    routes: tuple[InitialRoute, ...] = ()
    secrets: Mapping[str, Secrecy] = field(default_factory=dict)
    all_hearings: tuple[Hearings, ...] = ()
    templates: Mapping[str, Template] = field(default_factory=dict)
    standstill: Standstill = Standstill()
    between: tuple[BetweenRow, ...] = ()

    def rows_between(self, act: str, relation: OfficeRelation) -> tuple[BetweenRow, ...]:
        """The rows that let an office in this relation do the act; none where it may not."""
        return tuple(one for one in self.between if one.act == act and relation in one.relations)

    def lets(
        self, act: str, relation: OfficeRelation, roles: Collection[str], usual: Collection[str]
    ) -> bool:
        """May somebody with these roles do the act from there?

        `usual` are the roles of the edition, for a row that names none.
        """
        rows = self.rows_between(act, relation)
        return any(not (one.roles or frozenset(usual)).isdisjoint(roles) for one in rows)

    def hearings(self, office: str) -> Hearings | None:
        """How an office plans clarifications: its own settings, else the general ones."""
        mine = [one for one in self.all_hearings if office in one.offices]
        return next(iter([*mine, *(one for one in self.all_hearings if not one.offices)]), None)

    def route(self, subject: str, kind: str = "") -> InitialRoute | None:
        """The route of a subject: the one that names its kind, else the general one."""
        mine = [one for one in self.routes if one.subject == subject]
        named = [one for one in mine if kind in one.kinds]
        return next(iter([*named, *(one for one in mine if not one.kinds)]), None)
