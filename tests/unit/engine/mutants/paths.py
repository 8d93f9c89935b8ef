"""Operators on the main path of a class that an edition takes cases of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from casework.engine import main_path
from casework.engine.edition import Edition
from casework.engine.law import Law
from casework.engine.violations import ViolationClass
from tests.unit.engine.mutants.editing import GONE, OWN_WORDS, Amend, Mutant

CLASSES = ("violations.yaml", "classes")
UNKNOWN = {
    "known": "false", "length": GONE, "unit": GONE, "first_day": GONE, "ends": GONE,
    "examples": GONE, "extension": GONE, "within": GONE, **OWN_WORDS,
}  # fmt: skip

NOBODY = {"known": "false", "destinations": GONE}


def unknown_limit_on_the_path(law: Law, edition: Edition) -> Iterator[Mutant]:
    """What a case of the class waits for is not known any more."""
    for one in _open(edition):
        for act in main_path.acts(edition, one.id):
            for rule in (item.rule for item in act.opens):
                edit = Amend("deadlines.yaml", "deadlines", rule, UNKNOWN)
                yield Mutant(f"{one.id} {rule}", f"melewati batas/{rule}", (edit,))


def nowhere_to_go(law: Law, edition: Edition) -> Iterator[Mutant]:
    """Nobody knows to whom any outcome of the class is sent."""
    for one in _open(edition):
        routes = [route for route in edition.routes if route.violation_class == one.id]
        edits = tuple(
            Amend("routing.yaml", "routes", route.id, {**NOBODY, **OWN_WORDS}) for route in routes
        )
        if routes:
            yield Mutant(one.id, f"melewati tujuan/{routes[0].id}", edits)


def step_left_out(law: Law, edition: Edition) -> Iterator[Mutant]:
    """The path leaves out an act that leads to the next stage."""
    for one in _open(edition):
        moving = [act for act in main_path.acts(edition, one.id) if act.to_stage]
        for act in moving[:-1]:
            kept = [name for name in one.path if name != act.id]
            yield Mutant(f"{one.id} {act.id}", "tidak dapat dilakukan pada tahap", _path(one, kept))


def path_that_stops(law: Law, edition: Edition) -> Iterator[Mutant]:
    """The path ends before the case does."""
    for one in _open(edition):
        yield Mutant(one.id, "bukan tahap akhir", _path(one, list(one.path[:-1])))


def open_class_without_a_path(law: Law, edition: Edition) -> Iterator[Mutant]:
    """A class takes cases, and nobody says how they go."""
    for one in _open(edition):
        yield Mutant(one.id, "tanpa menyebut jalur utamanya", _path(one, GONE))


def opened_too_early(law: Law, edition: Edition) -> Iterator[Mutant]:
    """An edition takes cases while something on a main path is unknown."""
    if edition.no_cases:
        edit = Amend("edition.yaml", "", "", {"no_cases": GONE})
        yield Mutant("no_cases", "Jalur utamanya melewati batas/", (edit,))


def _open(edition: Edition) -> list[ViolationClass]:
    """The classes that kajian and pleno decide in an edition that takes cases."""
    found = edition.violations.classes.values()
    return [one for one in found if one.path and not one.closed and not edition.no_cases]


def _path(one: ViolationClass, path: Any) -> tuple[Amend, ...]:
    return (Amend(*CLASSES, one.id, {"path": path}),)
