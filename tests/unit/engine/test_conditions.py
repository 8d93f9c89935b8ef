"""The closed tree of conditions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.engine.conditions import All, Always, Any, Compare, Comparison, Condition, Holds, Not
from casework.engine.facts import Value

leaves = st.one_of(
    st.builds(Holds, st.sampled_from("abc")),
    st.builds(Compare, st.sampled_from("xy"), st.sampled_from(list(Comparison)), st.integers(0, 3)),
    st.just(Always()),
)
trees: st.SearchStrategy[Condition] = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(All, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(Any, st.lists(inner, min_size=1, max_size=3).map(tuple)),
    ),
    max_leaves=8,
)
worlds = st.fixed_dictionaries(
    {}, optional={**dict.fromkeys("abc", st.booleans()), **dict.fromkeys("xy", st.integers(0, 3))}
)


@given(trees, worlds)
def test_what_holds_lacks_nothing(tree: Condition, facts: dict[str, Value]) -> None:
    if tree.holds(facts):
        assert tree.failing(facts) == frozenset()
    else:
        assert tree.failing(facts) <= tree.names()


@given(trees, worlds)
def test_not_is_the_opposite(tree: Condition, facts: dict[str, Value]) -> None:
    assert Not(tree).holds(facts) is not tree.holds(facts)


@given(st.lists(trees, min_size=1, max_size=3), worlds)
def test_all_names_the_lacks_of_every_part(parts: list[Condition], facts: dict[str, Value]) -> None:
    whole = All(tuple(parts))
    assert whole.failing(facts) == frozenset().union(*(part.failing(facts) for part in parts))
    assert whole.holds(facts) == all(part.holds(facts) for part in parts)
    assert Any(tuple(parts)).holds(facts) == any(part.holds(facts) for part in parts)


@pytest.mark.parametrize(
    ("how", "value", "actual", "expected"),
    [
        (Comparison.EQUALS, "LP", "LP", True),
        (Comparison.EQUALS, "LP", "TM", False),
        (Comparison.AT_LEAST, 2, 2, True),
        (Comparison.AT_LEAST, 2, 1, False),
        (Comparison.AT_MOST, 2, 2, True),
        (Comparison.AT_MOST, 2, 3, False),
        (Comparison.AT_LEAST, 2, "banyak", False),
    ],
)
def test_comparisons(how: Comparison, value: int | str, actual: Value, expected: bool) -> None:
    assert Compare("x", how, value).holds({"x": actual}) is expected


def test_an_absent_fact_never_holds() -> None:
    assert not Holds("a").holds({})
    assert not Compare("x", Comparison.EQUALS, 1).holds({})
