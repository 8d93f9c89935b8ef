"""penilaian_ulang.feature"""

from __future__ import annotations

from datetime import timedelta

from pytest_bdd import given, parsers, scenarios, then, when

from casework.services.acts.registration import kajian_awal
from casework.services.acts.review import pleno
from tests.bureau import Bureau
from tests.features.conftest import ROLES, Attempt, plainly

scenarios("penilaian_ulang.feature")


@given("penangan mengusulkan laporan tidak diregistrasi")
def proposed(kantor: Bureau) -> None:
    kantor.assess({"dua_alat_bukti": "Baru satu alat bukti."})
    kantor.act("case_officer", kajian_awal.propose_refusal, "Alat bukti kurang.")


@given("pelapor melengkapi dan laporan diajukan untuk diregistrasi")
def completed(kantor: Bureau) -> None:
    kantor.complete()
    kantor.assess()
    kantor.act("case_officer", kajian_awal.propose_registration)


@given("temuan sudah ditetapkan pleno")
def fixed(kantor: Bureau) -> None:
    kantor.at("2024-09-20T10:00:00")
    kantor.find(kantor.app.now() - timedelta(days=1))
    kantor.act("chair", pleno.fix, kantor.meeting())


@when(parsers.re(r'(?P<role>[a-z ]+) melakukan "(?P<act>\w+)"'))
def does(kantor: Bureau, upaya: Attempt, role: str, act: str) -> None:
    upaya.make(lambda: kantor.act(ROLES[role], plainly(act)))


@then("kajian awal yang lama dan yang baru tersimpan")
def both(kantor: Bureau) -> None:
    told = [one.context["act"] for one in kantor.documents("kajian_awal")]
    assert told == ["usul_tidak_registrasi", "ajukan_registrasi"]
