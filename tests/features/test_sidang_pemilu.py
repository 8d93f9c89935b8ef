"""sidang_pemilu.feature"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from casework.engine.refusals import RuleUnknown
from casework.models.case import LinkKind
from casework.services.acts.any_stage import links
from casework.services.acts.hearing import rulings, sessions
from casework.services.acts.hearing.sessions import Fixed
from casework.services.acts.parties import Respondent
from casework.services.acts.recommendation import crime_file, referral
from casework.services.acts.recommendation.crime_file import Filled
from casework.services.acts.registration import further_parties, kajian_awal
from casework.services.acts.review import pleno
from casework.services.acts.review.pleno import Decision
from casework.services.cases.record.identity import Person
from casework.services.documents import papers
from casework.services.documents.data import build
from tests.bureau import Bureau
from tests.features import test_sidang_administrasi as hearing
from tests.features.conftest import Attempt, plainly

scenarios("sidang_pemilu.feature")

PEMILU = {
    "election": "pemilu-legislatif-2024",
    "event_date": date(2024, 2, 19),
    "known_date": date(2024, 2, 19),
}
PILKADA = ("Pemilihan Gubernur", "104/PUU-XXIII/2025", "Nomor 1 Tahun 2015", "8 Tahun 2020")

# The steps that a hearing has under every law.
given("laporan itu juga memuat dugaan pidana")(hearing.criminal)
given("laporan diregistrasi untuk disidangkan")(hearing.is_registered)
given("majelis lengkap ditetapkan")(hearing.appoint)
given("pemeriksaan selesai")(hearing.examined)
given("majelis bermusyawarah dan menyusun putusan")(hearing.resolved)
given(parsers.parse('putusan dibacakan dan sampai pada KPU pada "{moment}"'))(hearing.delivered)
when("pleno meregistrasi laporan untuk disidangkan")(hearing.registered)
when("kajian mengusulkan pelanggaran administrasi tanpa sidang")(hearing.proposed)
when("ketua membacakan putusan")(hearing.reads)
when(parsers.parse('majelis membacakan putusan "{kind}"'))(hearing.rules)
when(parsers.parse('KPU menindaklanjuti pada "{moment}"'))(hearing.answered)
then(parsers.parse('ditolak dengan penjelasan "{words}"'))(hearing.refused)
then(parsers.parse('batas "{rule}" jatuh pada "{due}" dengan tanda "{mark}"'))(hearing.due_at)
then("setiap dokumen sidang ada")(hearing.drawn)


def accused(category: str) -> tuple[Respondent, ...]:
    return (Respondent(name="Terlapor Uji", category=category, region="seluma"),)


@given("laporan pelanggaran administratif Pemilu 2024 sampai pada pleno registrasi")
def reported_pemilu(kantor: Bureau) -> None:
    kantor.at("2024-02-20T10:00:00")
    kantor.receive(key="pemilu-1", respondents=accused("penyelenggara_kpu"), **PEMILU)
    kantor.assess()
    kantor.act("case_officer", kajian_awal.propose_registration)


@given(parsers.parse('laporan Pemilu 2024 terhadap "{category}" sampai pada pleno'))
def reviewed_pemilu(kantor: Bureau, category: str) -> None:
    kantor.at("2024-02-20T10:00:00")
    kantor.receive(key="pemilu-2", respondents=accused(category), **PEMILU)
    kantor.register()
    kantor.at("2024-02-22T09:00:00")
    kantor.invite()
    kantor.at("2024-02-23T09:00:00")
    kantor.hear()


@when(parsers.parse('pleno memutus "{kind}" menurut "{article_id}"'))
def decided(kantor: Bureau, upaya: Attempt, kind: str, article_id: str) -> None:
    def decide() -> None:
        kantor.review(kind, article_id)
        kantor.decide(kind, article_id)
        if kind == "pidana":
            settle_file(kantor)
        kantor.act("case_officer", referral.draft)
        kantor.issue()
        kantor.dispatch()
        kantor.act("secretariat", referral.forward)

    upaya.make(decide)


def settle_file(kantor: Bureau) -> None:
    items = kantor.read(lambda work: tuple(work.law.edition(kantor.case(work).edition).file_items))
    missing = {one: Filled(reason="Diserahkan langsung oleh penyidik.") for one in items}
    kantor.act("case_officer", crime_file.settle, missing, nevertheless=True)


@then(parsers.parse('surat "{kind}" ditujukan kepada "{whom}"'))
def addressed(kantor: Bureau, upaya: Attempt, kind: str, whom: str) -> None:
    assert upaya.refusal is None, upaya.refusal
    assert whom in hearing.paper(kantor, kind).recipient.name


@given("temuan pelanggaran administratif Pemilu 2024 ditetapkan pleno")
def found(kantor: Bureau) -> None:
    kantor.at("2024-02-20T10:00:00")
    told = {"election": PEMILU["election"], "event_date": PEMILU["event_date"]}
    kantor.find(kantor.app.now(), key="pemilu-3", respondents=accused("penyelenggara_kpu"), **told)
    kantor.at("2024-02-21T10:00:00")
    kantor.act("chair", pleno.fix, kantor.meeting())


@given("bagian pidananya dicatat sebagai temuan dan ditautkan")
def apart(kantor: Bureau) -> None:
    here = kantor.case_id
    changes = {**PEMILU, "suspects_crime": True}
    del changes["known_date"]
    there = kantor.find(kantor.app.now(), key="pemilu-pidana", **changes)
    kantor.case_id = here
    kantor.act("case_officer", links.link, there, LinkKind.SAME_EVENT, "Bagian pidana.")


@then("setiap dokumen menyebut hukum Pemilu dan tidak menyebut hukum Pilkada")
def own_law(kantor: Bureau) -> None:
    told = kantor.read(
        lambda work: {
            one.kind: repr(build(work, one)) for one in papers.of_case(work, kantor.case(work))
        }
    )
    assert {kind for kind, text in told.items() if any(one in text for one in PILKADA)} == set()
    assert "Undang-Undang Nomor 7 Tahun 2017" in " ".join(told.values())


@when(parsers.parse('majelis bermusyawarah dengan pasal "{article_id}"'))
def resolved_under(kantor: Bureau, upaya: Attempt, article_id: str) -> None:
    decided = [Decision(hearing.CLASS, article_id, "Alasan.")]
    decisions = {one.id: decided for one in kantor.parties()}
    told = replace(hearing.resolution(kantor), decisions=decisions)
    upaya.make(lambda: kantor.act("chair", rulings.resolve, told))


@when("penangan mencatat saksi baru dan sekretariat memanggilnya")
def another_witness(kantor: Bureau) -> None:
    kantor.act(
        "case_officer",
        further_parties.add_protected,
        "witness",
        Person(name="Saksi Rekaan Baru"),
        "Disebut Pelapor.",
    )
    ids = [kantor.parties("witness")[-1].id]
    at = kantor.app.now() + timedelta(hours=1)
    agenda = ("pembacaan_laporan",)
    kantor.act("secretariat", sessions.fix, Fixed(at, "Ruang sidang", agenda, ids))


@then("panggilan sidang disiapkan untuk saksi itu")
def witness_summoned(kantor: Bureau) -> None:
    assert hearing.paper(kantor, "panggilan_sidang").capacity == "Saksi"


@when("sekretariat mencatat permintaan koreksi")
def correction_asked(kantor: Bureau, upaya: Attempt) -> None:
    assert upaya.refusal is None, upaya.refusal
    at = {"koreksi_diajukan": kantor.app.now()}
    kantor.act("secretariat", plainly("ajukan_koreksi", at))


@then("koreksi tercatat tanpa batas waktu yang dihitung")
def correction_noted(kantor: Bureau) -> None:
    assert kantor.events("ajukan_koreksi")
    assert kantor.limit("putusan_koreksi").state == "tidak ada"


@then(parsers.parse('putusannya mengingat "{words}"'))
def rests_on(kantor: Bureau, words: str) -> None:
    assert any(words in one for one in hearing.paper(kantor, "putusan_administrasi").legal)


@then(parsers.parse('surat kepada KPU meminta tindak lanjut "{words}"'))
def asked_of_kpu(kantor: Bureau, words: str) -> None:
    found = hearing.paper(kantor, "penerusan_administrasi")
    assert found.amar == hearing.AMAR
    assert "menindaklanjuti pelanggaran administratif tersebut" in found.request
    assert words in found.request


@when("laporan TSM disampaikan kepada Bawaslu Provinsi")
def reported_tsm(kantor: Bureau, upaya: Attempt) -> None:
    kantor.at("2024-10-01T10:00:00")
    with pytest.raises(RuleUnknown) as refusal:
        kantor.receive(key="tsm-1", regime="pemilihan-tsm")
    upaya.notes["refusal"] = str(refusal.value)


@then(parsers.parse('perkaranya tidak diterima karena "{words}"'))
def not_taken(upaya: Attempt, words: str) -> None:
    assert words in str(upaya.notes["refusal"])
