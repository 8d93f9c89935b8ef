"""Conditions: a small closed tree over declared facts. No expressions, no code.

>>> both = All((Holds("lengkap"), Not(Holds("terlambat"))))
>>> both.holds({"lengkap": True}), both.holds({"lengkap": True, "terlambat": True})
(True, False)
>>> sorted(both.failing({"terlambat": True}))
['lengkap', 'terlambat']
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from casework.engine.facts import Facts


class Comparison(StrEnum):
    """How a fact is compared with a value."""

    EQUALS = "equals"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


@dataclass(frozen=True)
class Always:
    """No condition at all."""

    def holds(self, facts: Facts) -> bool:
        """Always true."""
        return True

    def failing(self, facts: Facts) -> frozenset[str]:
        """Nothing can fail."""
        return frozenset()

    def names(self) -> frozenset[str]:
        """No fact is asked."""
        return frozenset()


@dataclass(frozen=True)
class Holds:
    """A flag is true, or a moment is known."""

    fact: str

    def holds(self, facts: Facts) -> bool:
        """An absent fact does not hold."""
        return bool(facts.get(self.fact, False))

    def failing(self, facts: Facts) -> frozenset[str]:
        """The fact itself while it does not hold."""
        return frozenset() if self.holds(facts) else self.names()

    def names(self) -> frozenset[str]:
        """The one fact asked."""
        return frozenset({self.fact})


@dataclass(frozen=True)
class Compare:
    """A number or a text stands in a relation to a value; an absent fact does not."""

    fact: str
    how: Comparison
    value: int | str

    def holds(self, facts: Facts) -> bool:
        """Compare only like with like: a text is never at least a number."""
        actual = facts.get(self.fact)
        if isinstance(actual, int) and isinstance(self.value, int):
            if self.how is Comparison.AT_LEAST:
                return actual >= self.value
            if self.how is Comparison.AT_MOST:
                return actual <= self.value
        return self.how is Comparison.EQUALS and actual == self.value

    def failing(self, facts: Facts) -> frozenset[str]:
        """The fact itself while the comparison fails."""
        return frozenset() if self.holds(facts) else self.names()

    def names(self) -> frozenset[str]:
        """The one fact asked."""
        return frozenset({self.fact})


@dataclass(frozen=True)
class Not:
    """The inner condition does not hold."""

    inner: Condition

    def holds(self, facts: Facts) -> bool:
        """The opposite of the inner condition."""
        return not self.inner.holds(facts)

    def failing(self, facts: Facts) -> frozenset[str]:
        """Every fact of the inner condition, while it holds."""
        return frozenset() if self.holds(facts) else self.names()

    def names(self) -> frozenset[str]:
        """The facts of the inner condition."""
        return self.inner.names()


@dataclass(frozen=True)
class All:
    """Every part holds."""

    parts: tuple[Condition, ...]

    def holds(self, facts: Facts) -> bool:
        """True when each part is."""
        return all(part.holds(facts) for part in self.parts)

    def failing(self, facts: Facts) -> frozenset[str]:
        """The failing facts of every part, not only of the first."""
        return frozenset().union(*(part.failing(facts) for part in self.parts))

    def names(self) -> frozenset[str]:
        """The facts of all parts."""
        return frozenset().union(*(part.names() for part in self.parts))


@dataclass(frozen=True)
class Any:
    """At least one part holds."""

    parts: tuple[Condition, ...]

    def holds(self, facts: Facts) -> bool:
        """True when one part is."""
        return any(part.holds(facts) for part in self.parts)

    def failing(self, facts: Facts) -> frozenset[str]:
        """Every part's failing facts, when none holds."""
        if self.holds(facts):
            return frozenset()
        return frozenset().union(*(part.failing(facts) for part in self.parts))

    def names(self) -> frozenset[str]:
        """The facts of all parts."""
        return frozenset().union(*(part.names() for part in self.parts))


Condition = Always | Holds | Compare | Not | All | Any
