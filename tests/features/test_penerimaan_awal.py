"""penerimaan_awal.feature"""

from __future__ import annotations

from datetime import date, datetime

from pytest_bdd import parsers, scenarios, then, when

from casework.engine.papers import TandaBukti
from casework.services.core.work import Work
from casework.services.documents import papers
from casework.services.documents.data.build import build
from tests.bureau import Bureau
from tests.features.conftest import Attempt

scenarios("penerimaan_awal.feature")


@when(parsers.parse('laporan tentang kejadian "{event}" diketahui "{known}" dicatat'))
def told(kantor: Bureau, upaya: Attempt, event: str, known: str) -> None:
    because(kantor, upaya, event, known, "")


@when(
    parsers.parse(
        'laporan tentang kejadian "{event}" diketahui "{known}" dicatat karena "{reason}"'
    )
)
def because(kantor: Bureau, upaya: Attempt, event: str, known: str, reason: str) -> None:
    happened, learned = date.fromisoformat(event), date.fromisoformat(known)
    upaya.make(lambda: kantor.receive(stage_reason=reason, event_date=happened, known_date=learned))


@then(parsers.parse('perkara menyimpan alasan tahapan "{reason}"'))
def kept(kantor: Bureau, reason: str) -> None:
    assert kantor.read(lambda work: kantor.case(work).stage_reason) == reason


@then(parsers.parse('kajian awal dan laporan akhir memuat alasan tahapan "{reason}"'))
def printed(kantor: Bureau, reason: str) -> None:
    def drawn(work: Work) -> list[str]:
        case = kantor.case(work)
        said = {"act": "ajukan_registrasi"}
        planned = [
            papers.plan(work, case, kind, context=said) for kind in ("kajian_awal", "laporan_akhir")
        ]
        return [getattr(build(work, one), "stage_reason") for one in planned]  # noqa: B009

    with kantor.app.unit_of_work(kantor.actor("case_officer")) as work:
        assert drawn(work) == [reason, reason]


@when(
    parsers.re(
        r'laporan dicatat sebagai diterima pada "(?P<moment>[^"]+)" karena "(?P<reason>[^"]*)"'
    )
)
def earlier(kantor: Bureau, upaya: Attempt, moment: str, reason: str) -> None:
    at = datetime.fromisoformat(f"{moment}+07:00")
    upaya.make(lambda: kantor.receive(received_at=at, received_reason=reason))


@then(parsers.parse('tanda bukti menyebut hari "{day}"'))
def receipt(kantor: Bureau, day: str) -> None:
    [row] = kantor.documents("tanda_bukti")
    paper = kantor.read(lambda work: build(work, work.session.get_one(type(row), row.id)))
    assert isinstance(paper, TandaBukti)
    assert day in str(paper)
