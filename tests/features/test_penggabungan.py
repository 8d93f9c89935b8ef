"""penggabungan.feature"""

from __future__ import annotations

from pytest_bdd import given, parsers, scenarios, then, when

from casework.engine.papers import PemberitahuanStatus
from casework.models import Case
from casework.services.acts.registration import merging
from casework.services.documents.data import build
from tests.bureau import Bureau
from tests.features.conftest import Attempt

scenarios("penggabungan.feature")


@given("dua laporan tentang peristiwa yang sama", target_fixture="first")
def two(kantor: Bureau) -> int:
    kantor.at("2024-09-19T10:00:00")
    first = kantor.receive()
    kantor.receive("laporan-2")
    return first


@when("koordinator menggabungkan yang kedua ke yang pertama")
def merged(kantor: Bureau, first: int) -> None:
    at = {"digabungkan": kantor.app.now()}
    kantor.act(
        "coordinator",
        lambda work, case, version: merging.merge(
            work, case, "gabungkan", version, at, "Peristiwa yang sama.", first
        ),
    )


def notice(kantor: Bureau) -> PemberitahuanStatus:
    (document,) = kantor.documents("pemberitahuan_status")
    paper = kantor.read(lambda work: build(work, document))
    assert isinstance(paper, PemberitahuanStatus)
    return paper


@then(parsers.parse('pemberitahuannya menyebut "{status}"'))
def says(kantor: Bureau, status: str) -> None:
    assert notice(kantor).status == status


@then("pemberitahuannya menyebut nomor perkara yang pertama")
def names(kantor: Bureau, first: int) -> None:
    number = kantor.read(lambda work: work.session.get_one(Case, first).number)
    assert number in notice(kantor).explanation


@when("ketua menerbitkan pemberitahuan itu dan sekretariat mengirimnya")
def sent(kantor: Bureau, upaya: Attempt) -> None:
    upaya.make(lambda: kantor.issue("pemberitahuan_status"))
    kantor.dispatch(kantor.app.now())
