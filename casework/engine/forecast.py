"""If it begins now, then …: every limit that would follow when each act comes at its latest.

Along the shortest way to each stage the acts are taken one by one. Each happens when the limits
that wait for it end, or at once where none does: nothing else is assumed.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime

from casework.engine.act import Act, Opening
from casework.engine.calendar import Calendar
from casework.engine.deadline import compute, kept_within
from casework.engine.due import Due
from casework.engine.edition import Edition
from casework.engine.facts import FactKind
from casework.engine.office import OfficeEntry
from casework.engine.rule import DeadlineRule
from casework.engine.ways import ways
from casework.errors import LawError


@dataclass(frozen=True)
class Foreseen:
    """One limit that would follow: opened by which act at its latest, and on what condition.

    `due` is None where `why` says what is not known. `opened_by` is the title of the act, `at`
    the moment it is taken to happen.
    """

    rule: DeadlineRule
    opened_by: str
    at: datetime
    condition: str
    due: Due | None
    why: str = ""


@dataclass(frozen=True)
class Where:
    """The office whose clock and calendar count; `entry` is None for one the law does not know."""

    zone: str
    calendar: Calendar
    entry: OfficeEntry | None = None

    def rule(self, rule: DeadlineRule) -> DeadlineRule:
        """The rule as the office runs it. Raises DeadlineRefused."""
        return self.entry.adjust(rule) if self.entry else rule


@dataclass(frozen=True)
class Chosen:
    """What is taken to happen in the case: ids of stages it goes through, limits, and facts.

    `through` are detours (see `detours`), `extended` the limits that get their longer term,
    `facts` the conditions that hold. A limit whose condition is not among them is told, but
    nothing waits for it.
    """

    through: frozenset[str] = frozenset()
    extended: frozenset[str] = frozenset()
    facts: frozenset[str] = frozenset()


NOTHING_CHOSEN = Chosen()


@dataclass
class _Road:
    """What has happened on one way through the stages; `found` is shared by all of them."""

    edition: Edition
    where: Where
    chosen: Chosen
    found: dict[str, Foreseen]
    times: dict[str, datetime] = field(default_factory=dict)
    dues: dict[str, Due] = field(default_factory=dict)
    depends: dict[str, frozenset[str]] = field(default_factory=dict)

    def fork(self) -> _Road:
        """A copy of the way so far, for one of several that go on from here."""
        return replace(
            self, times=dict(self.times), dues=dict(self.dues), depends=dict(self.depends)
        )


def doors(edition: Edition) -> tuple[Act, ...]:
    """The acts with which a case begins under an edition and that open a limit."""
    start = edition.start_stage.id
    return tuple(act for act in edition.acts.values() if start in act.from_stages and act.to_stage)


def detours(edition: Edition, door: Act) -> tuple[str, ...]:
    """The stages with a limit of their own that the shortest way goes round."""
    moving = _moving(edition)
    tree = ways(moving, door.to_stage or "")
    found = []
    for stage in edition.stages.values():
        if stage.id == door.to_stage or stage.id not in tree or not stage.limits:
            continue
        after = {one for one in ways(moving, stage.id) if one != stage.id and one in tree}
        if any(tree[stage.id][-1] not in tree[one] for one in after):
            found.append(stage.id)
    return tuple(found)


def forecast(
    edition: Edition,
    door: Act,
    began: datetime,
    where: Where,
    chosen: Chosen = NOTHING_CHOSEN,
) -> tuple[Foreseen, ...]:
    """Every limit that follows when a case begins by `door` at `began` (aware), by its end.

    Limits whose end nobody knows come last.
    """
    moving, here = _moving(edition), door.to_stage or ""
    road = _Road(edition, where, chosen, {})
    at = _do(road, door, began)
    for stage in (one for one in edition.stages if one in chosen.through):
        for act in ways(moving, here).get(stage, ()):
            at = _do(road, act, at)
            here = act.to_stage or here
    roads = {here: (road, at)}
    for stage, way in ways(moving, here).items():
        if way:
            road, at = roads[way[-2].to_stage or "" if len(way) > 1 else here]
            road = road.fork()
            roads[stage] = (road, _do(road, way[-1], at))
    return tuple(sorted(road.found.values(), key=_by_end))


def _by_end(one: Foreseen) -> tuple[bool, datetime]:
    return one.due is None, one.due.due if one.due else one.at


def _moving(edition: Edition) -> list[Act]:
    """The acts that lead on; those that end a case, begin it again or correct lead nowhere here."""
    return [
        act
        for act in edition.acts.values()
        if act.to_stage is not None
        and not act.again
        and not edition.stages[act.to_stage].final
        and not all(edition.stages[one].final for one in act.from_stages)
    ]


def _do(road: _Road, act: Act, at: datetime) -> datetime:
    """An act at its latest, when the limits that wait for it end; then what its stage records."""
    waiting = {meeting.rule for meeting in act.meets}
    for stage in act.from_stages:
        waiting |= {*road.edition.stages[stage].limits}
    at = _after(road, act, at, waiting)
    _happen(road, act, at)
    if act.to_stage is not None:
        _stay(road, act.to_stage, at)
    return at


def _after(road: _Road, act: Act, at: datetime, waiting: Collection[str]) -> datetime:
    """The moment when the last of these limits has ended, of those that are taken to run."""
    holds = road.chosen.facts | _deciding(road.edition, act)
    ends = [
        road.dues[rule].due for rule in waiting if rule in road.dues and road.depends[rule] <= holds
    ]
    return max([at, *ends])


def _stay(road: _Road, stage: str, at: datetime) -> None:
    """What is recorded while the case stays: acts that open the limits of the stage."""
    limits = {*road.edition.stages[stage].limits}
    waiting = [
        act
        for act in road.edition.acts.values()
        if act.to_stage is None
        and stage in act.from_stages
        and any(opening.rule in limits for opening in act.opens)
    ]
    moved = True
    while waiting and moved:
        moved = False
        for act in list(waiting):
            if not _ready(road, act):
                continue
            waiting.remove(act)
            moved = True
            # What ran before this stage under the same condition has ended too.
            before = {rule for rule in road.dues if rule not in limits and road.depends[rule]}
            met = {one.rule for one in act.meets} | before
            _happen(road, act, _after(road, act, at, met), limits)


def _ready(road: _Road, act: Act) -> bool:
    """Have the moments happened that the act needs and that another act records?"""
    recorded = {name for one in road.edition.acts.values() for name in one.records}
    return all(name in road.times for name in act.need.names() & recorded)


def _happen(road: _Road, act: Act, at: datetime, only: Collection[str] | None = None) -> None:
    for name in act.records:
        road.times.setdefault(name, at)
    for opening in act.opens:
        if opening.rule not in road.dues and (only is None or opening.rule in only):
            _open(road, act, opening, at)


def _open(road: _Road, act: Act, opening: Opening, at: datetime) -> None:
    rule = road.edition.deadlines[opening.rule]
    depends = opening.when.names() | _deciding(road.edition, act)
    condition = " dan ".join(road.edition.facts[name].title for name in sorted(depends))
    try:
        rule = road.where.rule(rule)
        first, *others = (rule.follows or rule).starts_on
        for name in (first, *others):
            road.times.setdefault(name, at)
        due = compute(
            rule,
            road.times[first],
            calendar=road.where.calendar,
            zone=road.where.zone,
            extended=rule.id in road.chosen.extended and rule.extension is not None,
            also={name: road.times[name] for name in others},
        )
    except LawError as refusal:
        told = Foreseen(rule, act.title, at, condition, None, str(refusal))
        road.found.setdefault(rule.id, told)
        return
    if rule.within in road.dues:
        due = kept_within(due, road.dues[rule.within], road.edition.deadlines[rule.within])
    road.dues[rule.id] = due
    # What the act itself dates has happened when the limit is open.
    road.depends[rule.id] = depends - {*rule.starts_on}
    road.found.setdefault(rule.id, Foreseen(rule, act.title, at, condition, due))


def decisions(edition: Edition) -> frozenset[str]:
    """The flags on which it depends whether a limit opens."""
    names: set[str] = set()
    for act in edition.acts.values():
        for opening in act.opens:
            names |= opening.when.names()
    return frozenset(one for one in names if edition.facts[one].kind is FactKind.FLAG)


def _deciding(edition: Edition, act: Act) -> frozenset[str]:
    """What must hold for the act at all, of what decides about limits."""
    return act.need.names() & decisions(edition)
