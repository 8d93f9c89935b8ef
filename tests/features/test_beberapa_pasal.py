"""beberapa_pasal.feature"""

from __future__ import annotations

from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import select

from casework.engine.matrix import Element, Verdict
from casework.engine.papers import (
    BeritaAcaraPleno,
    KutipanKajian,
    LaporanAkhir,
    PemberitahuanStatus,
    PemberitahuanTerlapor,
    Penerusan,
)
from casework.models import Document, Referral, ReferralItem
from casework.services.acts.clarification import sessions
from casework.services.acts.corrections import respondents
from casework.services.acts.parties import Respondent
from casework.services.acts.recommendation import followup, referral
from casework.services.acts.review import pleno, review
from casework.services.acts.review.pleno import Decision
from casework.services.acts.review.review import Kajian, Proposal
from casework.services.documents import papers
from casework.services.documents.data import build
from tests.bureau import Bureau
from tests.features.conftest import Attempt

scenarios("beberapa_pasal.feature")

Table = list[list[str]]
Named = list[tuple[str, str]]


def save(kantor: Bureau, ones: list[Proposal]) -> None:
    (party,) = kantor.parties()
    kajian = Kajian("Fakta.", "Analisis.", "Kesimpulan.", {party.id: ones})
    kantor.act("case_officer", review.save, kajian)


def decide(kantor: Bureau, upaya: Attempt, ones: list[Decision]) -> None:
    (party,) = kantor.parties()
    kantor.discuss()
    upaya.make(lambda: kantor.act("chair", pleno.decide, kantor.meeting(), {party.id: ones}))


def drawn(kantor: Bureau, document: Document) -> object:
    """The data of a paper as it would be drawn now."""
    return kantor.read(lambda work: build(work, work.session.get_one(Document, document.id)))


def draft(kantor: Bureau, upaya: Attempt, without: dict[int, str] | None = None) -> None:
    kantor.file()
    upaya.make(lambda: kantor.act("case_officer", referral.draft, without))


@given("perkara tentang seorang ASN yang diduga melanggar")
def alleged(kantor: Bureau, datatable: Table) -> None:
    kantor.at("2024-09-23T09:00:00")
    kantor.receive(respondents=(Respondent("Pegawai", "asn", region="kaur"),))
    kantor.register()
    kantor.invite()
    kantor.hear()
    kantor.act("case_officer", sessions.close)
    save(
        kantor,
        [
            Proposal(kind, article, (named(kind, article), *kantor.elements(article, kind)), "A.")
            for kind, article in datatable[1:]
        ],
    )


def named(kind: str, article: str) -> Element:
    """An element called as its article: nothing proves it where nothing was violated."""
    if kind == "bukan_pelanggaran":
        return Element(article, (), Verdict.NOT_PROVEN)
    return Element.supported(article, ["B-1"])


@given("kajian itu sudah di pleno")
def submitted(kantor: Bureau) -> None:
    kantor.act("coordinator", review.submit)


@given("pleno memutus sesuai kajian")
def as_proposed(kantor: Bureau, upaya: Attempt) -> None:
    decide(
        kantor,
        upaya,
        [
            Decision("hukum_lainnya", "netralitas-asn"),
            Decision("pidana", "uu-187-4"),
            Decision("bukan_pelanggaran", "uu-187a-1"),
        ],
    )
    assert upaya.refusal is None


@when(parsers.parse('kajian diganti dengan pasal "{one}" dan "{other}"'))
def replaced(kantor: Bureau, upaya: Attempt, one: str, other: str) -> None:
    ones = [Proposal("hukum_lainnya", one), Proposal("pidana", other)]
    upaya.make(lambda: save(kantor, ones))


@when("pleno memutus")
def decided(kantor: Bureau, upaya: Attempt, datatable: Table) -> None:
    decide(kantor, upaya, [Decision(kind, article) for kind, article in datatable[1:]])


@when("penangan menyusun penerusan")
def drafted(kantor: Bureau, upaya: Attempt) -> None:
    draft(kantor, upaya)


@when(parsers.parse('kajian diganti dengan "{kind}" menurut "{article}"'))
def charged(kantor: Bureau, upaya: Attempt, kind: str, article: str) -> None:
    upaya.make(lambda: save(kantor, [Proposal(kind, article)]))


@when(parsers.parse('koordinator membetulkan kategori terlapor menjadi "{category}"'))
def recategorised(kantor: Bureau, category: str) -> None:
    (party,) = kantor.parties()
    kantor.act("coordinator", respondents.correct, party.id, category, party.region, "Bukan ASN.")


@when("semua surat penerusan dikirim dan penerusan dicatat")
def forwarded(kantor: Bureau) -> None:
    kantor.issue()
    kantor.dispatch()
    kantor.act("secretariat", referral.forward)


