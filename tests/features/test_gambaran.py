"""gambaran.feature"""

from __future__ import annotations

from datetime import date

from pytest_bdd import given, parsers, scenarios, then, when

from casework.services.cases import picture, rollups
from casework.services.cases.picture import Picture
from casework.services.core.work import Work
from casework.services.people import nudges
from tests.bureau import Bureau
from tests.features.conftest import Attempt

scenarios("gambaran.feature")
ZONE = "Asia/Jakarta"


@given(parsers.parse('laporan masuk di kantor "{code}" pada "{moment}"'), target_fixture="bawah")
def received(kantor: Bureau, code: str, moment: str) -> Bureau:
    kantor.at(moment)
    below = Bureau(kantor.app, kantor.clock, code)
    kantor.case_id = below.receive()
    return below


@when(parsers.parse('kantor itu meregistrasi laporannya pada "{moment}"'))
def registers(bawah: Bureau, moment: str) -> None:
    bawah.at(moment)
    bawah.register()


@when("supervisor provinsi mengingatkan perkara itu")
def nudged(kantor: Bureau, upaya: Attempt) -> None:
    def nudge() -> None:
        with kantor.app.unit_of_work(kantor.actor("supervisor")) as work:
            assert nudges.nudge(work, kantor.case_id)

    upaya.make(nudge)


@when(parsers.parse("{hours:d} jam berlalu"))
def later(kantor: Bureau, hours: int) -> None:
    kantor.later(hours=hours)
    kantor.settle()


def seen(kantor: Bureau, day: str = "") -> Picture:
    def look(work: Work) -> Picture:
        places = picture.places(work)
        if day:
            return picture.as_of(work, places, date.fromisoformat(day), ZONE)
        return picture.now(work, places, ZONE)

    return kantor.read(look, "supervisor")


@then(parsers.parse('gambaran provinsi menyebut {number:d} perkara di tahap "{stage}"'))
def stands(kantor: Bureau, number: int, stage: str) -> None:
    assert seen(kantor).sum(rollups.STAGE, stage) == number


@then(parsers.parse('gambaran provinsi per "{day}" menyebut {number:d} perkara di tahap "{stage}"'))
def stood(kantor: Bureau, day: str, number: int, stage: str) -> None:
    found = seen(kantor, day)
    assert found.sum(rollups.STAGE, stage) == number
    assert found.links


@then(parsers.parse('pada "{day}" provinsi menghitung {number:d} "{move}"'))
def moved(kantor: Bureau, day: str, number: int, move: str) -> None:
    on = date.fromisoformat(day)
    assert seen(kantor).moved(move, on, on) == number


@then("perkara itu belum macet")
def moves(kantor: Bureau) -> None:
    assert not kantor.read(nudges.stuck, "supervisor")


@then("perkara itu macet")
def stuck(kantor: Bureau) -> None:
    (found,) = kantor.read(nudges.stuck, "supervisor")
    assert found.case.id == kantor.case_id
    assert found.acts
    assert found.roles


@then(parsers.parse('catatan kantor itu memuat "{action}" {number:d} kali'))
def recorded(bawah: Bureau, action: str, number: int) -> None:
    assert len(bawah.events(action)) == number


@then(parsers.parse('pengingat itu ditolak karena "{why}"'))
def refused(upaya: Attempt, why: str) -> None:
    assert why in str(upaya.refusal)
