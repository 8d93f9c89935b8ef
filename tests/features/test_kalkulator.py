"""Steps for the calculator."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from casework.engine.forecast import Chosen, Foreseen, Where, doors, forecast
from casework.engine.law import Law
from tests.features.conftest import Attempt

scenarios("kalkulator.feature")


@dataclass
class Question:
    """What is asked, and what came of it."""

    chosen: dict[str, frozenset[str]] = field(default_factory=dict)
    pin: str = ""
    found: dict[str, Foreseen] = field(default_factory=dict)


@pytest.fixture
def soal() -> Question:
    """The question of this scenario."""
    return Question()


@given("pelapor diminta melengkapi")
def completed(soal: Question) -> None:
    soal.chosen["through"] = frozenset({"perbaikan"})


@given("penanganan diperpanjang")
def extended(soal: Question) -> None:
    soal.chosen["extended"] = frozenset({"penanganan"})


@given("ada hasil pidana")
def crime(soal: Question) -> None:
    soal.chosen["facts"] = frozenset({"ada_pidana"})


@when(parsers.parse('dihitung laporan yang diterima pada "{moment}"'))
def asked(law: Law, soal: Question, upaya: Attempt, moment: str) -> None:
    began = datetime.fromisoformat(moment)
    office = law.office("07.00")

    def answer() -> None:
        edition = law.edition_on("pemilihan", began.date())
        where = Where(office.zone, law.calendar_for("07.00"), office)
        found = forecast(edition, doors(edition)[0], began, where, Chosen(**soal.chosen))
        soal.pin, soal.found = edition.pin, {one.rule.id: one for one in found}

    upaya.make(answer)


@then(parsers.parse('edisi yang menjawab "{pin}"'))
def answered_by(soal: Question, pin: str) -> None:
    assert soal.pin == pin


@then("batas-batas yang menyusul:")
def follow(soal: Question, datatable: list[list[str]]) -> None:
    for rule, ends, safe in datatable[1:]:
        due = soal.found[rule].due
        assert due is not None
        assert (due.due.date().isoformat(), due.safe.date().isoformat()) == (ends, safe), rule


@then(parsers.parse('batas "{rule}" menyusul bila "{condition}"'))
def on_condition(soal: Question, rule: str, condition: str) -> None:
    assert soal.found[rule].condition == condition


@then(parsers.parse('batas "{rule}" bersifat sementara'))
def provisional(soal: Question, rule: str) -> None:
    due = soal.found[rule].due
    assert due is not None
    assert due.provisional