@when(parsers.parse('jawaban "{addressee}" dicatat'))
def answered(kantor: Bureau, addressee: str) -> None:
    query = (
        select(ReferralItem.id)
        .join(Referral, Referral.id == ReferralItem.referral_id)
        .where(Referral.addressee == addressee)
    )
    items = kantor.read(lambda work: list(work.session.scalars(query)))
    assert len(items) == 1
    kantor.act("case_officer", followup.record, items, "followed_up")


@when("pelapor diberi tahu hasilnya")
def reporter_told(kantor: Bureau) -> None:
    kantor.act("secretariat", referral.status_notice)
    kantor.issue()
    kantor.dispatch()


@when("terlapor diberi tahu hasilnya dengan kutipan kajian")
def respondent_told(kantor: Bureau) -> None:
    (party,) = kantor.parties()
    kantor.act("secretariat", referral.draft_notices, [party.id], excerpt=True)


@then("surat penerusan dan pasalnya")
def letters(kantor: Bureau, datatable: Table) -> None:
    found = []
    for document in kantor.read(lambda work: papers.of_case(work, kantor.case(work))):
        if not document.kind.startswith("penerusan_"):
            continue
        paper = drawn(kantor, document)
        assert isinstance(paper, Penerusan)
        (person,) = paper.respondents
        addressee = kantor.read(
            lambda work, key=document.id: work.session.scalars(  # type: ignore[misc]  # bound now
                select(Referral.addressee).where(Referral.document_id == key)
            ).one()
        )
        found.append([document.kind, addressee, person.article])
    assert sorted(found) == sorted(datatable[1:])


@then("berita acara menyebut")
def minuted(kantor: Bureau, datatable: Table) -> None:
    wanted = [tuple(row) for row in datatable[1:]]
    minutes = drawn(kantor, kantor.documents("berita_acara_pleno")[-1])
    assert isinstance(minutes, BeritaAcaraPleno)
    assert [(one.violation, one.article) for one in minutes.findings] == wanted


@then("pemberitahuan status menyebut yang diteruskan sebagai dugaan")
def told(kantor: Bureau, datatable: Table) -> None:
    wanted = [tuple(row) for row in datatable[1:]]
    kantor.act("secretariat", referral.status_notice)
    notice = drawn(kantor, kantor.documents("pemberitahuan_status")[0])
    assert isinstance(notice, PemberitahuanStatus)
    rows = notice.outcomes
    assert [(one.outcome, one.article) for one in rows] == wanted
    assert [len(one.destinations) for one in rows] == [1, 1, 0]
    assert [one.further for one in rows] == [False, True, True]


@then("setiap undang-undang disebut lengkap satu kali di dalamnya")
def in_full_once(kantor: Bureau, datatable: Table) -> None:
    notice = drawn(kantor, kantor.documents("pemberitahuan_status")[0])
    assert isinstance(notice, PemberitahuanStatus)
    lines = [" ".join(one.split()) for one in notice.provisions]
    assert len(lines) == len(datatable) - 1
    for line, (begins,) in zip(lines, datatable[1:], strict=True):
        assert line.startswith(begins)
        assert line.endswith(")")
        assert "(selanjutnya disebut" in line


@then("laporan akhir memuat tindak lanjut setiap pasal")
def closed(kantor: Bureau) -> None:
    report = drawn(kantor, kantor.documents("laporan_akhir")[0])
    assert isinstance(report, LaporanAkhir)
    assert [len(one.followed) for one in report.outcomes] == [1, 1, 0]
    first, second = (one.followed[0] for one in report.outcomes[:2])
    assert first.startswith("Badan Kepegawaian Negara: ditindaklanjuti")
    assert second.startswith(
        "Kepolisian Negara Republik Indonesia melalui Sentra Gakkumdu: ditindaklanjuti"
    )


@then("surat kepada terlapor memuat ketiga pasal beserta tujuan masing-masing")
def each_told(kantor: Bureau) -> None:
    notice = drawn(kantor, kantor.documents("pemberitahuan_status_terlapor")[0])
    assert isinstance(notice, PemberitahuanTerlapor)
    assert [one.destinations for one in notice.several] == [
        ("Badan Kepegawaian Negara",),
        ("Kepolisian Negara Republik Indonesia melalui Sentra Gakkumdu",),
        (),
    ]
    assert not notice.destinations
    excerpt = drawn(kantor, kantor.documents("kutipan_kajian")[0])
    assert isinstance(excerpt, KutipanKajian)
    assert [one.article for one in excerpt.several] == [one.article for one in notice.several]
    judged = [(one.text, one.result) for part in excerpt.several for one in part.elements[:1]]
    assert judged == [
        ("netralitas-asn", "Terbukti"),
        ("uu-187-4", "Terbukti"),
        ("uu-187a-1", "Tidak terbukti"),
    ]
