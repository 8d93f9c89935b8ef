"""An officer who leaves: an administrator sees and hands over what the own offices have."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from sqlalchemy import func, select

from casework.models import Case, Event, Notice, Office, Officer, OfficerRole
from casework.services.cases.listing import query
from casework.services.cases.listing.criteria import NOBODY, Wanted
from casework.services.core.outbox import real_now
from casework.services.core.work import Actor, Work
from casework.services.people import leaving, officers
from tests.bureau import Bureau

ZONE = "Asia/Jakarta"


@pytest.fixture
def mover(bureau: Bureau) -> int:
    """Who was given a case at the province and works at a regency now."""
    bureau.receive()
    first = bureau.read(bureau.case).received_by
    key = bureau.actor("case_officer").officer_id
    assert first is not None
    assert key is not None
    with bureau.app.unit_of_work(administrator(bureau, "07.00")) as work:
        (case,) = leaving.left_behind(work, first)
        assert key in {one.id for one in leaving.successors(work, first)}
        assert leaving.leave(work, first, key, "Pensiun", real_now()) == [case]
    with bureau.app.database.write() as session:
        there = session.scalars(select(Office.id).where(Office.code == "07.05")).one()
        for role in session.scalars(select(OfficerRole).where(OfficerRole.officer_id == key)):
            role.office_id = there
    return key


def administrator(bureau: Bureau, code: str) -> Actor:
    """Who keeps the accounts of an office."""
    with bureau.app.reading(Actor.system(0)) as work:
        key = work.session.scalars(select(Office.id).where(Office.code == code)).one()
        other = work.session.scalars(select(func.max(Officer.id))).one()
    return Actor(other, "Admin", key, frozenset({"administrator"}))


def leave(bureau: Bureau, officer: int) -> None:
    """The officer's account is closed at the regency, where no case waits for it."""
    with bureau.app.unit_of_work(administrator(bureau, "07.05")) as work:
        assert leaving.left_behind(work, officer) == []
        assert leaving.successors(work, officer) == []
        assert leaving.leave(work, officer, None, "Mutasi", real_now()) == []


def kept(work: Work) -> Mapping[str, object]:
    """What is kept of the one case, and what was recorded of it."""
    case = work.session.scalars(select(Case)).one()
    events = work.session.scalars(select(Event.id).where(Event.case_id == case.id)).all()
    return {"owner": case.owner_id, "version": case.version, "events": list(events)}


def test_a_case_of_an_office_that_is_not_governed_is_not_shown_nor_changed(
    bureau: Bureau, mover: int
) -> None:
    before = bureau.read(kept)
    assert before["owner"] == mover
    leave(bureau, mover)
    assert bureau.read(kept) == before
    assert bureau.events("petugas_keluar")[-1].detail["cases"] == []
    assert bureau.sound() == ()


def test_its_coordinators_are_told_without_what_it_is_about(bureau: Bureau, mover: int) -> None:
    leave(bureau, mover)
    with bureau.app.reading(bureau.actor("coordinator")) as work:
        subject = Notice.subject.contains("penanggung jawab keluar")
        rows = work.session.scalars(select(Notice).where(subject)).all()
        today = officers.today(work.now)
        at_home = officers.holders(work.session, work.actor.office_id, ("coordinator",), today)
        assert [row.officer_id for row in rows] == [one.id for one in at_home]
        case = bureau.case(work)
        assert case.number in rows[0].body
        assert case.title not in rows[0].body


def test_a_case_of_who_has_left_is_nobodys(bureau: Bureau, mover: int) -> None:
    def listed(owner: int | None) -> list[str | None]:
        asked = Wanted(owner=owner)
        return bureau.read(lambda work: [row.owner for row in query.page(work, asked, ZONE, 9)[0]])

    name = bureau.read(lambda work: work.session.get_one(Officer, mover).name)
    assert (listed(None), listed(NOBODY)) == ([name], [])
    leave(bureau, mover)
    assert (listed(None), listed(NOBODY)) == ([None], [None])
