"""tidak_hadir.feature"""

from __future__ import annotations

from datetime import date, timedelta

from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import select

from casework.engine.papers.clarification import BeritaAcaraKetidakhadiran
from casework.models import ClarificationSession, Override, Party
from casework.services.acts.clarification import sessions
from casework.services.core.work import Work
from casework.services.documents.data import build
from tests.bureau import Bureau
from tests.features.conftest import Attempt

scenarios("tidak_hadir.feature")


@given(parsers.parse("undangan terlapor {state}"))
def invited(kantor: Bureau, state: str) -> None:
    people = [one.id for one in kantor.parties("respondent")][:1]
    at = kantor.app.now() + timedelta(hours=1)
    kantor.act("case_officer", sessions.invite, people, at, "Kantor")
    if state != "masih konsep":
        kantor.issue("undangan_klarifikasi")
    if state == "disampaikan sebelum waktu sesi":
        kantor.dispatch()
    kantor.later(hours=2)
    if state == "disampaikan sesudah waktu sesi":
        kantor.dispatch()


@given("perkara Pemilu 2024 yang diregistrasi")
def of_pemilu(kantor: Bureau) -> None:
    kantor.at("2024-02-20T10:00:00")
    day = date(2024, 2, 19)
    kantor.receive(key="pemilu", election="pemilu-legislatif-2024", event_date=day, known_date=day)
    kantor.register()
    kantor.at("2024-02-22T09:00:00")


@when("ketidakhadirannya dicatat")
@when(parsers.parse('ketidakhadirannya dicatat karena "{told}"'))
def recorded(kantor: Bureau, upaya: Attempt, told: str = "") -> None:
    def act(work: Work, _case: int, version: int) -> object:
        session = work.session.scalars(select(ClarificationSession.id)).one()
        return sessions.absent(work, session, version, "Tidak datang.", told)

    upaya.make(lambda: kantor.act("case_officer", act))


def paper(kantor: Bureau) -> BeritaAcaraKetidakhadiran:
    (document,) = kantor.documents("berita_acara_ketidakhadiran")
    found = kantor.read(lambda work: build(work, document))
    assert isinstance(found, BeritaAcaraKetidakhadiran)
    return found


@then(parsers.parse('berita acara ketidakhadiran menyebut penyampaian "{part}"'))
def delivered(kantor: Bureau, part: str) -> None:
    assert part in paper(kantor).delivered
    assert not paper(kantor).told


@then("jabatan terlapor tidak disebut sebagai pekerjaan")
def no_occupation(kantor: Bureau) -> None:
    with kantor.app.unit_of_work(kantor.actor("case_officer")) as work:
        work.session.get_one(Party, kantor.parties("respondent")[0].id).position = "Kepala Desa"
    person = paper(kantor).person
    assert (person.occupation, person.position) == ("", "Kepala Desa")


@then("berita acara ketidakhadiran tidak menyebut penyampaian")
def not_delivered(kantor: Bureau) -> None:
    assert not paper(kantor).delivered


@then(parsers.parse('berita acara ketidakhadiran menyebut pemberitahuan "{text}"'))
def told_how(kantor: Bureau, text: str) -> None:
    assert paper(kantor).told == text


@then(parsers.parse('penjelasannya menyebut "{part}"'))
def names(upaya: Attempt, part: str) -> None:
    assert part in str(upaya.refusal)


def overridden(kantor: Bureau) -> list[str]:
    return kantor.read(lambda work: list(work.session.scalars(select(Override.act))))


@then("penyimpangan itu tercatat")
def written(kantor: Bureau) -> None:
    assert overridden(kantor) == ["catat_ketidakhadiran"]


@then("tidak ada penyimpangan")
def nothing_written(kantor: Bureau) -> None:
    assert overridden(kantor) == []
