"""registrasi.feature"""

from __future__ import annotations

from pytest_bdd import given, parsers, scenarios, then, when

from casework.services import kajian_awal, pleno
from tests.bureau import Bureau
from tests.features.conftest import Attempt

scenarios("registrasi.feature")


@given(parsers.parse('laporan lain yang menduga pidana diterima pada "{moment}"'))
def crime(kantor: Bureau, moment: str) -> None:
    kantor.at(moment)
    kantor.receive("laporan-pidana", suspects_crime=True)


@given("registrasi sudah diajukan")
def proposed(kantor: Bureau) -> None:
    kantor.act("case_officer", kajian_awal.propose_registration)


@given("laporan itu diusulkan tidak diregistrasi")
def refusal_proposed(kantor: Bureau) -> None:
    kantor.assess({"bukti": "Tidak ada bukti."})
    kantor.act("case_officer", kajian_awal.propose_refusal, "Tidak akan dilengkapi.")


@when(parsers.parse("pleno dengan {absent:d} anggota tidak hadir meregistrasi"))
def meet(kantor: Bureau, upaya: Attempt, absent: int) -> None:
    upaya.make(lambda: kantor.act("commissioner", pleno.register, kantor.meeting(absent)))


@then(parsers.parse('nomor registrasi "{number}"'))
def numbered(kantor: Bureau, number: str) -> None:
    assert kantor.read(lambda work: kantor.case(work).registration_number) == number


@then("surat pemberitahuan status sudah disiapkan")
def notice(kantor: Bureau) -> None:
    assert [one.state for one in kantor.documents("pemberitahuan_status")] == ["draft"]
