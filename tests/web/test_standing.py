"""As what an officer works: one statement says what the parts say, and each page asks it once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

from casework.bootstrap import App
from casework.models import Absence, Office, Officer, OfficerRole
from casework.services.people import officers, standing
from tests.statements import heard
from tests.web.visitor import Visitor

AsRole = Callable[[str], Visitor]
DAY = date(2024, 9, 19)


def by_parts(app: App, officer_id: int, office_id: int | None) -> object:
    with app.database.read() as session:
        officer = session.get_one(Officer, officer_id)
        offices = officers.offices_of(session, officer, DAY)
        if not officer.active or not offices:
            return None
        office = next((one for one in offices if one.id == office_id), offices[0])
        actor = officers.actor(session, officer, office, DAY)
        return standing.Standing(actor, officer.position, office.name, office.code, office.zone)


def compared(app: App) -> int:
    """Compare everybody at every office; gives how many stand in for somebody."""
    with app.database.read() as session:
        people = list(session.scalars(session.query(Officer.id).statement))
        places = [*session.scalars(session.query(Office.id).statement), None]
    standing_in = 0
    for officer_id in people:
        for place in places:
            with app.database.read() as session:
                found = standing.of(session, officer_id, place, DAY)
            assert found == by_parts(app, officer_id, place), (officer_id, place)
            standing_in += bool(found and found.actor.deputy_for)
    return standing_in


def away(officer_id: int, office_id: int, deputy_id: int) -> Absence:
    return Absence(
        officer_id=officer_id,
        office_id=office_id,
        deputy_id=deputy_id,
        starts=date(2024, 9, 18),
        until=date(2024, 9, 20),
        recorded_at=datetime(2024, 9, 17, tzinfo=UTC),
    )


def test_it_says_the_same_as_the_parts(app: App, as_role: AsRole) -> None:
    as_role("chair")
    assert compared(app) == 0
    with app.database.write() as session:
        office = {one.code: one.id for one in session.query(Office)}
        person = {one.login: one.id for one in session.query(Officer)}
        deputy = person["secretariat"]
        session.add_all(
            [
                # The deputy works at two offices, and stands in at one of them.
                OfficerRole(officer_id=deputy, office_id=office["07.05"], role="case_officer",
                            starts=date(2024, 1, 1)),
                # Held no longer, and not yet.
                OfficerRole(officer_id=deputy, office_id=office["07.00"], role="auditor",
                            starts=date(2024, 1, 1), until=DAY),
                OfficerRole(officer_id=deputy, office_id=office["07.00"], role="auditor",
                            starts=date(2024, 9, 20)),
                away(person["case_officer"], office["07.00"], deputy),
                # A vote does not pass.
                away(person["chair"], office["07.00"], person["coordinator"]),
            ]
        )  # fmt: skip
        session.get_one(Officer, person["auditor"]).active = False
    assert compared(app) > 0


def test_a_page_asks_it_once(app: App, as_role: AsRole) -> None:
    visitor = as_role("coordinator")
    visitor.get("/perkara/")  # the first page keeps its form's token in the session
    with heard(app) as said:
        assert visitor.get("/perkara/").status_code == 200
    assert sum("FROM sessions" in one for one in said) == 1
    assert not any("JOIN absences" in one for one in said)
    assert 2 < len(said) <= 7  # the bell counts what is unread, the tiles each stage


def test_who_stands_in_for_somebody_is_asked_once_more(app: App, as_role: AsRole) -> None:
    visitor = as_role("secretariat")
    assert "Anda sedang mewakili" not in visitor.get("/perkara/").text
    with app.database.write() as session:
        office = session.query(Office.id).filter(Office.code == "07.00").scalar()
        person = {one.login: one.id for one in session.query(Officer)}
        session.add(away(person["case_officer"], office, person["secretariat"]))
    with heard(app) as said:
        page = visitor.get("/perkara/")
    assert sum("JOIN absences" in one for one in said) == 1
    assert "Anda sedang mewakili" in page.text
