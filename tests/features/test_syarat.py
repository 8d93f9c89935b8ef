"""syarat.feature"""

from __future__ import annotations

import io
from datetime import date, datetime

from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import select, text

from casework.engine.papers import KajianAwal, PemberitahuanKelengkapan
from casework.engine.papers.initial import RequirementRow
from casework.engine.suggestion import Suggestion
from casework.models import Document, Finding
from casework.services.acts.corrections import fact_correction
from casework.services.acts.registration import kajian_awal, suggestions
from casework.services.acts.registration.kajian_awal import Verdict
from casework.services.cases import evidence
from casework.services.cases.evidence import Upload
from casework.services.core.work import Work
from casework.services.documents.data.build import build
from tests.bureau import Bureau
from tests.features.conftest import Attempt

scenarios("syarat.feature")


@given(
    parsers.parse(
        'laporan tentang kejadian "{event}" diketahui "{known}" dan diterima pada "{moment}"'
    )
)
def told(kantor: Bureau, event: str, known: str, moment: str) -> None:
    kantor.at(moment)
    kantor.receive(
        stage_reason="Untuk diuji.",
        event_date=date.fromisoformat(event),
        known_date=date.fromisoformat(known),
    )


@given(parsers.parse('bukti "{first}" dan bukti "{second}" diserahkan'))
def handed_in(kantor: Bureau, first: str, second: str) -> None:
    for name in (first, second):
        file = kantor.app.store.put(io.BytesIO(name.encode()), sealed=False, limit=1000)
        with kantor.app.unit_of_work(kantor.actor("case_officer")) as work:
            evidence.add(work, kantor.case_id, Upload(file, f"{name}.jpg", name))


def suggested(kantor: Bureau, requirement: str) -> Suggestion:
    found = kantor.read(lambda work: suggestions.of_case(work, kantor.case(work)))
    return found[requirement]


@then(parsers.parse('syarat "{requirement}" diusulkan "{word}" karena "{why}"'))
def proposed_because(kantor: Bureau, requirement: str, word: str, why: str) -> None:
    found = suggested(kantor, requirement)
    assert found.conclusion.label == word
    assert why in found.reason
    assert found.facts
    assert all(one.source for one in found.facts)


@then(parsers.re(r'syarat "(?P<requirement>\w+)" diusulkan "(?P<word>[a-z ]+)"$'))
def proposed(kantor: Bureau, requirement: str, word: str) -> None:
    assert suggested(kantor, requirement).conclusion.label == word


@when("penangan menerima semua usulan")
def accepted(kantor: Bureau) -> None:
    found = kantor.read(lambda work: suggestions.of_case(work, kantor.case(work)))
    verdicts = {key: kajian_awal.accepted(one) for key, one in found.items()}
    kantor.act(
        "case_officer", kajian_awal.assess, {key: one for key, one in verdicts.items() if one}
    )


def finding(kantor: Bureau, requirement: str) -> Finding | None:
    return kantor.read(
        lambda work: work.session.scalar(
            select(Finding).where(
                Finding.case_id == kantor.case_id, Finding.requirement == requirement
            )
        )
    )


@then(parsers.parse('syarat "{requirement}" tercatat tidak terpenuhi dengan alasan "{why}"'))
def unmet(kantor: Bureau, requirement: str, why: str) -> None:
    row = finding(kantor, requirement)
    assert row is not None
    assert not row.met
    assert row.suggestion == "unmet"
    assert why in row.reason


@then(parsers.parse('syarat "{requirement}" belum dinilai'))
def open_still(kantor: Bureau, requirement: str) -> None:
    assert finding(kantor, requirement) is None


@when(parsers.re(r'penangan menilai "(?P<requirement>\w+)" terpenuhi dengan alasan "(?P<why>.*)"'))
def against(kantor: Bureau, upaya: Attempt, requirement: str, why: str) -> None:
    verdicts = {requirement: Verdict(True, why)}
    upaya.make(lambda: kantor.act("case_officer", kajian_awal.assess, verdicts))


