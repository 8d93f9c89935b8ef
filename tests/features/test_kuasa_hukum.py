"""kuasa_hukum.feature"""

from __future__ import annotations

from datetime import timedelta

from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import select

from casework.document_data import to_plain
from casework.engine.papers import BeritaAcaraKlarifikasi
from casework.models import ClarificationSession, Event
from casework.services.acts.clarification import sessions
from casework.services.cases.minutes import Minutes
from casework.services.core.work import Work
from casework.services.documents.data import build
from tests.bureau import Bureau
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
    minutes = Minutes(kantor.app.now(), ASKED, "islam", counsel=True, counsel_name=name)
    record(kantor, upaya, minutes)


@when("berita acara dicatat tanpa kuasa hukum dan tanpa dibacakan")
def alone(kantor: Bureau, upaya: Attempt) -> None:
    record(kantor, upaya, Minutes(kantor.app.now(), ASKED, "islam", read=False))


@when("berita acara dicatat dengan penolakan tanda tangan tanpa alasan")
def unsigned(kantor: Bureau, upaya: Attempt) -> None:
    record(kantor, upaya, Minutes(kantor.app.now(), ASKED, "islam", signed=False))


def paper(kantor: Bureau) -> BeritaAcaraKlarifikasi:
    (document,) = kantor.documents("berita_acara_klarifikasi")
    found = kantor.read(lambda work: build(work, document))
    assert isinstance(found, BeritaAcaraKlarifikasi)
    return found


@then(parsers.parse('berita acara menyebut "{part}"'))
def says(kantor: Bureau, part: str) -> None:
    assert part in paper(kantor).counsel


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
