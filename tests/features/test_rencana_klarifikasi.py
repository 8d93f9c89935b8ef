"""rencana_klarifikasi.feature"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from pytest_bdd import given, parsers, scenarios, then, when
from sqlalchemy import select

from casework.errors import BadInput
from casework.models import Case, ClarificationSession, Event, Officer
from casework.services.acts.clarification import availability, planning, sessions
from casework.services.acts.clarification.planning import Chosen, Proposal, Wanted
from casework.services.acts.parties import Respondent
from casework.services.cases.minutes import Minutes
from casework.services.core.work import Work
from tests.bureau import ORALLY, SWORN, Bureau
from tests.features.conftest import Attempt

scenarios("rencana_klarifikasi.feature")

ZONE = ZoneInfo("Asia/Jakarta")


@given(parsers.parse('laporan dengan {count:d} terlapor diregistrasi pada "{moment}"'))
def registered(kantor: Bureau, count: int, moment: str) -> None:
    kantor.at("2024-10-10T09:00:00")
    people = tuple(Respondent(f"Terlapor {n}", "asn", region="lebong") for n in range(1, count + 1))
    kantor.receive(
        respondents=people,
        event_date=date(2024, 10, 8),
        known_date=date(2024, 10, 9),
    )
    kantor.assess()
    kantor.at(moment)
    kantor.register()


def proposal(kantor: Bureau, wanted: Wanted) -> Proposal:
    return kantor.read(
        lambda work: planning.propose(work, kantor.case(work), wanted), "case_officer"
    )


@when(parsers.parse("klarifikasi direncanakan dengan {rooms:d} ruang dan {people:d} petugas"))
def planned(kantor: Bureau, upaya: Attempt, rooms: int, people: int) -> None:
    def wanted(work: Work) -> Wanted:
        usual = planning.defaults(work, kantor.case(work))
        known = work.session.scalars(select(Officer.id).order_by(Officer.id).limit(people)).all()
        names = tuple(f"Ruang {n}" for n in range(1, rooms + 1))
        return replace(usual, rooms=names, officers=tuple(known), reserve=timedelta(0))

    upaya.notes["wanted"] = kantor.read(wanted)
    upaya.notes["proposal"] = proposal(kantor, given_wanted(upaya))
    upaya.notes["chosen"] = [
        Chosen(one.invitee, one.span.opens, one.room, one.officer)
        for one in given_proposal(upaya).plan.sessions
    ]


@when(parsers.parse('seorang terlapor diundang tanpa rencana pada "{moment}" karena "{reason}"'))
def invited_for(kantor: Bureau, upaya: Attempt, moment: str, reason: str) -> None:
    at = datetime.fromisoformat(moment).replace(tzinfo=ZONE)
    someone = kantor.parties()[0].id
    upaya.refusal = None
    upaya.make(lambda: kantor.act("case_officer", planning.invite, [someone], at, "Kantor", reason))


@when(parsers.parse('seorang terlapor diundang tanpa rencana pada "{moment}"'))
def invited(kantor: Bureau, upaya: Attempt, moment: str) -> None:
    invited_for(kantor, upaya, moment, "")


@then(parsers.parse('alasan "{reason}" tercatat pada jejaknya'))
def reason_kept(kantor: Bureau, reason: str) -> None:
    query = select(Event.detail).where(Event.action == "undang_klarifikasi")
    (detail,) = kantor.read(lambda work: list(work.session.scalars(query)))
    assert detail["reason"] == reason


def given_wanted(upaya: Attempt) -> Wanted:
    found = upaya.notes["wanted"]
    assert isinstance(found, Wanted)
    return found


def given_proposal(upaya: Attempt) -> Proposal:
    found = upaya.notes["proposal"]
    assert isinstance(found, Proposal)
    return found


def chosen(upaya: Attempt) -> list[Chosen]:
    found = upaya.notes["chosen"]
    assert isinstance(found, list)
    return found


@when("rencana itu diterima")
def accepted(kantor: Bureau, upaya: Attempt) -> None:
    upaya.make(
        lambda: kantor.act("case_officer", planning.accept, chosen(upaya), given_wanted(upaya))
    )


@when("orang pertama dalam rencana tidak hadir")
def absent(kantor: Bureau, upaya: Attempt) -> None:
    first = chosen(upaya)[0]
    kantor.clock.set(first.at + timedelta(hours=1))
    with kantor.app.unit_of_work(kantor.actor("case_officer")) as work:
        row = work.session.scalars(
            select(ClarificationSession).where(ClarificationSession.party_id == first.party_id)
        ).one()
        sessions.absent(work, row.id, kantor.case(work).version, "Tanpa kabar.", ORALLY)


@when("dua sesi pada jam yang sama diberi petugas yang sama")
def doubled(kantor: Bureau, upaya: Attempt) -> None:
    one, other = chosen(upaya)[1:3]
    upaya.notes["chosen"] = [one, replace(other, at=one.at, officer_id=one.officer_id)]
    accepted(kantor, upaya)


@when(parsers.parse('satu sesi dipindahkan ke "{moment}"'))
def moved(kantor: Bureau, upaya: Attempt, moment: str) -> None:
    at = datetime.fromisoformat(moment).replace(tzinfo=ZONE)
    upaya.notes["chosen"] = [replace(chosen(upaya)[0], at=at)]
    accepted(kantor, upaya)


@when("sepuluh menit berlalu")
def ten_minutes(kantor: Bureau) -> None:
    kantor.later(minutes=10)


@then(parsers.parse('berita acara sesi pertama ditolak dengan "{words}"'))
def not_begun(kantor: Bureau, upaya: Attempt, words: str) -> None:
    first = chosen(upaya)[0]
    minutes = Minutes(kantor.app.now(), (("Apa yang terjadi?", "Saya hadir."),), "islam", **SWORN)

    def record(work: Work, _case: int, version: int) -> object:
        query = select(ClarificationSession.id).where(
            ClarificationSession.party_id == first.party_id
        )
        return sessions.record(work, work.session.scalars(query).one(), version, minutes)

    kantor.clock.set(first.at - timedelta(minutes=1))
    with pytest.raises(BadInput, match=words):
        kantor.act("case_officer", record)
    kantor.clock.set(first.at)
    kantor.act("case_officer", record)


@when("satu sesi dijadikan daring tanpa keadaan tertentu")
def by_video(kantor: Bureau, upaya: Attempt) -> None:
    upaya.notes["chosen"] = [replace(chosen(upaya)[0], room="")]
    accepted(kantor, upaya)


@then(parsers.parse('rencana ditolak dengan penjelasan "{words}"'))
def refused(kantor: Bureau, upaya: Attempt, words: str) -> None:
    assert words in str(upaya.refusal)
    rows = kantor.read(lambda work: work.session.scalars(select(ClarificationSession.id)).all())
    assert rows == []


@then("pelapor didengar sebelum para terlapor")
def order(upaya: Attempt) -> None:
    found = given_proposal(upaya)
    roles = {one.party.id: one.party.role for one in found.people}
    assert roles[found.plan.sessions[0].invitee] == "reporter"
    assert {roles[one.invitee] for one in found.plan.sessions[1:]} == {"respondent"}


@then("tidak ada sesi sebelum jarak undangan atau sesudah batas penanganan")
def inside(upaya: Attempt) -> None:
    found = given_proposal(upaya)
    assert found.window.limit is not None
    assert found.window.end == datetime.fromisoformat(found.window.limit.due)
    for one in found.plan.sessions:
        assert found.window.ready <= one.span.opens < one.span.closes <= found.window.end


@then("tidak ada sesi pada hari Sabtu atau Minggu")
def office_days(upaya: Attempt) -> None:
    days = {
        one.span.opens.astimezone(ZONE).weekday() for one in given_proposal(upaya).plan.sessions
    }
    assert days
    assert not days & {5, 6}


@then(parsers.parse('ada yang belum mendapat tempat karena "{why}"'))
def unplaced(upaya: Attempt, why: str) -> None:
    assert {one.why.value for one in given_proposal(upaya).plan.left} == {why}


@then(parsers.parse('jalan keluar "{kind}" disebut'))
def cure(upaya: Attempt, kind: str) -> None:
    assert kind in {one.kind.value for one in given_proposal(upaya).cures}


@then(parsers.parse("jumlah yang mendapat dan belum mendapat tempat adalah {count:d}"))
def everybody(upaya: Attempt, count: int) -> None:
    plan = given_proposal(upaya).plan
    assert len(plan.sessions) + len(plan.left) == count


@then("setiap sesi mempunyai undangan sebagai konsep")
def letters(kantor: Bureau, upaya: Attempt) -> None:
    assert upaya.refusal is None
    rows, office = kantor.read(
        lambda work: (
            {one.party_id: one for one in work.session.scalars(select(ClarificationSession))},
            work.session.get_one(Case, kantor.case_id).office,
        )
    )
    # Whoever is invited has never been there: the place names the office behind the room.
    assert {
        (one.party_id, one.at, availability.full(one.room, office), one.officer_id)
        for one in chosen(upaya)
    } == {(key, row.scheduled_at, row.place, row.examiner_id) for key, row in rows.items()}
    assert {one.state for one in kantor.documents("undangan_klarifikasi")} == {"draft"}
    assert len(kantor.documents("undangan_klarifikasi")) == len(rows)


@then("rencana berikutnya tidak memuat yang sudah diundang")
def rest(kantor: Bureau, upaya: Attempt) -> None:
    again = proposal(kantor, given_wanted(upaya)).plan
    invited = {one.party_id for one in chosen(upaya)}
    assert not invited & {one.invitee for one in again.sessions}
    assert not invited & {one.invitee for one in again.left}


@then(parsers.parse("rencana berikutnya memuat orang itu dengan panggilan ke-{number:d}"))
def second(kantor: Bureau, upaya: Attempt, number: int) -> None:
    again = proposal(kantor, given_wanted(upaya))
    first = chosen(upaya)[0].party_id
    assert {one.party.id: one.summons for one in again.people if one.state == "open"}[
        first
    ] == number
    planned_ = {one.invitee for one in again.plan.sessions} | {
        one.invitee for one in again.plan.left
    }
    assert first in planned_
