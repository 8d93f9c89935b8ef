"""wewenang.feature"""

from __future__ import annotations

from pytest_bdd import parsers, scenarios, then, when

from casework.errors import Conflict
from casework.services.acts.registration import kajian_awal
from tests.bureau import Bureau
from tests.features.acts import ACTS
from tests.features.conftest import ROLES, Attempt

scenarios("wewenang.feature")


@when("dua petugas mengajukan registrasi dari halaman yang sama")
def both(kantor: Bureau, upaya: Attempt) -> None:
    version = kantor.read(lambda work: kantor.case(work).version)

    def propose() -> None:
        with kantor.app.unit_of_work(kantor.actor("case_officer")) as work:
            kajian_awal.propose_registration(work, kantor.case_id, version)

    upaya.make(propose)
    upaya.notes["first"] = upaya.refusal
    upaya.make(propose)


@when(parsers.parse('{role} dari kantor "{code}" mencoba "{act}"'))
def from_elsewhere(kantor: Bureau, upaya: Attempt, role: str, code: str, act: str) -> None:
    kantor.code = code
    upaya.make(lambda: ACTS[act](kantor, ROLES[role]))


@then("yang pertama berhasil")
def first_wins(kantor: Bureau, upaya: Attempt) -> None:
    assert upaya.notes["first"] is None
    assert kantor.stage == "pleno_registrasi"


@then(parsers.parse('yang kedua diberi tahu "{change}"'))
def second_sees(upaya: Attempt, change: str) -> None:
    assert isinstance(upaya.refusal, Conflict)
    assert any(change in one for one in upaya.refusal.changes)
