"""What must still happen in a case before one of its limits is met: the acts, and their needs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from casework.engine import missing
from casework.engine.act import Act, Opening
from casework.engine.basis import Basis
from casework.engine.conditions import Always
from casework.engine.cures import Cure
from casework.engine.edition import Edition
from casework.engine.facts import Facts
from casework.engine.rule import DeadlineRule
from casework.engine.ways import Way, ways


@dataclass(frozen=True)
class Step:
    """One thing still to be done: an act, or something an act needs.

    `acts` are the ids of the acts that do it, any of them; none for a need that no single act
    brings about. `notice` is the limit that says how long before the step people must be told.
    """

    what: str
    why: str
    basis: Basis
    acts: tuple[str, ...] = ()
    notice: DeadlineRule | None = None


@dataclass(frozen=True)
class _Option:
    """One act that would meet the limit, the acts that lead to it, and what it lacks."""

    act: Act
    meeting: Opening
    way: Way
    lacks: tuple[Cure, ...]
    rank: int


class Remaining:
    """Finds the steps left under one edition; ways between stages are worked out once."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        # An act that ends the case is no way to anywhere.
        self._moving = [act for act in edition.acts.values() if not self._ends(act)]
        self._ways: dict[str, Mapping[str, Way]] = {}
        self._timed: dict[tuple[str, str], bool] = {}
        self._records: dict[str, tuple[Act, ...]] = {}
        for act in edition.acts.values():
            for name in act.records:
                self._records[name] = (*self._records.get(name, ()), act)

    def steps(
        self, stage: str, rule_id: str, facts: Facts, given: Collection[str] = ()
    ) -> tuple[Step, ...]:
        """The steps from `stage` to the act that meets the limit, in the order of doing.

        `given` are the notices that people were told already. Where several acts would meet the
        limit, one that always does is preferred, then the shortest way. () when no act of the
        edition meets it.
        """
        options = list(self._options(stage, rule_id, facts))
        if not options:
            return ()
        best = min(options, key=_preference)
        equal = [one for one in options if _preference(one) == _preference(best)]
        found: list[Step] = []
        told: set[str] = set()
        for act in best.way:
            lacks = act.need.cures(facts)
            found += [*self._needs(act, lacks, facts, given, told), _step([act], "")]
        common = [
            cure
            for cure in best.lacks
            if all(cure.wanted in [one.wanted for one in other.lacks] for other in equal)
        ]
        found += self._needs(best.act, common, facts, given, told)
        last = [one.act for one in equal if one.way == best.way]
        return (*found, _step(last, self._provided(best)))

    def takes_time(self, stage: str, rule_id: str) -> bool:
        """Could a step on the way to the limit need a notice whose length is known?

        It asks no facts of a case, so that whoever sorts many cases can leave the others out.
        """
        known = self._timed.get((stage, rule_id))
        if known is None:
            notices = [step.notice for step in self.steps(stage, rule_id, {})]
            known = any(notice is not None and notice.known for notice in notices)
            self._timed[stage, rule_id] = known
        return known

    def _options(self, stage: str, rule_id: str, facts: Facts) -> Iterator[_Option]:
        if stage not in self._ways:
            self._ways[stage] = ways(self._moving, stage)
        reached = self._ways[stage]
        for act in self._edition.acts.values():
            for meeting in act.meets:
                stages = [one for one in act.from_stages if one in reached]
                if meeting.rule != rule_id or not stages:
                    continue
                way = reached[min(stages, key=lambda one: len(reached[one]))]
                lacks = act.need.cures(facts)
                yield _Option(act, meeting, way, lacks, _rank(meeting, way, facts))

    def _needs(
        self,
        act: Act,
        lacks: Collection[Cure],
        facts: Facts,
        given: Collection[str],
        told: set[str],
    ) -> Iterator[Step]:
        for cure in lacks:
            fact = self._edition.facts[cure.wanted.fact]
            if fact.id in told:
                continue
            told.add(fact.id)
            recorders = self._records.get(fact.id, ())
            for before in recorders[:1]:
                yield from self._needs(before, before.need.cures(facts), facts, given, told)
            notice = self._edition.deadlines.get(fact.notice)
            if notice is not None and notice.id in given:
                notice = None
            why, how = missing.need(fact, cure.wanted, facts, tuple(one.title for one in recorders))
            yield Step(
                fact.title,
                f"{act.title} memerlukannya. {how if cure.possible else why}",
                fact.basis or act.basis,
                tuple(one.id for one in recorders),
                notice,
            )

    def _provided(self, option: _Option) -> str:
        """The words for a meeting that depends on how the case goes on."""
        if isinstance(option.meeting.when, Always):
            return ""
        names = sorted(option.meeting.when.names())
        titles = " dan ".join(self._edition.facts[name].title for name in names)
        return f"Memenuhi batas ini bila: {titles}."

    def _ends(self, act: Act) -> bool:
        stage = self._edition.stages.get(act.to_stage or "")
        return stage is not None and stage.final


def _preference(option: _Option) -> tuple[int, int, int]:
    return option.rank, len(option.way), len(option.lacks)


def _rank(meeting: Opening, way: Way, facts: Facts) -> int:
    """Whether an act meets the limit for sure; what is still open at this very stage comes last."""
    if isinstance(meeting.when, Always):
        return 0
    if meeting.applies(facts):
        return 1
    return 2 if way else 3


def _step(acts: list[Act], why: str) -> Step:
    titles = list(dict.fromkeys(act.title for act in acts))
    return Step(" atau ".join(titles), why, acts[0].basis, tuple(act.id for act in acts))
