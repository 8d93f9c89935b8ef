"""pencabutan.feature"""

from __future__ import annotations

from pytest_bdd import parsers, scenarios, then, when

from casework.engine.papers import PemberitahuanStatus
from casework.services.documents.data import build
from tests.bureau import Bureau
from tests.features.conftest import Attempt, plainly

scenarios("pencabutan.feature")


@when(parsers.parse('koordinator menghentikan perkara pada "{moment}"'))
def stopped(kantor: Bureau, moment: str) -> None:
    kantor.at(moment)
    at = {"penanganan_dihentikan": kantor.app.now()}
    kantor.act("coordinator", plainly("hentikan_penanganan", at))


@then(parsers.parse('pemberitahuannya menyebut "{status}" pada hari "{day}"'))
def says(kantor: Bureau, status: str, day: str) -> None:
    (document,) = kantor.documents("pemberitahuan_status")
    paper = kantor.read(lambda work: build(work, document))
    assert isinstance(paper, PemberitahuanStatus)
    assert paper.status == status
    assert day in paper.explanation
    assert status != "DIHENTIKAN" or "Perlu." in paper.explanation


@when("ketua menerbitkan pemberitahuan itu dan sekretariat mengirimnya")
def sent(kantor: Bureau, upaya: Attempt) -> None:
    upaya.make(lambda: kantor.issue("pemberitahuan_status"))
    kantor.dispatch(kantor.app.now())
