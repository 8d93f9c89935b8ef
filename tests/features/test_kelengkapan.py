"""kelengkapan.feature"""

from __future__ import annotations

from datetime import datetime

from pytest_bdd import parsers, scenarios, then, when
from sqlalchemy import select

from casework.models import Completion, Dispatch
from casework.services.errata import clerical_dispatch
from casework.services.registration import completion, kajian_awal
from casework.services.registration.kajian_awal import Verdict
from tests.bureau import Bureau
from tests.features.conftest import Attempt, plainly

scenarios("kelengkapan.feature")


@when(parsers.parse('penangan menilai "{requirement}" terpenuhi'))
def met(kantor: Bureau, requirement: str) -> None:
    kantor.act("case_officer", kajian_awal.assess, {requirement: Verdict(met=True)})


@when("penangan membatalkan pernyataan lewat waktu")
def taken_back(kantor: Bureau, upaya: Attempt) -> None:
    upaya.make(lambda: kantor.act("case_officer", plainly("batalkan_gugur")))


@when(parsers.parse('waktu terima surat kelengkapan dibetulkan menjadi "{moment}"'))
def corrected(kantor: Bureau, moment: str) -> None:
    row = kantor.read(lambda work: work.session.scalars(select(Dispatch)).one())
    at = datetime.fromisoformat(f"{moment}+07:00")
    kantor.act(
        "secretariat", clerical_dispatch.correct_dispatch, row.id, row.sent_at, at, "Salah baca."
    )


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
