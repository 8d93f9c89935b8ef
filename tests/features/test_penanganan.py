"""penanganan.feature"""

from __future__ import annotations

from datetime import datetime, timedelta

from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import select

from casework.models import ClarificationSession, Number
from casework.services.acts.any_stage import extension
from casework.services.acts.clarification import sessions
from casework.services.acts.corrections import fact_correction
from casework.services.acts.review import discussions
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.upkeep.invariants.examine import examine
from tests.bureau import ORALLY, Bureau
from tests.features.conftest import ROLES, Attempt

scenarios("penanganan.feature")


def summon(kantor: Bureau) -> int:
    """Invite the respondent for the next hour; gives the session."""
    people = [one.id for one in kantor.parties("respondent")]
    at = kantor.app.now() + timedelta(hours=1)
    (session,) = kantor.act("case_officer", sessions.invite, people, at, "Kantor")
    return session.id


@given("terlapor tidak hadir pada dua panggilan")
def absent_twice(kantor: Bureau) -> None:
    for _ in range(2):
        session = summon(kantor)
        kantor.later(hours=2)
        with kantor.app.unit_of_work(kantor.actor("case_officer")) as work:
            sessions.absent(work, session, kantor.case(work).version, "Tanpa kabar.", ORALLY)


@given("terlapor diundang pada hari yang keliru")
def wrong_day(kantor: Bureau, upaya: Attempt) -> None:
    people = [one.id for one in kantor.parties("respondent")]
    at = datetime.fromisoformat("2025-09-23T10:00:00+07:00")
    (session,) = kantor.act("case_officer", sessions.invite, people, at, "Kantor")
    upaya.notes["sesi"] = session.id
    kantor.issue("undangan_klarifikasi")


@given("undangan itu sudah disampaikan")
def told(kantor: Bureau) -> None:
    kantor.dispatch()


@when(
    parsers.re(
        r"(?P<role>penangan|koordinator|sekretariat) membatalkan jadwal itu karena "
        r'"(?P<reason>[^"]*)"'
    )
)
def call_off(kantor: Bureau, upaya: Attempt, role: str, reason: str) -> None:
    def act() -> None:
        with kantor.app.unit_of_work(kantor.actor(ROLES[role])) as work:
            session = int(str(upaya.notes["sesi"]))
            sessions.call_off(work, session, kantor.case(work).version, reason)
        kantor.settle()

    upaya.make(act)


@then(parsers.re(r'undangan jadwal itu batal dan nomornya dijelaskan dengan "(?P<reason>[^"]*)"'))
def invitation_void(kantor: Bureau, reason: str) -> None:
    (letter,) = kantor.documents("undangan_klarifikasi")
    assert letter.state == "void"
    rows = kantor.read(
        lambda work: list(work.session.scalars(select(Number).where(Number.text == letter.number)))
    )
    assert [one.void_reason for one in rows] == [reason]


@then(parsers.parse("undangan berikutnya kepada terlapor adalah panggilan ke-{summons:d}"))
def next_summons(kantor: Bureau, summons: int) -> None:
    key = summon(kantor)
    row = kantor.read(lambda work: work.session.get_one(ClarificationSession, key))
    assert (row.summons, row.state) == (summons, "invited")


@then("semua janji sistem terpenuhi")
def sound(kantor: Bureau) -> None:
    assert kantor.sound() == ()
    with kantor.app.reading(Actor.system(NO_OFFICE)) as work:
        found = list(examine(work, kantor.app.anchors.read()))
    assert {one.id: one.faults for one in found if not one.holds} == {}


@when("terlapor dipanggil sekali lagi")
def third(kantor: Bureau, upaya: Attempt) -> None:
    upaya.make(lambda: summon(kantor))


@when("koordinator memperpanjang tanpa alasan")
def no_reason(kantor: Bureau, upaya: Attempt) -> None:
    upaya.make(lambda: kantor.act("coordinator", extension.extend, "   "))


@when(parsers.re(r'koordinator membetulkan "(?P<fact>\w+)" menjadi "(?P<to>[^"]+)"(?P<end>.*)'))
def correct(kantor: Bureau, upaya: Attempt, fact: str, to: str, end: str) -> None:
    at = datetime.fromisoformat(f"{to}+07:00")
    reason = "" if end else "Buku registrasi menyebut tanggal itu."
    upaya.make(lambda: kantor.act("coordinator", fact_correction.correct, fact, at, reason))


@given("kajian mengusulkan tindak pidana")
def crime_found(kantor: Bureau) -> None:
    kantor.review("pidana", "uu-187a-1")


@when("penangan mencatat pembahasan pertama Gakkumdu")
def discussed(kantor: Bureau, upaya: Attempt) -> None:
    told = kantor.discussion()
    upaya.make(lambda: kantor.act("case_officer", discussions.first, told))


@then("setiap sesi mempunyai berita acara")
def minutes(kantor: Bureau) -> None:
    invited = kantor.documents("undangan_klarifikasi")
    written = kantor.documents("berita_acara_klarifikasi")
    assert len(written) == len(invited) > 0
    assert {one.state for one in written} == {"issued"}
