"""kuasa_hukum.feature"""

from __future__ import annotations

from datetime import timedelta

from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import select

from casework.document_data import to_plain
from casework.engine.papers import BeritaAcaraKlarifikasi, KeteranganSumpah
from casework.models import ClarificationSession, Event, Officer
from casework.services.acts.clarification import sessions
from casework.services.cases.minutes import SWORN as SWORN_IN
from casework.services.cases.minutes import Minutes
from casework.services.core.work import Work
from casework.services.documents.data import build
from tests.bureau import SWORN, Bureau, Sworn
from tests.features.conftest import Attempt

scenarios("kuasa_hukum.feature")

ASKED = (("Apa yang terjadi?", "Saya hadir."),)


@given("pelapor diundang dan hadir")
def invited(kantor: Bureau) -> None:
    ids = [one.id for one in kantor.parties("reporter")]
    at = kantor.app.now() + timedelta(hours=1)
    kantor.act("case_officer", sessions.invite, ids, at, "Kantor")
    kantor.later(hours=2)


def record(kantor: Bureau, upaya: Attempt, minutes: Minutes) -> None:
    def act(work: Work, _case: int, version: int) -> object:
        session = work.session.scalars(select(ClarificationSession.id)).one()
        return sessions.record(work, session, version, minutes)

    upaya.make(lambda: kantor.act("case_officer", act))


@when(parsers.parse('berita acara dicatat dengan kuasa hukum "{name}" dan dibacakan kembali'))
def accompanied(kantor: Bureau, upaya: Attempt, name: str) -> None:
    minutes = Minutes(kantor.app.now(), ASKED, "islam", counsel=True, counsel_name=name, **SWORN)
    record(kantor, upaya, minutes)


@when("berita acara dicatat tanpa kuasa hukum dan tanpa dibacakan")
def alone(kantor: Bureau, upaya: Attempt) -> None:
    record(kantor, upaya, Minutes(kantor.app.now(), ASKED, "islam", read=False, **SWORN))


@when("berita acara dicatat tanpa mengatakan apa pun tentang sumpah")
def silent(kantor: Bureau, upaya: Attempt) -> None:
    record(kantor, upaya, Minutes(kantor.app.now(), ASKED))


@when(parsers.re(r'berita acara dicatat dengan sumpah "(?P<oath>\w+)"$'))
def with_oath(kantor: Bureau, upaya: Attempt, oath: str) -> None:
    took: Sworn = SWORN if oath in SWORN_IN else {}
    record(kantor, upaya, Minutes(kantor.app.now(), ASKED, oath, **took))


@when(
    parsers.re(r'berita acara dicatat dengan sumpah "(?P<oath>\w+)" yang diambil "(?P<who>[^"]*)"')
)
def taken_by(kantor: Bureau, upaya: Attempt, oath: str, who: str) -> None:
    name, _, held = who.partition(", ")
    minutes = Minutes(kantor.app.now(), ASKED, oath, sworn_by=name, sworn_as=held)
    record(kantor, upaya, minutes)


@then(parsers.parse('formulir sumpah ditandatangani "{name}" sebagai "{held}"'))
def took_it(kantor: Bureau, name: str, held: str) -> None:
    (document,) = kantor.documents("keterangan_sumpah")
    found = kantor.read(lambda work: build(work, document))
    assert isinstance(found, KeteranganSumpah)
    assert (found.examiner.name, found.examiner.position) == (name, held)


@when(parsers.parse('berita acara dicatat dengan kewarganegaraan "{told}" dan identitas "{proof}"'))
def identified(kantor: Bureau, upaya: Attempt, told: str, proof: str) -> None:
    minutes = Minutes(
        kantor.app.now(), ASKED, "islam", citizenship=told, proof_of_identity=proof, **SWORN
    )
    record(kantor, upaya, minutes)


