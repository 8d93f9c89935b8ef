"""Mutants of the real editions: every one is caught by the message it must give, none other is.

An operator makes one kind of fault. It may offer many mutants of an edition; one of each edition is
tried, another place in each, so at most five an operator. The gate tries one an operator.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from types import ModuleType

import pytest

from casework.adapters import rulebook
from casework.engine.edition import Edition
from casework.engine.law import Law
from casework.engine.loader import parse
from casework.engine.proof import check, check_whole
from casework.engine.refusals import RuleFileFault
from tests.sample import sampled
from tests.unit.engine.mutants import lifecycle, limits, paths, rulings, tables
from tests.unit.engine.mutants.editing import Mutant, Texts, mutate

Operator = Callable[[Law, Edition], Iterator[Mutant]]
_TRIED = 12  # so many places are looked at before one is chosen


def _operators(*modules: ModuleType) -> list[Operator]:
    return [
        found
        for module in modules
        for name, found in inspect.getmembers(module, inspect.isfunction)
        if found.__module__ == module.__name__ and not name.startswith("_")
    ]


OPERATORS = _operators(lifecycle, limits, paths, rulings, tables)


@cache
def _texts() -> Texts:
    return rulebook.texts(rulebook.root())


def mutants(law: Law, operator: Operator) -> Iterator[tuple[Edition, Mutant]]:
    """One mutant of each edition, each in another place of it."""
    for place, edition in enumerate(law.editions.values()):
        found = list(islice(operator(law, edition), _TRIED))
        if found:
            yield edition, found[place % len(found)]


def told(edition: Edition, mutant: Mutant) -> list[str]:
    """What the product says of the rules with the mutant in them."""
    texts = mutate(_texts(), edition.id, edition.amends is not None, mutant)
    try:
        changed = parse(texts)
    except RuleFileFault as refusal:
        return [str(refusal)]
    faults = check_whole(changed) if mutant.whole else check(changed, edition.id)
    return [f"{fault.where}: {fault.story}" for fault in faults]


@pytest.mark.parametrize("operator", OPERATORS, ids=lambda one: str(one.__name__))
def test_every_mutant_is_caught(law: Law, operator: Operator) -> None:
    tried = list(mutants(law, operator))
    assert 0 < len(tried) <= 5
    if sampled():
        turn = OPERATORS.index(operator) % len(tried)
        tried = tried[turn : turn + 1]
    survivors = {}
    for edition, mutant in tried:
        said = told(edition, mutant)
        if not any(mutant.message in one for one in said):
            survivors[f"{edition.id}: {mutant.what}"] = (mutant.message, said)
    assert not survivors


def test_an_unmutated_edition_is_never_caught(law: Law) -> None:
    again = parse(mutate(_texts(), "pemilihan-2020", False, Mutant("nothing", "")))
    for edition in again.editions:
        assert check(again, edition) == ()
    assert check_whole(again) == ()


def test_there_are_enough_of_them(law: Law, capsys: pytest.CaptureFixture[str]) -> None:
    counted = {one.__name__: len(list(mutants(law, one))) for one in OPERATORS}
    with capsys.disabled():
        sys.stdout.write(f"\n{sum(counted.values())} mutants by {len(counted)} operators\n")
    assert sum(counted.values()) >= 40
    assert max(counted.values()) <= 5
