"""kelengkapan.feature"""

from __future__ import annotations

from pytest_bdd import parsers, scenarios, then, when
from sqlalchemy import select

from casework.models import Completion
from casework.services import kajian_awal
from casework.services.kajian_awal import Verdict
from tests.bureau import Bureau

scenarios("kelengkapan.feature")


@when(parsers.parse('penangan menilai "{requirement}" terpenuhi'))
def met(kantor: Bureau, requirement: str) -> None:
    kantor.act("case_officer", kajian_awal.assess, {requirement: Verdict(met=True)})


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