def examiners(kantor: Bureau) -> list[Officer]:
    return kantor.read(lambda work: sessions.examiners(work, kantor.case(work)))[:2]


@when("berita acara dicatat oleh dua pemeriksa")
def by_two(kantor: Bureau, upaya: Attempt) -> None:
    two = tuple(one.id for one in examiners(kantor))
    record(kantor, upaya, Minutes(kantor.app.now(), ASKED, "islam", examiners=two, **SWORN))


@when("berita acara dicatat dengan pemeriksa yang tidak dikenal")
def by_nobody(kantor: Bureau, upaya: Attempt) -> None:
    record(kantor, upaya, Minutes(kantor.app.now(), ASKED, "islam", examiners=(0,), **SWORN))


@when("baris tersimpannya dari versi lama, yang mengosongkan sumpah")
def of_before(kantor: Bureau) -> None:
    with kantor.app.unit_of_work(kantor.actor("case_officer")) as work:
        work.session.scalars(select(ClarificationSession)).one().oath = ""


@when("berita acara dicatat dengan penolakan tanda tangan tanpa alasan")
def unsigned(kantor: Bureau, upaya: Attempt) -> None:
    record(kantor, upaya, Minutes(kantor.app.now(), ASKED, "islam", signed=False, **SWORN))


def paper(kantor: Bureau) -> BeritaAcaraKlarifikasi:
    (document,) = kantor.documents("berita_acara_klarifikasi")
    found = kantor.read(lambda work: build(work, document))
    assert isinstance(found, BeritaAcaraKlarifikasi)
    return found


@then(parsers.parse('berita acara menyebut "{part}"'))
def says(kantor: Bureau, part: str) -> None:
    assert part in paper(kantor).counsel


@then(parsers.parse('berita acara mengatakan tentang sumpah "{part}"'))
def says_of_the_oath(kantor: Bureau, part: str) -> None:
    assert part in paper(kantor).oath
    assert ("menyatakan tidak bersedia" in paper(kantor).oath) is ("tidak bersedia" in part)


@then(parsers.parse('formulir sumpah memuat lafal "{oath}"'))
def sworn(kantor: Bureau, oath: str) -> None:
    (document,) = kantor.documents("keterangan_sumpah")
    found = kantor.read(lambda work: build(work, document))
    assert isinstance(found, KeteranganSumpah)
    assert found.oath == oath


@then("tidak ada formulir sumpah")
def no_form(kantor: Bureau) -> None:
    assert not kantor.documents("keterangan_sumpah")


@then("berita acara tidak menyebut kewarganegaraan dan identitas")
def nothing_said(kantor: Bureau) -> None:
    assert (paper(kantor).person.citizenship, paper(kantor).identified) == ("", "")


@then(parsers.parse('berita acara menyebut kewarganegaraan "{told}" dan "{proof}"'))
def said_of_them(kantor: Bureau, told: str, proof: str) -> None:
    assert paper(kantor).person.citizenship == told
    assert proof in paper(kantor).identified


@then("berita acara memuat kedua pemeriksa")
def both(kantor: Bureau) -> None:
    assert [one.name for one in paper(kantor).examiners] == [one.name for one in examiners(kantor)]


@then(parsers.parse('berita acara "{how}"'))
def read_back(kantor: Bureau, how: str) -> None:
    assert paper(kantor).unread is (how == "tidak dibacakan kembali")
    assert to_plain(paper(kantor)).get("unread", False) is paper(kantor).unread


@then(parsers.parse('jejak perkara tidak memuat "{name}"'))
def sealed(kantor: Bureau, name: str) -> None:
    details = kantor.read(
        lambda work: [str(one) for one in work.session.scalars(select(Event.detail))]
    )
    assert not any(name in one for one in details)


@then(parsers.parse('penolakan itu tidak menyebut "{part}"'))
def not_said(upaya: Attempt, part: str) -> None:
    assert part not in str(upaya.refusal)
