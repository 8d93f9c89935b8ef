"""An officer who is named in a case is kept away from it from the moment the name is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from casework.errors import BadInput, NotFound, NotPermitted
from casework.models import Case, Event, Exclusion, Notice, Officer, WorkMark
from casework.services.acts.corrections import clerical
from casework.services.acts.registration import merging, tracing
from casework.services.cases import access, active_editors
from casework.services.core.outbox import real_now
from casework.services.core.work import Actor, Work
from casework.services.people import accounts, exclusions
from casework.services.people.offices import NewOfficer
from tests.antarkantor import dispatch, send
from tests.bureau import Bureau
from tests.kept_away import (
    CHAIR,
    COORDINATOR,
    HANDLER,
    TAKER,
    UPPER,
    actor,
    person,
    respondent,
    rows,
    sees,
)


def why(bureau: Bureau) -> list[tuple[str, int | None]]:
    return [(row.why, row.set_by) for row in rows(bureau)]


@pytest.mark.parametrize(
    ("role", "changes"),
    [
        ("respondent", {"respondents": (respondent(HANDLER, "DAMAR  WICAKSANA, S.H., M.H."),)}),
        ("reporter", {"reporter": person(HANDLER)}),
        ("witness", {"witnesses": (person(HANDLER),)}),
    ],
)
def test_a_report_that_names_an_officer(
    bureau: Bureau, role: str, changes: dict[str, object]
) -> None:
    assert bureau.receive("biasa")
    assert rows(bureau) == []
    bureau.receive("bernama", **changes)
    assert why(bureau) == [(role, None)]
    assert not sees(bureau, HANDLER)
    assert sees(bureau, HANDLER, 1)
    assert sees(bureau, COORDINATOR)
    [event] = bureau.events(exclusions.SET)
    assert (event.actor_id, event.role, event.subject) == (None, "sistem", "exclusions:1")
    assert set(event.detail) == {"exclusion", "digests"}
    assert bureau.sound() == ()


def test_a_finding_and_early_information(bureau: Bureau) -> None:
    bureau.find(bureau.app.now(), respondents=(respondent(CHAIR),))
    assert not sees(bureau, CHAIR)
    bureau.inform(respondents=(respondent(TAKER),))
    assert not sees(bureau, TAKER)
    assert sees(bureau, CHAIR)
    at = bureau.app.now()
    bureau.act("case_officer", tracing.propose, at, "Laporan 1", (respondent(CHAIR),))
    assert not sees(bureau, CHAIR)
    assert bureau.sound() == ()


def test_a_number_tells_as_much_as_a_name(bureau: Bureau) -> None:
    nip = "198001012005011001"
    with bureau.app.database.write() as session:
        session.scalars(select(Officer).where(Officer.login == HANDLER)).one().nip = nip
    other = replace(respondent(HANDLER, "Nama Lain"), position="Lurah, NIP 19800101 200501 1 001")
    bureau.receive("satu", respondents=(other,))
    assert not sees(bureau, HANDLER)
    bureau.receive("dua", reporter=replace(person(CHAIR), name="Orang Lain", identity_number=nip))
    assert not sees(bureau, HANDLER)
    assert why(bureau) == [("respondent", None), ("reporter", None)]


def test_a_name_that_is_put_right(bureau: Bureau) -> None:
    bureau.receive(respondents=(respondent(HANDLER, "Damar Wicaksono"),))
    [party] = bureau.parties()
    assert sees(bureau, HANDLER)
    bureau.act("coordinator", clerical.correct_respondent, party.id,
               {"label": "Damar Wicaksana"}, "Salah ketik.")  # fmt: skip
    assert not sees(bureau, HANDLER)
    [reporter] = bureau.parties("reporter")
    bureau.act("coordinator", clerical.correct_person, reporter.id,
               {"name": "Bayu Samudra"}, "Salah ketik.")  # fmt: skip
    assert not sees(bureau, CHAIR)
    assert bureau.sound() == ()


def test_an_account_that_is_made_or_renamed(bureau: Bureau) -> None:
    bureau.receive("satu", reporter=replace(person(HANDLER), name="Mira Anggraini, S.E."))
    bureau.receive("dua", respondents=(respondent(HANDLER, "Mira Anggraini"),))
    bureau.receive("tiga")
    new = NewOfficer(
        login="mira", name="Mira  ANGGRAINI", office="07.00", roles=("case_officer",),
        password_hash="", starts=bureau.app.today("Asia/Jakarta"),
    )  # fmt: skip
    with bureau.app.unit_of_work(Actor.system(1)) as work:
        accounts.add(work, new)
    assert [sees(bureau, "mira", key) for key in (1, 2, 3)] == [False, False, True]
    with bureau.app.unit_of_work(actor(bureau, "admin.bengkulu")) as work:
        key = work.session.scalars(select(Officer.id).where(Officer.login == HANDLER)).one()
        accounts.correct(work, key, "Mira Anggraini", "Staf", "", "")
    assert [sees(bureau, HANDLER, key) for key in (1, 2, 3)] == [False, False, True]
    assert bureau.sound() == ()


def test_a_case_that_is_over_is_compared_when_it_goes_on(bureau: Bureau) -> None:
    bureau.receive(respondents=(respondent(HANDLER, "Mira Anggraini"),))
    with bureau.app.database.write() as session:
        session.get_one(Case, bureau.case_id).stage = "selesai"
        session.scalars(
            select(Officer).where(Officer.login == HANDLER)
        ).one().name = "Mira Anggraini"
    with bureau.app.unit_of_work(actor(bureau, COORDINATOR)) as work:
        assert exclusions.foreseen(work, "Mira Anggraini", "") == {}
        made = exclusions.review(work, work.session.get_one(Case, bureau.case_id))
    assert [row.why for row in made] == ["respondent"]


def test_a_merged_report_takes_its_people_along(bureau: Bureau) -> None:
    one = bureau.receive("satu", reporter=person(HANDLER))
    two = bureau.receive("dua", respondents=(respondent(CHAIR),))
    bureau.case_id = one
    bureau.act(
        "coordinator", lambda work, case, version: merging.merge(
            work, case, "gabungkan", version, {"digabungkan": work.now}, "Peristiwa sama.", two
        ),
    )  # fmt: skip
    for login in (HANDLER, CHAIR):
        assert not sees(bureau, login, one)
        assert not sees(bureau, login, two)
    assert bureau.sound() == ()


def test_nobody_ends_a_case_in_one_that_keeps_him_away(bureau: Bureau) -> None:
    two = bureau.receive("dua", respondents=(respondent(COORDINATOR),))
    bureau.receive("satu")
    refusals = []

    def merge(work: Work, case: int, version: int, other: int) -> Case:
        at = {"digabungkan": work.now}
        return merging.merge(work, case, "gabungkan", version, at, "Sama.", other)

    for other in (two, 999):
        with pytest.raises(BadInput) as refused:
            bureau.act("coordinator", merge, other)
        refusals.append(str(refused.value))
    assert refusals[0] == refusals[1]


def test_the_receiving_office_and_the_one_above(bureau: Bureau) -> None:
    bureau.receive(respondents=(respondent(HANDLER, "Cakra Buana"),
                                respondent(HANDLER, "Hj. Puspa Kemuning")))  # fmt: skip
    assert not sees(bureau, UPPER, office="00.00")
    send(bureau, "07.08")
    dispatch(bureau)
    other = Bureau(bureau.app, bureau.clock, "07.08")
    other.case_id = bureau.case_id
    assert not sees(other, "koordinator.lebong", office="07.08")
    assert sees(other, "ketua.lebong", office="07.08")
    assert len(rows(bureau)) == 2


def test_by_hand_with_a_reason_and_lifted_with_one(bureau: Bureau) -> None:
    bureau.receive()
    key = actor(bureau, HANDLER).officer_id or 0
    chair = actor(bureau, CHAIR)

    def keep(login: str, reason: str, officer: int = key) -> None:
        with bureau.app.unit_of_work(actor(bureau, login)) as work:
            exclusions.keep_away_by_hand(work, bureau.case_id, officer, reason)

    with pytest.raises(NotPermitted):
        keep(TAKER, "Saudara terlapor")
    for wrong in ("", "a", "Menurut Pelapor Uji"):
        with pytest.raises(BadInput):
            keep(COORDINATOR, wrong)
    keep(COORDINATOR, "Saudara terlapor")
    assert not sees(bureau, HANDLER)
    with pytest.raises(BadInput):
        keep(COORDINATOR, "Sekali lagi")
    keep(COORDINATOR, "Kepentingan sendiri", actor(bureau, COORDINATOR).officer_id or 0)
    assert not sees(bureau, COORDINATOR)
    with pytest.raises(NotFound), bureau.app.unit_of_work(actor(bureau, COORDINATOR)) as work:
        exclusions.lift(work, bureau.case_id, 2, "Saya rasa tidak perlu")
    with bureau.app.unit_of_work(actor(bureau, UPPER, "00.00")) as work:
        exclusions.lift(work, bureau.case_id, 2, "Sudah dijelaskan")
    with bureau.app.unit_of_work(chair) as work:
        exclusions.lift(work, bureau.case_id, 1, "Bukan kerabat")
    assert sees(bureau, HANDLER)
    assert sees(bureau, COORDINATOR)
    assert [event.actor_id for event in bureau.events(exclusions.LIFTED)][1] == chair.officer_id
    assert "Saudara" not in str([event.detail for event in bureau.events(exclusions.SET)])
    assert bureau.sound() == ()


def test_a_mere_namesake_stays_in_until_another_person_has_the_name(bureau: Bureau) -> None:
    bureau.receive(respondents=(respondent(HANDLER),))
    with bureau.app.unit_of_work(actor(bureau, COORDINATOR)) as work:
        exclusions.lift(work, bureau.case_id, 1, "Hanya senama; NIK lain")
    [party] = bureau.parties()
    bureau.act("coordinator", clerical.correct_respondent, party.id,
               {"position": "Lurah"}, "Salah ketik.")  # fmt: skip
    assert sees(bureau, HANDLER)
    [reporter] = bureau.parties("reporter")
    bureau.act("coordinator", clerical.correct_person, reporter.id,
               {"name": "Damar Wicaksana"}, "Salah ketik.")  # fmt: skip
    assert not sees(bureau, HANDLER)


def test_nothing_ties_the_officer_to_the_case_any_more(bureau: Bureau) -> None:
    bureau.receive(respondents=(respondent(HANDLER, "Orang Lain"),))
    key = actor(bureau, HANDLER).officer_id
    with bureau.app.unit_of_work(actor(bureau, HANDLER)) as work:
        active_editors.mark(work, bureau.case_id, "nilai_syarat", real_now())
        bureau.case(work).owner_id = key
    with bureau.app.unit_of_work(actor(bureau, COORDINATOR)) as work:
        exclusions.keep_away_by_hand(work, bureau.case_id, key or 0, "Saudara terlapor")
    assert bureau.read(lambda work: work.session.scalar(select(func.count(WorkMark.id)))) == 0
    assert bureau.read(lambda work: bureau.case(work).owner_id) is None
    assert bureau.sound() == ()


def test_a_row_changed_outside_an_act_is_found(bureau: Bureau) -> None:
    bureau.receive(respondents=(respondent(HANDLER),))
    with bureau.app.database.write() as session:
        session.scalars(select(Exclusion)).one().lifted_at = bureau.app.now() + timedelta(days=1)
    assert any("exclusions:1" in fault for fault in bureau.sound())


def test_no_name_is_left_in_what_is_recorded_or_told(bureau: Bureau) -> None:
    bureau.receive(reporter=person(HANDLER))
    told = bureau.read(
        lambda work: [
            *(f"{one.subject} {one.body}" for one in work.session.scalars(select(Notice))),
            *(f"{one.subject} {one.detail}" for one in work.session.scalars(select(Event))),
        ]
    )
    assert any("petugas dikecualikan" in text for text in told)
    assert not any("wicaksana" in text.casefold() for text in told)


def test_one_statement_finds_nothing_either_way(bureau: Bureau) -> None:
    bureau.receive(respondents=(respondent(HANDLER),))
    for key in (bureau.case_id, 999):
        with (
            bureau.app.unit_of_work(actor(bureau, HANDLER)) as work,
            pytest.raises(NotFound, match="tidak ada atau bukan perkara kantor Anda"),
        ):
            access.attempted(work, key)


def test_every_running_case_is_compared_after_an_upgrade(bureau: Bureau) -> None:
    bureau.receive("satu", respondents=(respondent(HANDLER, "Mira Anggraini"),))
    bureau.receive("dua")
    with bureau.app.unit_of_work(Actor.system(1)) as work:
        work.session.scalars(
            select(Officer).where(Officer.login == HANDLER)
        ).one().name = "Mira ANGGRAINI"
    assert list(exclusions.review_all(bureau.app)) == [1, 0]
    assert list(exclusions.review_all(bureau.app)) == [0, 0]
    assert not sees(bureau, HANDLER, 1)
    assert bureau.sound() == ()
