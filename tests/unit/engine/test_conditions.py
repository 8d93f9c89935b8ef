"""The closed tree of conditions: what it says, and the least that would change what it says."""

from __future__ import annotations

from copy import deepcopy

import pytest
from hypothesis import example, given

from casework.engine.conditions import All, Any, Compare, Comparison, Condition, Holds, Not
from casework.engine.cures import Cure, Wanted
from casework.engine.facts import Facts, Value
from tests.unit.engine.trees import distance, reachable, trees, truth, worlds

TWICE = All((Holds("a"), Any((Not(Holds("a")), Holds("b")))))
CONTRADICTION = All((Holds("a"), Not(Holds("a"))))
BOUNDS = All((
    Compare("x", Comparison.AT_LEAST, 1),
    Not(Compare("x", Comparison.EQUALS, 1)),
    Not(Compare("x", Comparison.EQUALS, 2)),
))  # fmt: skip


def applied(facts: Facts, *wanted: Wanted) -> dict[str, Value]:
    """The facts after these changes."""
    return {**facts, **{one.fact: one.example() for one in wanted}}


@given(trees, worlds)
def test_the_compiled_form_says_what_the_words_say(tree: Condition, facts: Facts) -> None:
    assert tree.holds(facts) is truth(tree, facts)
    assert Not(tree).holds(facts) is not truth(tree, facts)


@given(trees, worlds)
@example(TWICE, {})
@example(CONTRADICTION, {})
@example(BOUNDS, {"x": 0})
@example(Not(Holds("m", stays=True)), {"m": True})
def test_exactly_the_listed_cures_make_it_hold(tree: Condition, facts: Facts) -> None:
    _judge(tree, facts, tree.cures(facts))


@given(trees, worlds)
@example(Any((Holds("a"), Not(Holds("a")))), {})
def test_exactly_the_listed_changes_end_it(tree: Condition, facts: Facts) -> None:
    _judge(Not(tree), facts, tree.breaks(facts))


def _judge(tree: Condition, facts: Facts, cures: tuple[Cure, ...]) -> None:
    wanted = [cure.wanted for cure in cures]
    names = [one.fact for one in wanted]
    assert len(names) == len(set(names)), "a fact is named once"
    assert set(names) <= tree.names()
    assert bool(cures) is not truth(tree, facts)
    goals = [world for world in reachable(tree.names(), facts) if truth(tree, world)]
    if not all(cure.possible for cure in cures):
        assert not goals, "said to be impossible, but it is not"
        return
    assert truth(tree, applied(facts, *wanted)), "all cures together do it"
    for left_out in wanted:
        rest = [one for one in wanted if one is not left_out]
        assert not truth(tree, applied(facts, *rest)), f"{left_out} is superfluous"
    assert len(cures) == min(distance(tree.names(), facts, world) for world in goals)
    for cure in cures:
        rest = [one for one in wanted if one is not cure.wanted]
        for way in cure.instead:
            assert truth(tree, applied(facts, *rest, *way)), f"{way} does not replace {cure}"


@given(trees, worlds)
def test_asking_changes_nothing_and_says_the_same_again(tree: Condition, facts: Facts) -> None:
    before = deepcopy(facts)
    first = tree.holds(facts), tree.cures(facts), tree.breaks(facts)
    assert first == (tree.holds(facts), tree.cures(facts), tree.breaks(facts))
    assert facts == before


def test_the_other_branches_are_named() -> None:
    tree = Any((All((Holds("a"), Holds("b"))), Holds("c"), Compare("x", Comparison.AT_LEAST, 2)))
    (cure,) = tree.cures({"a": True})
    assert cure.wanted.fact == "b"
    assert [[one.fact for one in way] for way in cure.instead] == [["c"], ["x"]]


def test_a_moment_that_is_known_stays_known() -> None:
    (cure,) = Not(Holds("m", stays=True)).cures({"m": True})
    assert not cure.possible
    (free,) = Any((Not(Holds("m", stays=True)), Holds("a"))).cures({"m": True})
    assert (free.wanted.fact, free.possible, free.instead) == ("a", True, ())


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
        (Comparison.AT_MOST, "LP", "LP", False),
    ],
)
def test_comparisons(how: Comparison, value: int | str, actual: Value, expected: bool) -> None:
    assert Compare("x", how, value).holds({"x": actual}) is expected


def test_an_absent_fact_never_holds() -> None:
    assert not Holds("a").holds({})
    assert not Compare("x", Comparison.EQUALS, 1).holds({})
