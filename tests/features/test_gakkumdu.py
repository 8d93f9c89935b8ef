"""gakkumdu.feature"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import select

from casework.engine.papers import BeritaAcaraPembahasan, BeritaAcaraPleno
from casework.models import Document, Notice, Override
from casework.services.acts.corrections import fact_correction
from casework.services.acts.review import discussions, pleno
from casework.services.acts.review.pleno import Decision
from casework.services.cases.discussions import overrides
from casework.services.documents.data import build
from tests.bureau import Bureau
from tests.desk import REPORT
from tests.features.conftest import ROLES, Attempt

scenarios("gakkumdu.feature")

CRIME = "uu-187a-1"
RECORD = {"pertama": discussions.first, "kedua": discussions.second}


def record(
    kantor: Bureau, upaya: Attempt, role: str, which: str, moment: str = "", **changes: Any
) -> None:
    at = datetime.fromisoformat(f"{moment}+07:00") if moment else None
    told = kantor.discussion(at, **changes)
    upaya.make(lambda: kantor.act(ROLES[role], RECORD[which], told))


def drawn(kantor: Bureau, kind: str) -> Any:
    (paper,) = kantor.documents(kind)
    return kantor.read(lambda work: build(work, work.session.get_one(Document, paper.id)))


def decide(
    kantor: Bureau, upaya: Attempt, kind: str = "pidana", why: str = "", ago: int = 0
) -> None:
    meeting = replace(kantor.meeting(), held_at=kantor.app.now() - timedelta(hours=ago))
    article = CRIME if kind == "pidana" else ""
    ruling = {one.id: [Decision(kind, article, "Alasan.")] for one in kantor.parties()}
    upaya.make(lambda: kantor.act("chair", pleno.decide, meeting, ruling, why))


@given(parsers.parse('laporan dengan dugaan pidana diterima pada "{moment}"'))
def received(kantor: Bureau, moment: str) -> None:
    kantor.at(moment)
    kantor.receive(suspects_crime=True)


@given("kajian mengusulkan tindak pidana dan sampai di pleno")
def reviewed(kantor: Bureau) -> None:
    kantor.invite()
    kantor.hear()
    kantor.review("pidana", CRIME)
    kantor.later(hours=2)


@given("kedua pembahasan sudah dicatat")
def discussed(kantor: Bureau) -> None:
    kantor.discuss()


@given(parsers.parse('pembahasan kedua menyimpulkan "{conclusion}"'))
def concluded(kantor: Bureau, conclusion: str) -> None:
    kantor.act("coordinator", discussions.first, kantor.discussion())
    kantor.act("coordinator", discussions.second, kantor.discussion(conclusion=conclusion))


@given(parsers.parse('pleno memutus tindak pidana pada "{moment}" dengan alasan "{why}"'))
def decided_at(kantor: Bureau, upaya: Attempt, moment: str, why: str) -> None:
    kantor.at(moment)
    decide(kantor, upaya, why=why)
    assert upaya.refusal is None, upaya.refusal
    kantor.later(hours=1)


@when(parsers.parse('{role} mencatat pembahasan {which} pada "{moment}"'))
def recorded(kantor: Bureau, upaya: Attempt, role: str, which: str, moment: str) -> None:
    record(kantor, upaya, role, which, moment)


@when(parsers.parse("{role} mencatat pembahasan {which} sekarang"))
def recorded_now(kantor: Bureau, upaya: Attempt, role: str, which: str) -> None:
    record(kantor, upaya, role, which)


@when(parsers.parse('penangan mencatat pembahasan pertama tanpa pendapat "{institution}"'))
def silent(kantor: Bureau, upaya: Attempt, institution: str) -> None:
    said = {one: text for one, text in kantor.discussion().opinions.items() if one != institution}
    record(kantor, upaya, "penangan", "pertama", opinions=said)


@when(
    parsers.re(
        r'penangan mencatat pembahasan pertama tanpa kehadiran "(?P<away>\w+)"'
        r'(?: karena "(?P<why>[^"]+)")?'
    )
)
def absent(kantor: Bureau, upaya: Attempt, away: str, why: str | None) -> None:
    told = kantor.discussion()
    record(
        kantor,
        upaya,
        "penangan",
        "pertama",
        people={one: people for one, people in told.people.items() if one != away},
        opinions={one: text for one, text in told.opinions.items() if one != away},
        absence=why or "",
    )


@when("penangan mencatat pembahasan pertama yang menyebut nama pelapor")
def naming(kantor: Bureau, upaya: Attempt) -> None:
    assert REPORT.reporter is not None
    said = dict(kantor.discussion().opinions)
    said |= dict.fromkeys(list(said)[:1], f"Menurut {REPORT.reporter.name} uang itu diserahkan.")
    record(kantor, upaya, "penangan", "pertama", opinions=said)


@when(parsers.re(r'koordinator membetulkan "(?P<fact>\w+)" menjadi "(?P<to>[^"]+)"'))
def corrected(kantor: Bureau, upaya: Attempt, fact: str, to: str) -> None:
    at = datetime.fromisoformat(f"{to}+07:00")
    upaya.make(
        lambda: kantor.act("coordinator", fact_correction.correct, fact, at, "Salah ketik jam.")
    )


@when("pleno memutus tindak pidana")
def decided(kantor: Bureau, upaya: Attempt) -> None:
    decide(kantor, upaya)


@when("pleno memutus bukan pelanggaran")
def nothing(kantor: Bureau, upaya: Attempt) -> None:
    decide(kantor, upaya, "bukan_pelanggaran")


@when("pleno yang berlangsung satu jam sebelumnya memutus tindak pidana")
def decided_before(kantor: Bureau, upaya: Attempt) -> None:
    decide(kantor, upaya, ago=1)


@when(parsers.parse('pleno memutus tindak pidana dengan alasan "{why}"'))
def decided_nevertheless(kantor: Bureau, upaya: Attempt, why: str) -> None:
    decide(kantor, upaya, why=why)


@then(parsers.parse('berita acara pembahasan "{which}" memuat pendapat setiap unsur'))
def minutes(kantor: Bureau, which: str, datatable: list[list[str]]) -> None:
    number = {"pertama": 1, "kedua": 2}[which]
    paper = drawn(kantor, f"berita_acara_gakkumdu_{number}")
    assert isinstance(paper, BeritaAcaraPembahasan)
    assert [[one.institution, one.opinion] for one in paper.elements] == datatable[1:]
    assert paper.ordinal == which


def kept(kantor: Bureau) -> list[Override]:
    return kantor.read(lambda work: list(overrides(work, kantor.case(work))))


@then("perkara tidak memuat penyimpangan")
def none(kantor: Bureau) -> None:
    assert kept(kantor) == []


@then(parsers.parse('penyimpangan pada perkara beralasan "{why}"'))
def overridden(kantor: Bureau, why: str) -> None:
    (row,) = kept(kantor)
    assert (row.reason, row.verification) == (why, "secondary")
    (event,) = kantor.events("putuskan_pleno")
    assert event.detail["reason"] == why


@then(parsers.parse('berita acara pleno memuat "{why}"'))
def in_the_minutes(kantor: Bureau, why: str) -> None:
    ids = [one.id for one in kantor.documents("berita_acara_pleno")]
    paper = kantor.read(lambda work: build(work, work.session.get_one(Document, ids[-1])))
    assert isinstance(paper, BeritaAcaraPleno)
    assert why in paper.exceptions[0]


@then("kantor di atas atau kepala sekretariat diberi tahu")
def told(kantor: Bureau) -> None:
    told = kantor.read(
        lambda work: work.session.scalars(
            select(Notice).where(Notice.key.startswith(f"{kantor.case_id}:override-"))
        ).all()
    )
    assert told
    assert all("pembahasan kedua" in one.body for one in told)


@then(parsers.parse('tidak ada catatan bahwa batas "{rule}" lewat'))
def never_expired(kantor: Bureau, rule: str) -> None:
    assert [one for one in kantor.events("tenggat_lewat") if one.detail["rule"] == rule] == []
