"""Conditions and acts: ours, read from YAML, beside the same conditions written by hand in Python.

All contenders answer for the same random cases, and every answer is compared before it is timed.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import yaml

from bench.table import Row, Table, best
from casework.adapters import rulebook
from casework.engine.conditions import Condition
from casework.engine.cures import Cure
from casework.engine.edition import Edition
from casework.engine.facts import Fact, FactKind, Facts, Value
from casework.engine.law import Law
from casework.engine.lifecycle import Answer
from casework.engine.loading.lifecycle import condition
from casework.engine.missing import Limit, Limits
from casework.engine.roles import TITLES

CASES = 500
ROUNDS = 9
START = datetime(2024, 9, 21, tzinfo=UTC)
FLAGS = tuple("abcdefghijkl")
NUMBERS = ("saksi", "bukti", "terlapor")
RULES = """
- a
- b
- {all: [c, d]}
- {all: [a, b, e]}
- {not: f}
- {any: [g, h]}
- {at_least: {fact: saksi, value: 2}}
- {all: [i, {at_least: {fact: bukti, value: 2}}]}
- {any: [j, {all: [k, l]}]}
- {not: {any: [c, f]}}
- d
- {all: [e, {not: g}]}
- {at_most: {fact: terlapor, value: 5}}
- {equals: {fact: jenis, value: LP}}
- {all: [{equals: {fact: jenis, value: TM}}, h]}
- {any: [a, {not: b}]}
- i
- {all: [j, k]}
- {any: [l, c, e]}
- {not: k}
- {all: [{not: a}, {not: h}]}
- {at_least: {fact: bukti, value: 3}}
- {any: [{at_least: {fact: saksi, value: 3}}, g]}
- f
- {all: [b, {any: [d, i]}]}
- {not: {all: [j, l]}}
- g
- {all: [c, h, k]}
- {any: [{equals: {fact: jenis, value: LP}}, l]}
- {all: [e, {at_most: {fact: saksi, value: 4}}, {not: d}]}
"""


# The same thirty as a programmer would write them down; a function each, because what an act needs
# is asked act by act.
BY_HAND: tuple[Callable[[Any], bool], ...] = (
    lambda f: f["a"],
    lambda f: f["b"],
    lambda f: f["c"] and f["d"],
    lambda f: f["a"] and f["b"] and f["e"],
    lambda f: not f["f"],
    lambda f: f["g"] or f["h"],
    lambda f: f["saksi"] >= 2,
    lambda f: f["i"] and f["bukti"] >= 2,
    lambda f: f["j"] or (f["k"] and f["l"]),
    lambda f: not (f["c"] or f["f"]),
    lambda f: f["d"],
    lambda f: f["e"] and not f["g"],
    lambda f: f["terlapor"] <= 5,
    lambda f: f["jenis"] == "LP",
    lambda f: f["jenis"] == "TM" and f["h"],
    lambda f: f["a"] or not f["b"],
    lambda f: f["i"],
    lambda f: f["j"] and f["k"],
    lambda f: f["l"] or f["c"] or f["e"],
    lambda f: not f["k"],
    lambda f: not f["a"] and not f["h"],
    lambda f: f["bukti"] >= 3,
    lambda f: f["saksi"] >= 3 or f["g"],
    lambda f: f["f"],
    lambda f: f["b"] and (f["d"] or f["i"]),
    lambda f: not (f["j"] and f["l"]),
    lambda f: f["g"],
    lambda f: f["c"] and f["h"] and f["k"],
    lambda f: f["jenis"] == "LP" or f["l"],
    lambda f: f["e"] and f["saksi"] <= 4 and not f["d"],
)


def read() -> tuple[Condition, ...]:
    """The thirty as the law's own reader gives them."""
    kinds = dict.fromkeys(FLAGS, FactKind.FLAG) | dict.fromkeys(NUMBERS, FactKind.NUMBER)
    kinds["jenis"] = FactKind.TEXT
    facts = {name: Fact(name, kind, name, "", "", None) for name, kind in kinds.items()}
    node = yaml.compose(RULES, Loader=yaml.SafeLoader)
    assert isinstance(node, yaml.SequenceNode)
    return tuple(condition(part, facts) for part in node.value)


def case(chance: random.Random) -> dict[str, Value]:
    facts: dict[str, Value] = {name: chance.random() < 0.6 for name in FLAGS}
    facts |= {name: chance.randrange(6) for name in NUMBERS}
    facts["jenis"] = chance.choice(("LP", "TM"))
    return facts


Situation = tuple[Edition, str, Facts, frozenset[str], Limits]


def situations(law: Law, chance: random.Random) -> list[Situation]:
    """Cases of the edition with the most acts, in any stage, with any facts, seen by anyone.

    Every limit runs, so that each thing that is missing says until when.
    """
    edition = max(law.editions.values(), key=lambda one: len(one.acts))
    stages = sorted(edition.stages)
    return [
        (
            edition,
            chance.choice(stages),
            {name: chance.random() < 0.6 for name in edition.facts},
            frozenset(chance.sample(sorted(TITLES), 2)),
            dict.fromkeys(edition.deadlines, Limit(START + timedelta(hours=number))),
        )
        for number in range(CASES)
    ]


def measure(seed: int) -> Table:
    chance = random.Random(seed)
    rules = read()
    tests: list[Callable[[Facts], bool]] = [one.holds for one in rules]
    finders: list[Callable[[Facts], tuple[Cure, ...]]] = [one.cures for one in rules]
    cases = [case(chance) for _ in range(CASES)]

    def hand() -> list[tuple[bool, ...]]:
        return [tuple([test(facts) for test in BY_HAND]) for facts in cases]

    def ours() -> list[tuple[bool, ...]]:
        return [tuple([test(facts) for test in tests]) for facts in cases]

    def with_reasons() -> list[list[tuple[Cure, ...]]]:
        return [[find(facts) for find in finders] for facts in cases]

    told = [tuple(not cures for cures in row) for row in with_reasons()]
    if not hand() == ours() == told:
        raise SystemExit("bench: the contenders do not agree; nothing was timed")
    law = rulebook.load()
    asked = situations(law, chance)

    def ask(edition: Edition, *about: Any) -> tuple[Answer, ...]:
        return law.lifecycle(edition).ask(*about)

    def acts() -> None:
        for one in asked:
            ask(*one)

    shown = asked[0][0]
    blocked = sum(not one.allowed for case in asked for one in ask(*case)) / CASES
    rows = tuple(
        Row(name, best(work, CASES, ROUNDS))
        for name, work in (
            ("ours, 30 conditions of a case", ours),
            ("ours, with what would cure each", with_reasons),
            ("by hand in Python, no reasons", hand),
            (f"ours, all {len(shown.acts)} acts of {shown.id} with reasons", acts),
        )
    )
    hand_time = rows[2].microseconds
    failing = sum(not one for row in told for one in row) / len(told)
    return Table(
        name="rules",
        work=f"30 conditions read from YAML, {CASES} random cases; {failing:.1f} of 30 fail",
        rows=rows,
        ratios={rows[2].name: hand_time / rows[0].microseconds},
        notes=(
            f"{blocked:.1f} of {len(shown.acts)} acts are blocked, each with its reasons",
            f"over the hand-written one: {rows[0].microseconds / hand_time:.2f} (at most 2.5)",
            f"with reasons: {rows[1].microseconds / hand_time:.2f} (at most 6)",
            f"all acts of a case: {rows[3].microseconds / 1000:.3f} ms (at most 1)",
        ),
        seed=seed,
    )
