"""kelengkapan.feature"""

from __future__ import annotations

from datetime import datetime

from pytest_bdd import parsers, scenarios, then, when
from sqlalchemy import select

from casework.models import Completion, Dispatch
from casework.services.acts.corrections import clerical_dispatch, fact_correction
from casework.services.acts.registration import completion, kajian_awal
from casework.services.acts.registration.kajian_awal import Verdict
from casework.services.cases import facts
from tests.bureau import Bureau
from tests.features.conftest import Attempt, plainly

scenarios("kelengkapan.feature")


@when(parsers.parse('penangan menilai "{requirement}" terpenuhi'))
def met(kantor: Bureau, requirement: str) -> None:
    verdict = Verdict(True, "Bukti kedua diperlihatkan.")
    kantor.act("case_officer", kajian_awal.assess, {requirement: verdict})


@when("penangan membatalkan pernyataan lewat waktu")
def taken_back(kantor: Bureau, upaya: Attempt) -> None:
    upaya.make(lambda: kantor.act("case_officer", plainly("batalkan_gugur")))


@when(parsers.parse('waktu terima surat kelengkapan dibetulkan menjadi "{moment}"'))
def corrected(kantor: Bureau, moment: str) -> None:
    row = kantor.read(lambda work: work.session.scalars(select(Dispatch).order_by("id")).first())
    assert row is not None
    at = datetime.fromisoformat(f"{moment}+07:00")
    kantor.act(
        "secretariat", clerical_dispatch.correct_dispatch, row.id, row.sent_at, at, "Salah baca."
    )


@when("ketua membuka kembali laporan itu")
def opened_again(kantor: Bureau, upaya: Attempt) -> None:
    upaya.make(lambda: kantor.act("chair", plainly("buka_penolakan")))


@when("pelapor diberi tahu bahwa laporannya ditolak")
def told(kantor: Bureau) -> None:
    kantor.issue("pemberitahuan_status")
    kantor.dispatch(kantor.app.now())
    assert facts_of(kantor)["pemberitahuan_status_terkirim"]
    kantor.later(minutes=5)


@then("pelapor belum diberi tahu hasil yang baru")
def not_told(kantor: Bureau) -> None:
    assert not facts_of(kantor)["pemberitahuan_status_terkirim"]


def facts_of(kantor: Bureau) -> dict[str, bool]:
    return kantor.read(lambda work: facts.facts_of(work, kantor.case(work)))


@when(parsers.parse('fakta waktu terima surat kelengkapan dibetulkan menjadi "{moment}"'))
def fact_corrected(kantor: Bureau, upaya: Attempt, moment: str) -> None:
    at, name = datetime.fromisoformat(f"{moment}+07:00"), "surat_kelengkapan_diterima"
    kantor.at("2024-09-22T12:00:00")
    upaya.make(lambda: kantor.act("coordinator", fact_correction.correct, name, at, "Salah baca."))


@then(parsers.parse('halaman surat menunjukkan surat diterima "{moment}"'))
def shown(kantor: Bureau, moment: str) -> None:
    row = kantor.read(lambda work: work.session.scalars(select(Dispatch)).one())
    assert row.received_at == datetime.fromisoformat(f"{moment}+07:00")


@when(parsers.parse('kelengkapan yang diserahkan pada "{moment}" dicatat'))
def brought(kantor: Bureau, upaya: Attempt, moment: str) -> None:
    at = datetime.fromisoformat(f"{moment}+07:00")
    upaya.make(lambda: kantor.act("intake_officer", completion.receive, at, "Lengkap."))


@then(parsers.parse('surat kelengkapan bernomor "{number}"'))
def letter(kantor: Bureau, number: str) -> None:
    assert [one.number for one in kantor.documents("pemberitahuan_kelengkapan")] == [number]


def late(kantor: Bureau) -> bool:
    return kantor.read(lambda work: work.session.scalars(select(Completion)).one().late)


@then("kelengkapan itu tidak ditandai terlambat")
def in_time(kantor: Bureau) -> None:
    assert not late(kantor)


@then("kelengkapan itu ditandai terlambat")
def too_late(kantor: Bureau) -> None:
    assert late(kantor)
