"""Random conditions over a few facts, and every world those facts can be in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from hypothesis import strategies as st

from casework.engine.conditions import All, Always, Any, Compare, Comparison, Condition, Holds, Not
from casework.engine.facts import Facts, Value

FLAGS, MOMENTS, NUMBERS, TEXTS = ("a", "b", "c"), ("m",), ("x", "y"), ("t",)
HIGHEST = 3
WORDS = ("LP", "TM")

leaves = st.one_of(
    st.builds(Holds, st.sampled_from(FLAGS)),
    st.builds(Holds, st.sampled_from(MOMENTS), stays=st.just(True)),
    st.builds(
        Compare,
        st.sampled_from(NUMBERS),
        st.sampled_from(list(Comparison)),
        st.integers(0, HIGHEST),
    ),
    st.builds(Compare, st.sampled_from(TEXTS), st.just(Comparison.EQUALS), st.sampled_from(WORDS)),
)
trees: st.SearchStrategy[Condition] = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(All, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(Any, st.lists(inner, min_size=1, max_size=3).map(tuple)),
    ),
    max_leaves=7,
)
worlds = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys((*FLAGS, *MOMENTS), st.booleans()),
        **dict.fromkeys(NUMBERS, st.integers(0, HIGHEST)),
        **dict.fromkeys(TEXTS, st.sampled_from(WORDS)),
    },
)


def truth(tree: Condition, facts: Facts) -> bool:
    """What the tree says, read off its words: shares nothing with the compiled form."""
    match tree:
        case Always():
            return True
        case Holds(fact=fact):
            return fact in facts and facts[fact] is not False
        case Not(inner=inner):
            return not truth(inner, facts)
        case All(parts=parts):
            return False not in [truth(part, facts) for part in parts]
        case Any(parts=parts):
            return True in [truth(part, facts) for part in parts]
        case Compare(fact=fact, how=how, value=value):
            if fact not in facts:
                return False
            actual = facts[fact]
            if how == "equals" or isinstance(actual, str) or isinstance(value, str):
                return actual == value and how == "equals"
            return actual >= value if how == "at_least" else actual <= value


def reachable(names: frozenset[str], facts: Facts) -> Iterator[Mapping[str, Value]]:
    """Every world that an officer could bring about from this one, as far as `names` go."""
    order = sorted(names)
    options: list[list[Value | None]] = [[facts.get(name), *_others(name, facts)] for name in order]
    for values in product(*options):
        changes = zip(order, values, strict=True)
        yield {**facts, **{name: value for name, value in changes if value is not None}}


def _others(name: str, facts: Facts) -> list[Value]:
    options: list[Value]
    if name in FLAGS:
        options = [True, False]
    elif name in MOMENTS:
        options = [True]
    else:
        options = [*range(HIGHEST + 2)] if name in NUMBERS else [*WORDS, ""]
    return [value for value in options if value != facts.get(name) or name not in facts]


def distance(names: frozenset[str], one: Facts, other: Facts) -> int:
    """How many facts differ; an absent flag is one that does not hold."""
    return sum(_seen(name, one) != _seen(name, other) for name in names)


def _seen(name: str, facts: Facts) -> Value | None:
    return bool(facts.get(name)) if name in (*FLAGS, *MOMENTS) else facts.get(name)
