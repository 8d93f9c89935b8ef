"""susun_ulang.feature"""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import select

from casework.errors import ActRefused
from casework.models import Document, Number, Referral, ReferralItem
from casework.services.acts.corrections import respondents
from casework.services.acts.parties import Respondent
from casework.services.acts.recommendation import dispatches, redraft, referral, voiding
from casework.services.acts.recommendation.dispatches import Sending
from casework.simulation.steps.letters import IN_INK
from tests.bureau import Bureau
from tests.features.conftest import ROLES, Attempt

scenarios("susun_ulang.feature")


@given(parsers.parse('surat tentang seorang ASN sudah terbit pada "{moment}" dengan nomor'))
def issued(kantor: Bureau, moment: str) -> None:
    at = datetime.fromisoformat(moment)
    kantor.at((at - timedelta(days=4)).isoformat())
    day = (at - timedelta(days=6)).date()
    kantor.receive(
        event_date=day,
        known_date=day,
        stage_reason="Untuk diuji.",
        respondents=(Respondent("Pegawai", "asn", region="kaur"),),
    )
    kantor.at((at - timedelta(days=3)).isoformat())
    kantor.register()
    kantor.invite()
    kantor.hear()
    kantor.review()
    kantor.decide()
    kantor.at((at - timedelta(days=1)).isoformat())
    kantor.act("case_officer", referral.draft)
    kantor.at(moment)
    kantor.issue()


@when(parsers.parse('sekretariat mengirim surat penerusan pada "{moment}"'))
def send(kantor: Bureau, upaya: Attempt, moment: str) -> None:
    kantor.at(moment)
    kantor.settle()
    upaya.make(lambda: _send(kantor))


def _send(kantor: Bureau) -> None:
    for letter in holding(kantor):
        sending = Sending("kurir", kantor.app.now(), unsigned_reason=IN_INK)
        kantor.act("secretariat", dispatches.record, letter.document_id, sending)


@when(parsers.re(r'ketua membatalkan surat penerusan itu karena "(?P<reason>[^"]*)"'))
def void(kantor: Bureau, upaya: Attempt, reason: str) -> None:
    (letter,) = holding(kantor)

    def act() -> None:
        with kantor.app.unit_of_work(kantor.actor("chair")) as work:
            voiding.void(work, letter.document_id, reason, kantor.case(work).version)
        kantor.settle()

    upaya.make(act)


@then("setiap terlapor diteruskan tepat satu kali")
def forwarded_once(kantor: Bureau) -> None:
    query = select(ReferralItem.party_id).where(ReferralItem.state != "void")
    found = kantor.read(lambda work: list(work.session.scalars(query)))
    assert sorted(found) == [one.id for one in kantor.parties()]


@when("semua surat diterbitkan")
def issue_all(kantor: Bureau) -> None:
    kantor.issue()


@when(parsers.re(r'penangan menyusun ulang surat karena "(?P<reason>[^"]*)"'))
def draft_again(kantor: Bureau, upaya: Attempt, reason: str) -> None:
    upaya.make(lambda: kantor.act("case_officer", redraft.redraft, reason))


@when(
    parsers.re(
        r'(?P<role>\w+) membetulkan terlapor menjadi "(?P<category>\w+)" di "(?P<region>\w+)" '
        r'karena "(?P<reason>[^"]*)"(?: tanpa tujuan karena "(?P<nowhere>[^"]*)")?'
    )
)
def reclassify(
    kantor: Bureau, upaya: Attempt, role: str, category: str, region: str, reason: str,
    nowhere: str | None,
) -> None:  # fmt: skip
    (party,) = kantor.parties()
    new = (party.id, category, region, reason, nowhere or "")
    upaya.make(lambda: kantor.act(ROLES[role], respondents.correct, *new))


def letters(kantor: Bureau) -> list[tuple[Referral, Document]]:
    """Every letter of the case and its paper."""
    query = select(Referral, Document).join(Document, Document.id == Referral.document_id)
    return kantor.read(
        lambda work: [(row[0], row[1]) for row in work.session.execute(query.order_by(Referral.id))]
    )


def holding(kantor: Bureau) -> list[Referral]:
    """The letters that are not void."""
    return [letter for letter, paper in letters(kantor) if paper.state != "void"]


@then(parsers.parse('surat penerusan yang berlaku tertuju kepada "{name}"'))
def addressed(kantor: Bureau, name: str) -> None:
    assert name in {one.addressee for one in holding(kantor)}


@then(parsers.parse('tidak ada surat yang berlaku kepada "{name}"'))
def not_addressed(kantor: Bureau, name: str) -> None:
    assert name in {letter.addressee for letter, _paper in letters(kantor)}
    assert name not in {one.addressee for one in holding(kantor)}


@then("penolakan itu menyebut pasal")
def cites(upaya: Attempt) -> None:
    assert isinstance(upaya.refusal, ActRefused)
    assert all(lack.citation and lack.cure for lack in upaya.refusal.lacks)


@then(parsers.parse('surat lama batal dan nomornya dijelaskan dengan "{reason}"'))
def explained(kantor: Bureau, reason: str) -> None:
    ((_letter, old),) = [pair for pair in letters(kantor) if pair[1].state == "void"]
    assert old.number
    numbers = kantor.read(
        lambda work: list(work.session.scalars(select(Number).where(Number.text == old.number)))
    )
    assert [one.void_reason for one in numbers] == [reason]


@then("tidak ada nomor surat yang dipakai dua kali")
def used_once(kantor: Bureau) -> None:
    used = Counter(paper.number for _letter, paper in letters(kantor))
    assert len(used) == 2
    assert set(used.values()) == {1}


@then("surat yang sudah terkirim tetap berlaku di samping surat baru")
def stays(kantor: Bureau) -> None:
    (old, sent), *fresh = letters(kantor)
    assert (old.addressee, sent.state) == ("Badan Kepegawaian Negara", "dispatched")
    assert {paper.state for _letter, paper in fresh} == {"draft"}
    assert "Bupati Kaur" in {letter.addressee for letter, _paper in fresh}


@then(parsers.parse('jejak menyimpan kategori lama "{category}"'))
def kept(kantor: Bureau, category: str) -> None:
    (event,) = kantor.events("koreksi_terlapor")
    assert event.detail["from_value"]["category"] == category


@then(parsers.parse('kategori terlapor tetap "{category}"'))
def unchanged(kantor: Bureau, category: str) -> None:
    (party,) = kantor.parties()
    assert party.category == category
    assert len({letter.addressee for letter in holding(kantor)}) == 1
