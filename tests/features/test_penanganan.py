"""penanganan.feature"""

from __future__ import annotations

from datetime import datetime, timedelta

from pytest_bdd import given, parsers, scenarios, then, when

from casework.services import clarification, correction, handling
from tests.bureau import Bureau
from tests.features.conftest import Attempt

scenarios("penanganan.feature")


def summon(kantor: Bureau) -> int:
    """Invite the respondent for the next hour; gives the session."""
    people = [one.id for one in kantor.parties("respondent")]
    at = kantor.app.now() + timedelta(hours=1)
    (session,) = kantor.act("case_officer", clarification.invite, people, at, "Kantor")
    return session.id


@given("terlapor tidak hadir pada dua panggilan")
def absent_twice(kantor: Bureau) -> None:
    for _ in range(2):
        session = summon(kantor)
        kantor.later(hours=2)
        with kantor.app.unit_of_work(kantor.actor("case_officer")) as work:
            clarification.absent(work, session, kantor.case(work).version, "Tanpa kabar.")


@when("terlapor dipanggil sekali lagi")
def third(kantor: Bureau, upaya: Attempt) -> None:
    upaya.make(lambda: summon(kantor))


@when("koordinator memperpanjang tanpa alasan")
def no_reason(kantor: Bureau, upaya: Attempt) -> None:
    upaya.make(lambda: kantor.act("coordinator", handling.extend, "   "))


@when(parsers.re(r'koordinator membetulkan "(?P<fact>\w+)" menjadi "(?P<to>[^"]+)"(?P<end>.*)'))
def correct(kantor: Bureau, upaya: Attempt, fact: str, to: str, end: str) -> None:
    at = datetime.fromisoformat(f"{to}+07:00")
    reason = "" if end else "Buku registrasi menyebut tanggal itu."
    upaya.make(lambda: kantor.act("coordinator", correction.correct, fact, at, reason))


@then("setiap sesi mempunyai berita acara")
def minutes(kantor: Bureau) -> None:
    invited = kantor.documents("undangan_klarifikasi")
    written = kantor.documents("berita_acara_klarifikasi")
    assert len(written) == len(invited) > 0
    assert {one.state for one in written} == {"issued"}
