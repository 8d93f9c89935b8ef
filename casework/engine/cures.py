"""What would have to change about a case's facts: the wanted values, and which ways lead there.

Finders are made once, when the law is read. Each takes the facts and gives the smallest set of
changes, () when none is needed; a change that can no longer happen says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, product

from casework.engine.facts import Facts, Value


class Relation(StrEnum):
    """How a wanted value bounds a fact."""

    EQUALS = "equals"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    DIFFERS = "differs"


@dataclass(frozen=True)
class Wanted:
    """A fact and what it should be; for a flag `EQUALS` true or false, for a moment true."""

    fact: str
    how: Relation
    value: Value

    def example(self) -> Value:
        """A value that is as wanted.

        >>> Wanted("saksi", Relation.AT_LEAST, 2).example()
        2
        """
        if self.how is not Relation.DIFFERS:
            return self.value
        return self.value + 1 if isinstance(self.value, int) else ""


@dataclass(frozen=True)
class Cure:
    """One change that is needed. Each way of `instead` would do in its place, beside the others.

    `possible` is false where nothing an officer does can bring the change about.
    """

    wanted: Wanted
    instead: tuple[tuple[Wanted, ...], ...] = ()
    possible: bool = True


Test = Callable[[Facts], bool]
Cures = tuple[Cure, ...]
Finder = Callable[[Facts], Cures]


def every(tests: Sequence[Test]) -> Test:
    """Do all hold? Two or three, the usual number, are asked without a loop."""
    if len(tests) == 1:
        return tests[0]
    if len(tests) == 2:
        one, two = tests
        return lambda facts: one(facts) and two(facts)
    if len(tests) == 3:
        one, two, three = tests
        return lambda facts: one(facts) and two(facts) and three(facts)
    return lambda facts: all(test(facts) for test in tests)


def some(tests: Sequence[Test]) -> Test:
    """Does at least one hold?"""
    if len(tests) == 1:
        return tests[0]
    if len(tests) == 2:
        one, two = tests
        return lambda facts: one(facts) or two(facts)
    if len(tests) == 3:
        one, two, three = tests
        return lambda facts: one(facts) or two(facts) or three(facts)
    return lambda facts: any(test(facts) for test in tests)


def all_of(finders: Sequence[Finder]) -> Finder:
    """Everything that each of the parts needs."""
    if len(finders) == 2:
        one, two = finders
        return lambda facts: one(facts) + two(facts)

    def find(facts: Facts) -> Cures:
        found: Cures = ()
        for finder in finders:
            found += finder(facts)
        return found

    return find


def one_of(done: Test, finders: Sequence[Finder], only: Sequence[Cures | None]) -> Finder:
    """What the part nearest to its goal needs; the ways of the others are named beside it.

    `done` says that one has reached it. `only` are the parts that can need one thing alone.
    """
    fixed = [way for way in only if way is not None]
    if fixed and len(fixed) == len(finders):
        answer = _nearest(fixed)
        return lambda facts: () if done(facts) else answer
    return lambda facts: () if done(facts) else _nearest([find(facts) for find in finders])


def _nearest(ways: Sequence[Cures]) -> Cures:
    best = min(ways, key=_cost)
    others = tuple(
        tuple(cure.wanted for cure in way)
        for way in ways
        if way is not best and all(cure.possible for cure in way)
    )
    return tuple(Cure(one.wanted, (*one.instead, *others), one.possible) for one in best)


def _cost(way: Cures) -> tuple[int, int]:
    return sum(not cure.possible for cure in way), len(way)


def searched(
    test: Test, truth: bool, values: Mapping[str, tuple[Value, ...]], lasting: frozenset[str]
) -> Finder:
    """The smallest changes by trial, for a condition that asks for the same fact twice.

    `values` are those that can make a difference, by fact; a `lasting` fact, once true, stays.
    """

    def find(facts: Facts) -> Cures:
        if test(facts) is truth:
            return ()
        open_to = {
            name: tuple(
                value
                for value in options
                if not _same(value, facts.get(name)) and not (name in lasting and facts.get(name))
            )
            for name, options in values.items()
        }
        found = _smallest(test, truth, facts, open_to)
        if not found:
            return tuple(_hopeless(values, facts))
        first, *more = found
        return tuple(
            Cure(_exactly(name, value), tuple(_instead(test, truth, facts, first, name, more)))
            for name, value in first.items()
        )

    return find


def _smallest(
    test: Test, truth: bool, facts: Facts, open_to: Mapping[str, tuple[Value, ...]]
) -> list[dict[str, Value]]:
    """Every set of changes of the least size that does it."""
    names = [name for name, options in open_to.items() if options]
    for size in range(1, len(names) + 1):
        found = [
            change
            for chosen in combinations(names, size)
            for picked in product(*(open_to[name] for name in chosen))
            if test({**facts, **(change := dict(zip(chosen, picked, strict=True)))}) is truth
        ]
        if found:
            return found
    return []


def _instead(
    test: Test,
    truth: bool,
    facts: Facts,
    first: Mapping[str, Value],
    name: str,
    more: Iterable[Mapping[str, Value]],
) -> Iterable[tuple[Wanted, ...]]:
    kept = {other: value for other, value in first.items() if other != name}
    for change in more:
        agrees = all(change.get(other, value) == value for other, value in kept.items())
        if name not in change and agrees and test({**facts, **kept, **change}) is truth:
            yield tuple(_exactly(one, to) for one, to in change.items() if one not in kept)


def _hopeless(values: Mapping[str, tuple[Value, ...]], facts: Facts) -> Iterable[Cure]:
    for name, options in values.items():
        other = [value for value in options if not _same(value, facts.get(name))]
        if other:
            yield Cure(_exactly(name, other[0]), possible=False)


def _exactly(name: str, value: Value) -> Wanted:
    return Wanted(name, Relation.EQUALS, value)


def _same(value: Value, actual: Value | None) -> bool:
    return value == actual or (value is False and actual is None)
