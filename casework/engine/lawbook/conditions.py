"""Conditions in words."""

from __future__ import annotations

from collections.abc import Mapping

from casework.engine.conditions import (
    All,
    Always,
    Any,
    Compare,
    Comparison,
    Condition,
    Holds,
    Not,
)
from casework.engine.facts import Fact

_HOW = {
    Comparison.EQUALS: "sama dengan",
    Comparison.AT_LEAST: "paling sedikit",
    Comparison.AT_MOST: "paling banyak",
}


def told(condition: Condition, facts: Mapping[str, Fact]) -> str:
    """The condition as a lawyer reads it; "" when there is none.

    >>> told(Not(Holds("x")), {})
    'tidak: x'
    """
    match condition:
        case Always():
            return ""
        case Holds(fact):
            return _title(fact, facts)
        case Compare(fact, how, value):
            return f"{_title(fact, facts)} {_HOW[how]} {value}"
        case Not(inner):
            return f"tidak: {told(inner, facts)}"
        case All(parts):
            return "(" + " dan ".join(told(part, facts) for part in parts) + ")"
        case Any(parts):
            return "(" + " atau ".join(told(part, facts) for part in parts) + ")"


def _title(fact: str, facts: Mapping[str, Fact]) -> str:
    return facts[fact].title if fact in facts else fact
