"""Conditions: a small closed tree over declared facts. No expressions, no code.

Each is compiled into closures when it is made, that is when the law is read: `holds` says whether
it is so, `cures` what the least is that makes it so, `breaks` what the least is that ends it.

>>> both = All((Holds("lengkap"), Not(Holds("terlambat"))))
>>> both.holds({"lengkap": True}), both.holds({"lengkap": True, "terlambat": True})
(True, False)
>>> [(cure.wanted.fact, cure.wanted.value) for cure in both.cures({"terlambat": True})]
[('lengkap', True), ('terlambat', False)]
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from casework.engine.cures import (
    Cure,
    Cures,
    Finder,
    Relation,
    Test,
    Wanted,
    all_of,
    every,
    one_of,
    searched,
    some,
)
from casework.engine.facts import Facts, Value


class Comparison(StrEnum):
    """How a fact is compared with a value."""

    EQUALS = "equals"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Compiled:
    """What every condition is compiled to.

    `values` are those that can make a difference, by fact; `lasting` are facts that, once true,
    stay true. `cure` and `end` are the one thing that `cures` and `breaks` can ever find, where
    there is one.
    """

    holds: Test
    cures: Finder
    breaks: Finder
    values: Mapping[str, tuple[Value, ...]]
    lasting: frozenset[str]
    cure: Cures | None
    end: Cures | None

    def names(self) -> frozenset[str]:
        """Every fact that is asked."""
        return frozenset(self.values)

    def failing(self, facts: Facts) -> frozenset[str]:
        """The facts that would have to change for it to hold; none when it holds."""
        return frozenset(cure.wanted.fact for cure in self.cures(facts)) & self.names()

    def _compile(
        self,
        holds: Test,
        cures: Finder,
        breaks: Finder,
        values: Mapping[str, tuple[Value, ...]],
        lasting: frozenset[str] = frozenset(),
        cure: Cures | None = None,
        end: Cures | None = None,
    ) -> None:
        # Frozen for everybody else; these follow from the fields and are no fields.
        self.__dict__.update(
            holds=holds,
            cures=cures,
            breaks=breaks,
            values=values,
            lasting=lasting,
            cure=cure,
            end=end,
        )


@dataclass(frozen=True)
class Always(Compiled):
    """No condition at all."""

    def __post_init__(self) -> None:
        never = (Cure(Wanted("", Relation.EQUALS, False), possible=False),)
        self._compile(lambda _facts: True, lambda _facts: (), lambda _facts: never, {})


@dataclass(frozen=True)
class Holds(Compiled):
    """A flag is true, or a moment is known; `stays` when it cannot become untrue again.

    `innate` facts are so or not so from the beginning of a case: nothing makes them true.
    """

    fact: str
    stays: bool = False
    innate: bool = False

    def __post_init__(self) -> None:
        fact = self.fact
        cure = (Cure(Wanted(fact, Relation.EQUALS, True), possible=not self.innate),)
        end = (Cure(Wanted(fact, Relation.EQUALS, False), possible=not self.stays),)
        self._compile(
            # An absent fact does not hold.
            lambda facts: facts.get(fact) is True,
            lambda facts: () if facts.get(fact) is True else cure,
            lambda facts: end if facts.get(fact) is True else (),
            {fact: (True, False)},
            frozenset({fact} if self.stays else ()),
            cure,
            end,
        )


@dataclass(frozen=True)
class Compare(Compiled):
    """A number or a text stands in a relation to a value; an absent fact does not."""

    fact: str
    how: Comparison
    value: int | str

    def __post_init__(self) -> None:
        test = _comparing(self.fact, self.how, self.value)
        cure = (Cure(Wanted(self.fact, Relation(self.how), self.value)),)
        end = (_opposite(self.fact, self.how, self.value),)
        values: tuple[Value, ...] = (self.value, "")
        if isinstance(self.value, int):
            values = (self.value, self.value + 1, *((self.value - 1,) if self.value else ()))
        self._compile(
            test,
            lambda facts: () if test(facts) else cure,
            lambda facts: end if test(facts) else (),
            {self.fact: values},
            cure=cure,
            end=end,
        )


@dataclass(frozen=True)
class Not(Compiled):
    """The inner condition does not hold."""

    inner: Condition

    def __post_init__(self) -> None:
        inner, test = self.inner, self.inner.holds
        self._compile(
            lambda facts: not test(facts),
            inner.breaks,
            inner.cures,
            inner.values,
            inner.lasting,
            inner.end,
            inner.cure,
        )


@dataclass(frozen=True)
class All(Compiled):
    """Every part holds."""

    parts: tuple[Condition, ...]

    def __post_init__(self) -> None:
        parts = self.parts
        holds = every([part.holds for part in parts])
        broken = some([Not(part).holds for part in parts])
        self._compile(
            *_joined(
                parts,
                holds,
                all_of([part.cures for part in parts]),
                one_of(broken, [part.breaks for part in parts], [part.end for part in parts]),
            )
        )


@dataclass(frozen=True)
class Any(Compiled):
    """At least one part holds."""

    parts: tuple[Condition, ...]

    def __post_init__(self) -> None:
        parts = self.parts
        holds = some([part.holds for part in parts])
        self._compile(
            *_joined(
                parts,
                holds,
                one_of(holds, [part.cures for part in parts], [part.cure for part in parts]),
                all_of([part.breaks for part in parts]),
            )
        )


Condition = Always | Holds | Compare | Not | All | Any


def _joined(
    parts: tuple[Condition, ...], holds: Test, cures: Finder, breaks: Finder
) -> tuple[Test, Finder, Finder, Mapping[str, tuple[Value, ...]], frozenset[str]]:
    """Parts that share no fact are cured one by one; what one fact decides twice is searched."""
    values: dict[str, tuple[Value, ...]] = {}
    for part in parts:
        for fact, options in part.values.items():
            values[fact] = tuple(dict.fromkeys((*values.get(fact, ()), *options)))
    lasting = frozenset().union(*(part.lasting for part in parts))
    if len(values) < sum(len(part.values) for part in parts):
        cures = searched(holds, True, values, lasting)
        breaks = searched(holds, False, values, lasting)
    return holds, cures, breaks, values, lasting


def _comparing(fact: str, how: Comparison, value: int | str) -> Callable[[Facts], bool]:
    # Only like with like: a text is never at least a number.
    if how is Comparison.EQUALS:
        return lambda facts: facts.get(fact) == value
    if isinstance(value, str):
        return lambda _facts: False
    if how is Comparison.AT_LEAST:
        return lambda facts: isinstance(actual := facts.get(fact), int) and actual >= value
    return lambda facts: isinstance(actual := facts.get(fact), int) and actual <= value


def _opposite(fact: str, how: Comparison, value: int | str) -> Cure:
    if how is Comparison.EQUALS or isinstance(value, str):
        return Cure(Wanted(fact, Relation.DIFFERS, value))
    if how is Comparison.AT_MOST:
        return Cure(Wanted(fact, Relation.AT_LEAST, value + 1))
    # Numbers of the law count something: none is below zero.
    return Cure(Wanted(fact, Relation.AT_MOST, value - 1), possible=value > 0)
