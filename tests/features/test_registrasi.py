"""registrasi.feature"""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

from pytest_bdd import given, parsers, scenarios, then, when

from casework.services.acts.registration import kajian_awal
from casework.services.acts.review import pleno
from casework.services.acts.review.pleno import Seat
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


@given("kelengkapan diminta dengan surat yang belum terbit")
def asked(kantor: Bureau) -> None:
    kantor.assess({"bukti": "Tidak ada bukti."})
    kantor.act("case_officer", kajian_awal.ask_to_complete)


@when(
    parsers.re(
        r"pleno dengan (?P<against>\d) anggota tidak setuju(?: dan (?P<abstain>\d) abstain)? "
        r"meregistrasi(?P<end>.*)"
    )
)
def vote(kantor: Bureau, upaya: Attempt, against: str, abstain: str | None, end: str) -> None:
    views = ["tidak_setuju"] * int(against) + ["abstain"] * int(abstain or 0)
    held = kantor.meeting(reason="Risalah rapat diperiksa." if end else "")
    seats = tuple(
        replace(seat, position=view)
        for seat, view in zip_longest(held.seats, views, fillvalue="setuju")
        if isinstance(seat, Seat)
    )
    meeting = replace(held, seats=seats, acknowledged=bool(end))
    upaya.make(lambda: kantor.act("commissioner", pleno.register, meeting))


@then("jejak menyebut keputusan tanpa mayoritas")
def without_majority(kantor: Bureau) -> None:
    assert [one.detail["majority"] for one in kantor.events("registrasi")] == [False]


@then("tidak ada nomor surat yang terpakai")
def no_letter_number(kantor: Bureau) -> None:
    assert [one.number for one in kantor.documents("pemberitahuan_kelengkapan")] == [""]


@then(parsers.parse('nomor registrasi "{number}"'))
def numbered(kantor: Bureau, number: str) -> None:
    assert kantor.read(lambda work: kantor.case(work).registration_number) == number


@then("surat pemberitahuan status sudah disiapkan")
def notice(kantor: Bureau) -> None:
    assert [one.state for one in kantor.documents("pemberitahuan_status")] == ["draft"]