def wanted(kantor: Bureau) -> tuple[str, ...]:
    return kantor.read(lambda work: tuple(work.law.edition(kantor.case(work).edition).requirements))


@when(parsers.parse('semua syarat dinilai terpenuhi dengan alasan "{why}"'))
def all_against(kantor: Bureau, upaya: Attempt, why: str) -> None:
    verdicts = {name: Verdict(True, why) for name in wanted(kantor)}
    upaya.make(lambda: kantor.act("case_officer", kajian_awal.assess, verdicts))


@given(parsers.parse('yang tidak terpenuhi hanya "{names}"'))
def only(kantor: Bureau, names: str) -> None:
    lacks = names.split(", ")
    verdicts = {
        name: Verdict(name not in lacks, "" if name in lacks else "Dilihat pada berkas kertas.")
        for name in wanted(kantor)
    }
    kantor.act("case_officer", kajian_awal.assess, verdicts)


@when("penangan mengusulkan tidak diregistrasi dengan alasan dari penilaian")
def refusing(kantor: Bureau) -> None:
    reason = kantor.read(lambda work: kajian_awal.refusal_reason(work, kantor.case(work)))
    assert "lewat 12 hari" in reason
    assert "Pasal 9 ayat (4) huruf c" in reason
    kantor.act("case_officer", kajian_awal.propose_refusal, reason)


@when(parsers.parse('tanggal diketahui dibetulkan menjadi "{moment}"'))
def corrected(kantor: Bureau, moment: str) -> None:
    at = datetime.fromisoformat(f"{moment}+07:00")
    kantor.act("coordinator", fact_correction.correct, "diketahui", at, "Salah baca.")


def paper(work: Work, kantor: Bureau, kind: str) -> object:
    row = work.session.scalars(
        select(Document).where(Document.case_id == kantor.case_id, Document.kind == kind)
    ).first()
    assert row is not None
    return build(work, row)


def row_of(kantor: Bureau, requirement: str) -> RequirementRow:
    def look(work: Work) -> RequirementRow:
        found = paper(work, kantor, "kajian_awal")
        assert isinstance(found, KajianAwal)
        title = work.law.edition(kantor.case(work).edition).requirements[requirement].title
        return next(one for group in found.groups for one in group.rows if one.title == title)

    return kantor.read(look)


@then(parsers.parse('kajian awal memuat "{why}" untuk "{requirement}"'))
def printed(kantor: Bureau, why: str, requirement: str) -> None:
    row = row_of(kantor, requirement)
    assert why in row.reason
    assert row.result == "Terpenuhi"


@then(parsers.parse('kajian awal memuat catatan perkara "{fact}" untuk "{requirement}"'))
def noted(kantor: Bureau, fact: str, requirement: str) -> None:
    said = row_of(kantor, requirement).noted
    assert fact in said
    assert "(" not in said


@then(parsers.parse('kajian awal hanya memuat alasan petugas untuk "{requirement}"'))
def only_the_reason(kantor: Bureau, requirement: str) -> None:
    row = row_of(kantor, requirement)
    assert (row.noted, row.suggested, row.known) == ("", "", ())


@then(parsers.parse('surat kelengkapan meminta "{title}" saja'))
def asked(kantor: Bureau, title: str) -> None:
    letter = kantor.read(lambda work: paper(work, kantor, "pemberitahuan_kelengkapan"))
    assert isinstance(letter, PemberitahuanKelengkapan)
    assert [one.title for one in letter.missing] == [title]


@when("alasan yang tercatat diubah di luar sistem")
def tampered(kantor: Bureau) -> None:
    with kantor.app.database.engine.begin() as connection:
        connection.execute(text("UPDATE findings SET suggestion = 'met'"))


@then("jejak audit menyebut penilaian syarat")
def noticed(kantor: Bureau) -> None:
    assert any("findings:" in fault for fault in kantor.sound())
