"""tempat.feature"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from casework.adapters.rulebook import shipped_regions
from casework.bootstrap import App
from casework.engine.basis import Mark
from casework.services.acts.amendments import region_import
from casework.services.acts.corrections import placing
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor, Work
from casework.services.law import regions
from casework.services.law.regions import Competence
from tests.bureau import Bureau
from tests.conftest import SettableClock
from tests.features.conftest import Attempt

scenarios("tempat.feature")


@pytest.fixture
def kantor(app: App, clock: SettableClock) -> Bureau:
    """The office that a step names."""
    return Bureau(app, clock)


@given("wilayah Provinsi Bengkulu sudah ada")
def imported(kantor: Bureau) -> None:
    with kantor.app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        region_import.apply(work, shipped_regions().read_bytes())


@given(parsers.parse('sekarang "{at}"'))
def now(kantor: Bureau, at: str) -> None:
    kantor.at(at)


def begin(kantor: Bureau, code: str, kind: str, place: str, region: str) -> None:
    kantor.code = code
    days = kantor.app.now().date()
    told: dict[str, Any] = {
        "election": "gubernur-bengkulu-2024",
        "event_place": place,
        "event_region": region,
        "event_date": days - timedelta(days=1),
    }
    if kind == "laporan":
        kantor.receive(**told, known_date=days - timedelta(days=1))
    elif kind == "temuan":
        kantor.find(kantor.app.now(), **told)
    else:
        kantor.inform(**told)


@when(parsers.re(
    r'kantor "(?P<code>.+)" (menerima|mencatat) (?P<kind>laporan|temuan|informasi awal) dengan '
    r'tempat "(?P<place>.+)" di wilayah "(?P<region>.+)"'
))  # fmt: skip
def begun(kantor: Bureau, upaya: Attempt, code: str, kind: str, place: str, region: str) -> None:
    upaya.make(lambda: begin(kantor, code, kind, place, region))
    assert upaya.refusal is None


@given(parsers.parse('kantor "{code}" menerima laporan dengan tempat "{place}"'))
def before(kantor: Bureau, code: str, place: str) -> None:
    begin(kantor, code, "laporan", place, "")


@then(parsers.parse('tempat pada surat berbunyi "{words}"'))
def printed(kantor: Bureau, words: str) -> None:
    assert kantor.read(lambda work: regions.event_place(work, kantor.case(work))) == words


def around(kantor: Bureau) -> Competence:
    def look(work: Work) -> Competence | None:
        case = kantor.case(work)
        edition = kantor.app.law.edition(case.edition, case.revision)
        return regions.competence(kantor.app.law, edition, case.event_region, kantor.code)

    found = kantor.read(look)
    assert found
    return found


@then(parsers.parse('kantor setempat adalah "{code}", di bawah kantor itu'))
def below(kantor: Bureau, code: str) -> None:
    found = around(kantor)
    assert (found.office.code, found.own, found.near) == (code, False, True)


@then(parsers.parse('kantor setempat adalah "{code}", bukan kantor itu'))
def other(kantor: Bureau, code: str) -> None:
    found = around(kantor)
    assert (found.office.code, found.own, found.near) == (code, False, False)


@then("kantor setempat adalah kantor itu sendiri")
def own(kantor: Bureau) -> None:
    assert around(kantor).own


@then("dasar kantor setempat bertanda belum diverifikasi")
def marked(kantor: Bureau) -> None:
    basis = around(kantor).basis
    assert basis
    assert basis.mark is Mark.UNVERIFIED
    assert "tidak ditemukan" in basis.note


def proposed(kantor: Bureau) -> placing.Waiting:
    (one,) = kantor.read(placing.waiting)
    return one


@then(parsers.parse('usulan wilayahnya "{code}" dan belum ditetapkan'))
def only_proposed(kantor: Bureau, code: str) -> None:
    assert proposed(kantor).proposal.code == code
    assert kantor.read(lambda work: kantor.case(work).event_region) is None


@when("penangan menetapkan usulan itu")
def confirmed(kantor: Bureau) -> None:
    one = proposed(kantor)
    with kantor.app.unit_of_work(kantor.actor("case_officer")) as work:
        assert placing.settle(work, {one.case_id: one.proposal.code}) == 1


@then(parsers.parse('wilayah perkara itu "{code}"'))
def set_by_a_person(kantor: Bureau, code: str) -> None:
    assert kantor.read(lambda work: kantor.case(work).event_region) == code
    (event,) = kantor.events(placing.ACTION)
    assert event.actor_id is not None
    assert kantor.read(placing.count) == 0


@then("tidak ada usulan wilayah")
def none(kantor: Bureau) -> None:
    found = proposed(kantor).proposal
    assert (found.code, bool(found.why)) == ("", True)
