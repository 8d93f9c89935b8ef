"""ralat_pleno.feature"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import select

from casework.engine.papers import BeritaAcaraPleno, BeritaAcaraRalat, PemberitahuanStatus
from casework.models import Deadline, Document, Outcome, ReferralItem
from casework.services.acts.corrections import ruling_correction
from casework.services.acts.parties import Respondent
from casework.services.acts.recommendation import followup, referral
from casework.services.acts.review.pleno import Decision, Pleno
from casework.services.cases import facts
from casework.services.documents.data import build
from tests.bureau import Bureau
from tests.features.conftest import Attempt

scenarios("ralat_pleno.feature")

WHY = "Pasal keliru dicatat."
FORWARDED = "DITERUSKAN KEPADA INSTANSI YANG BERWENANG"


def correct(
    kantor: Bureau, upaya: Attempt, held: Pleno, kind: str, article: str, undiscussed: str = ""
) -> None:
    (party,) = kantor.parties()
    rulings = {party.id: [Decision(kind, article, "Alasan.")]}
    upaya.refusal = None
    upaya.make(lambda: kantor.act("chair", ruling_correction.correct, held, rulings, undiscussed))


def paper(kantor: Bureau, kind: str, place: int = -1) -> object:
    document = kantor.documents(kind)[place]
    return kantor.read(lambda work: build(work, work.session.get_one(Document, document.id)))


def minutes(kantor: Bureau) -> BeritaAcaraRalat:
    found = paper(kantor, "berita_acara_ralat")
    assert isinstance(found, BeritaAcaraRalat)
    return found


def letters(kantor: Bureau) -> list[str]:
    """The states of the letters that forward the outcome, oldest first."""
    return [one.state for one in kantor.documents("penerusan_hukum_lainnya")]


@given(parsers.parse('pleno memutus seorang ASN melanggar "{article}"'))
def decided(kantor: Bureau, article: str) -> None:
    kantor.at("2024-09-23T09:00:00")
    kantor.receive(respondents=(Respondent("Pegawai", "asn", region="kaur"),))
    kantor.register()
    kantor.invite()
    kantor.hear()
    kantor.review("hukum_lainnya", "netralitas-asn")
    kantor.decide("hukum_lainnya", article)
    kantor.acknowledge()
    kantor.later(hours=1)


@given("surat penerusannya sudah disusun")
def drafted(kantor: Bureau) -> None:
    kantor.act("case_officer", referral.draft)


@given("semua surat sudah dikirim")
def sent(kantor: Bureau) -> None:
    kantor.issue()
    kantor.dispatch()
    kantor.later(hours=1)


@given("pelapor diberi tahu statusnya dan perkara selesai")
def ended(kantor: Bureau) -> None:
    kantor.act("secretariat", referral.status_notice)
    kantor.issue()
    kantor.dispatch()
    kantor.act("secretariat", referral.forward)
    items = kantor.read(lambda work: list(work.session.scalars(select(ReferralItem.id))))
    kantor.act("secretariat", followup.record, items, "accepted", "Diterima.")
    kantor.act("coordinator", followup.finish)
    kantor.later(hours=1)


@given("pelapor diberi tahu statusnya dan perkara dihentikan")
def stopped(kantor: Bureau) -> None:
    kantor.act("secretariat", referral.status_notice)
    kantor.issue()
    kantor.dispatch()
    kantor.act("coordinator", referral.stop)
    kantor.later(hours=1)


@given(parsers.re('pleno meralatnya menjadi "(?P<kind>[^"]*)" menurut "(?P<article>[^"]*)"'))
@when(parsers.re('pleno meralatnya menjadi "(?P<kind>[^"]*)" menurut "(?P<article>[^"]*)"'))
def corrected(kantor: Bureau, upaya: Attempt, kind: str, article: str) -> None:
    held = kantor.meeting(reason=WHY)
    upaya.notes["held"] = held.held_at
    correct(kantor, upaya, held, kind, article)


@given(parsers.parse('putusan itu tersimpan menurut "{article}" dari sebelum pasal itu dipisah'))
def stored_before(kantor: Bureau, article: str) -> None:
    with kantor.app.unit_of_work(kantor.actor("chair")) as work:
        for row in work.session.scalars(select(Outcome)):
            row.article = article


@then(parsers.parse('berita acara pleno menyebut "{article}"'))
def named(kantor: Bureau, article: str) -> None:
    found = paper(kantor, "berita_acara_pleno")
    assert isinstance(found, BeritaAcaraPleno)
    assert [one.article for one in found.findings] == [article]


@when(parsers.parse('pleno meralatnya menjadi "{kind}" menurut "{article}" dengan alasan lain'))
def reasoned_anew(kantor: Bureau, upaya: Attempt, kind: str, article: str) -> None:
    (party,) = kantor.parties()
    rulings = {party.id: [Decision(kind, article, "Alasan yang lain.")]}
    held = kantor.meeting(reason=WHY)
    upaya.make(lambda: kantor.act("chair", ruling_correction.correct, held, rulings))


@when("pleno meralatnya menjadi tindak pidana tanpa pembahasan, dengan alasannya")
def a_crime(kantor: Bureau, upaya: Attempt) -> None:
    held = kantor.meeting(reason=WHY)
    upaya.notes["held"] = held.held_at
    correct(kantor, upaya, held, "pidana", "uu-187a-1", "Sentra Gakkumdu belum dapat bersidang.")


@when("pleno meralatnya tanpa menyebut sebab")
def unreasoned(kantor: Bureau, upaya: Attempt) -> None:
    correct(kantor, upaya, kantor.meeting(), "hukum_lainnya", "netralitas-asn")


@when("pleno ralat dicatat sehari sebelum pleno yang diralat")
def too_early(kantor: Bureau, upaya: Attempt) -> None:
    held = kantor.meeting(reason=WHY)
    held = replace(held, held_at=held.held_at - timedelta(hours=3))
    correct(kantor, upaya, held, "hukum_lainnya", "netralitas-asn")


@then(parsers.parse('hasilnya sekarang "{kind}" menurut "{article}"'))
def now(kantor: Bureau, kind: str, article: str) -> None:
    (row,) = kantor.read(lambda work: list(work.session.scalars(select(Outcome))))
    assert (row.violation_class, row.article) == (kind, article)
    assert kantor.stage == "penerusan"


@then(
    parsers.parse('berita acara ralat menyebut "{was}" semula, "{right}" seharusnya, dan sebabnya')
)
def minuted(kantor: Bureau, was: str, right: str) -> None:
    found = minutes(kantor)
    (one,) = found.corrections
    assert (one.was_article, one.now_article) == (was, right)
    assert found.reason == WHY
    assert found.signatories


@then("berita acara ralat tidak menyebut surat yang ditarik")
def none_withdrawn(kantor: Bureau) -> None:
    assert minutes(kantor).withdrawn == ()


@then(parsers.parse('berita acara pleno semula masih menyebut "{article}"'))
def still_told(kantor: Bureau, article: str) -> None:
    document = kantor.documents("berita_acara_pleno")[-1]
    kept = kantor.read(lambda work: work.session.get_one(Document, document.id).state)
    assert kept == "issued"
    assert isinstance(paper(kantor, "berita_acara_pleno"), BeritaAcaraPleno)
    assert minutes(kantor).corrections[0].was_article == article


@then("surat yang semula batal dan satu surat baru disusun")
def redrafted(kantor: Bureau) -> None:
    assert letters(kantor) == ["void", "draft"]


@then("berita acara ralat menyebut surat itu ditarik")
def withdrawn(kantor: Bureau) -> None:
    (one,) = minutes(kantor).withdrawn
    letter = kantor.documents("penerusan_hukum_lainnya")[0]
    assert letter.number
    assert f"Nomor {letter.number}" in one
    assert "Badan Kepegawaian Negara" in one


@then("satu surat baru disusun dan jawaban atas surat semula tidak lagi ditunggu")
def anew(kantor: Bureau) -> None:
    assert letters(kantor) == ["dispatched", "draft"]
    items = kantor.read(
        lambda work: [
            one.state
            for one in work.session.scalars(select(ReferralItem).order_by(ReferralItem.id))
        ]
    )
    assert items == ["void", "planned"]


@then(parsers.parse('perkara kembali ke tahap "{stage}"'))
def back(kantor: Bureau, stage: str) -> None:
    assert kantor.stage == stage


@then("berita acara ralat menyebut surat penerusan dan pemberitahuan status ditarik")
def both_withdrawn(kantor: Bureau) -> None:
    kinds = ("penerusan_hukum_lainnya", "pemberitahuan_status")
    sent = [one.number for kind in kinds for one in kantor.documents(kind) if one.number]
    told = minutes(kantor).withdrawn
    assert len(sent) == len(told) == 2
    assert all(f"Nomor {number} " in " ".join(told) for number in sent)


def notice(kantor: Bureau) -> PemberitahuanStatus:
    found = paper(kantor, "pemberitahuan_status")
    assert isinstance(found, PemberitahuanStatus)
    return found


@then("pemberitahuan status baru disusun dan menyebut surat yang digantikannya")
def told_anew(kantor: Bureau) -> None:
    before, new = kantor.documents("pemberitahuan_status")
    assert (before.state, new.state) == ("dispatched", "draft")
    assert f"menggantikan surat kami Nomor {before.number} tanggal" in notice(kantor).explanation
    assert notice(kantor).status == FORWARDED


@then("pelapor belum diberi tahu sampai pemberitahuan baru itu dikirim")
def not_told_yet(kantor: Bureau) -> None:
    assert not told(kantor)
    kantor.issue()
    kantor.dispatch()
    assert told(kantor)


def told(kantor: Bureau) -> bool:
    known = kantor.read(lambda work: facts.facts_of(work, kantor.case(work)))
    return known["pemberitahuan_status_terkirim"]


@then(
    parsers.parse(
        'pemberitahuan status baru menyebut statusnya "{status}" selama suratnya belum disusun'
    )
)
def still_open(kantor: Bureau, status: str) -> None:
    assert notice(kantor).status == status
    kantor.act("case_officer", referral.draft)
    assert notice(kantor).status == FORWARDED


@then('batas "penerusan_pidana" berakhir satu hari sesudah pleno ralat')
def police_term(kantor: Bureau, upaya: Attempt) -> None:
    held = upaya.notes["held"]
    assert isinstance(held, datetime)
    limit = kantor.limit("penerusan_pidana")
    assert limit.due_at == held + timedelta(days=1)


@then(parsers.parse('batas "{rule}" sudah gugur'))
def fell_away(kantor: Bureau, rule: str) -> None:
    query = select(Deadline.state).where(Deadline.rule == rule)
    assert set(kantor.read(lambda work: list(work.session.scalars(query)))) == {"superseded"}
