"""matriks.feature"""

from __future__ import annotations

from pytest_bdd import given, parsers, scenarios, then, when

from casework.engine.matrix import Cell, Element, Result, Verdict, View
from casework.engine.papers import Kajian as KajianPaper
from casework.services.acts.clarification import sessions
from casework.services.acts.review import review
from casework.services.acts.review.review import Kajian, Proposal
from casework.services.cases import review_secrecy
from casework.services.core.work import Work
from casework.services.documents.data import build
from tests.bureau import ARTICLE, Bureau
from tests.features.conftest import Attempt

scenarios("matriks.feature")


def save(
    kantor: Bureau, upaya: Attempt, *elements: Element, kind: str = "hukum_lainnya",
    article: str = ARTICLE,
) -> None:  # fmt: skip
    proposals = {one.id: [Proposal(kind, article, elements)] for one in kantor.parties()}
    kajian = Kajian("Fakta.", "Analisis.", "Kesimpulan.", proposals)
    upaya.make(lambda: kantor.act("case_officer", review.save, kajian))


def cells(text: str) -> tuple[Cell, ...]:
    pairs = (one.split() for one in text.split(","))
    return tuple(Cell(label, View(view)) for label, view in pairs)


def printed(kantor: Bureau, text: str) -> tuple[str, str]:
    """Evidence and result of an element on the paper of the kajian."""
    if not kantor.documents("kajian"):
        kantor.act("coordinator", review.submit)
    document = kantor.documents("kajian")[0]

    def read(work: Work) -> tuple[str, str]:
        paper = build(work, document)
        assert isinstance(paper, KajianPaper)
        (found,) = {one for finding in paper.findings for one in finding.elements}
        assert found.text == text
        return found.evidence, found.result

    return kantor.read(read)


@given("perkara berada pada tahap kajian")
def at_review(kantor: Bureau) -> None:
    kantor.receive()
    kantor.register()
    kantor.invite()
    kantor.hear()
    kantor.act("case_officer", sessions.close)


@when(parsers.parse('kajian disimpan dengan unsur "{text}" tanpa bukti'))
def no_proof(kantor: Bureau, upaya: Attempt, text: str) -> None:
    save(kantor, upaya, Element(text))


@when(parsers.parse('kajian disimpan dengan unsur "{text}" tanpa bukti dan dinyatakan terbukti'))
def claimed(kantor: Bureau, upaya: Attempt, text: str) -> None:
    save(kantor, upaya, Element(text, (), Verdict.PROVEN))


@when(parsers.parse('kajian disimpan dengan unsur "{text}" dan bukti "{proof}"'))
def with_proof(kantor: Bureau, upaya: Attempt, text: str, proof: str) -> None:
    save(kantor, upaya, Element(text, cells(proof)))


@when(
    parsers.parse(
        'kajian disimpan dengan unsur "{text}", bukti "{proof}", dan timbangan "{verdict}"'
    )
)
def weighed(kantor: Bureau, upaya: Attempt, text: str, proof: str, verdict: str) -> None:
    save(kantor, upaya, Element(text, cells(proof), Verdict(verdict)))


@when(
    parsers.parse('kajian disimpan dengan unsur "{text}", tanpa bukti, dan timbangan "{verdict}"')
)
def judged(kantor: Bureau, upaya: Attempt, text: str, verdict: str) -> None:
    save(kantor, upaya, Element(text, (), Verdict(verdict)))


@when(
    parsers.parse('kajian menurut "{article}" disimpan dengan unsur "{text}" dan bukti "{proof}"')
)
def partly(kantor: Bureau, upaya: Attempt, article: str, text: str, proof: str) -> None:
    save(kantor, upaya, Element(text, cells(proof)), kind="pidana", article=article)


@when(parsers.parse('kajian menurut "{article}" diusulkan tidak terbukti tanpa matriks'))
def unopened(kantor: Bureau, upaya: Attempt, article: str) -> None:
    save(kantor, upaya, kind="bukan_pelanggaran", article=article)


@then(parsers.parse('pada dokumen kajian unsur "{text}" berbunyi "{result}"'))
def reads(kantor: Bureau, upaya: Attempt, text: str, result: str) -> None:
    assert upaya.refusal is None
    upaya.notes["evidence"], found = printed(kantor, text)
    assert found == result


@then(parsers.parse('buktinya tertulis "{evidence}"'))
def evidence_reads(upaya: Attempt, evidence: str) -> None:
    assert upaya.notes["evidence"] == evidence


@then(parsers.parse('kajian ditolak dengan penjelasan "{words}"'))
def refused(kantor: Bureau, upaya: Attempt, words: str) -> None:
    assert words in str(upaya.refusal)
    assert kantor.read(lambda work: review.latest(work, kantor.case(work))) is None


@given("pasal yang unsurnya ada pada data aturan")
def known_elements(kantor: Bureau, upaya: Attempt) -> None:
    def find(work: Work) -> dict[str, tuple[str, ...]]:
        articles = work.law.edition(kantor.case(work).edition).violations.articles
        return {key: one.elements for key, one in articles.items() if one.elements}

    upaya.notes["elements"] = kantor.read(find)


@when("matriksnya dibuka tanpa satu pun bukti")
def opened(upaya: Attempt) -> None:
    known = upaya.notes["elements"]
    assert isinstance(known, dict)
    article, other = list(known)[:2]
    before = [Element(text) for text in known[other]]
    upaya.notes |= {
        "rows": review.for_article(before, article, known),
        "texts": known[article],
    }


@then("setiap unsur pasal itu ada dan belum dinilai")
def all_there(upaya: Attempt) -> None:
    rows = upaya.notes["rows"]
    assert isinstance(rows, tuple)
    assert tuple(one.text for one in rows) == upaya.notes["texts"]
    assert {one.result for one in rows} == {Result.UNASSESSED}


def reads_it(kantor: Bureau, role: str) -> bool:
    return kantor.read(lambda work: review_secrecy.may_read(work, kantor.case(work)), role)


@then("sekretariat belum boleh membaca kajian")
def secret(kantor: Bureau) -> None:
    assert not reads_it(kantor, "secretariat")


@then("anggota boleh membaca kajian")
def member_reads(kantor: Bureau) -> None:
    assert reads_it(kantor, "commissioner")


@then("sekretariat boleh membaca kajian")
def no_secret(kantor: Bureau) -> None:
    assert reads_it(kantor, "secretariat")


@when("pleno memutuskan")
def decided(kantor: Bureau) -> None:
    kantor.act("coordinator", review.submit)
    kantor.decide()
