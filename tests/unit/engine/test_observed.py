"""The facts the proof believes the product to tell are those it tells."""

from __future__ import annotations

from casework.bootstrap import App
from casework.engine import observable_facts
from casework.engine.facts import FactKind
from casework.services.cases import facts
from tests.bureau import Bureau
from tests.conftest import SettableClock


def test_a_case_tells_every_flag_and_dates_every_moment(app: App, clock: SettableClock) -> None:
    office = Bureau(app, clock)
    office.receive()
    office.assess()
    office.register()
    told = office.read(lambda work: facts.facts_of(work, office.case(work)))
    dated = office.read(lambda work: facts.times(work, office.case(work)))
    assert told.keys() - dated.keys() - observable_facts.MOMENTS == observable_facts.FLAGS
    assert dated.keys() <= observable_facts.MOMENTS


def test_what_is_observed_is_declared(app: App) -> None:
    """Where an edition takes cases, the kinds are those of its declaration."""
    for edition in app.law.editions.values():
        for name in () if edition.no_cases else observable_facts.FLAGS & edition.facts.keys():
            assert edition.facts[name].kind is FactKind.FLAG
        for name in () if edition.no_cases else observable_facts.MOMENTS & edition.facts.keys():
            assert edition.facts[name].kind is FactKind.MOMENT
