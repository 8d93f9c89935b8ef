"""An officer away: the deputy gets roles, work and messages meanwhile, and nothing afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from flask import Flask
from lxml import html

from casework.bootstrap import App
from casework.models import Absence, Event, Notice, Office, Officer
from casework.services.people import officers
from tests.conftest import SettableClock
from tests.web.steps import received
from tests.web.visitor import Visitor, errors, words

AsRole = Callable[[str], Visitor]
PAGE = "/pengaturan/tidak-masuk/baru"


def number(app: App, login: str) -> str:
    with app.database.read() as session:
        return str(session.query(Officer).filter_by(login=login).one().id)


def away(app: App, **changes: str) -> dict[str, str]:
    """The case officer away for a week, the secretariat standing in."""
    with app.database.read() as session:
        office = str(session.query(Office).filter_by(code="07.00").one().id)
    typed = {
        "kantor": office,
        "petugas": number(app, "case_officer"),
        "wakil": number(app, "secretariat"),
        "dari": "2024-09-19",
        "sampai": "2024-09-26",
    }
    return {**typed, **changes}  # fmt: skip


def set_clock(app: App, moment: str) -> None:
    SettableClock(Path(app.settings.clock.removeprefix("@"))).set(moment)


def test_the_deputy_acts_meanwhile_and_the_record_says_for_whom(
    app: App, flask: Flask, as_role: AsRole
) -> None:
    received(as_role)
    deputy = as_role("secretariat")
    assert deputy.get("/perkara/1/syarat").status_code == 403
    assert as_role("administrator").submit(PAGE, away(app)).status_code == 303
    assert deputy.get("/perkara/1/syarat").status_code == 200
    assert "Anda sedang mewakili Bayu Pratama" in words(deputy.get("/"))
    for who in (deputy, as_role("case_officer")):
        assert "Bayu Pratama diwakili Lina Marlina" in words(who.get("/akun/"))
        assert "Ketidakhadiran dan wakil" in words(who.get("/pemberitahuan"))
    # The officer away is not locked out, and whoever acts is told apart.
    assert as_role("case_officer").get("/perkara/1/syarat").status_code == 200
    sent = deputy.submit("/akun/sesi/akhiri-lainnya", page=deputy.get("/akun/kata-sandi"))
    assert sent.status_code == 303
    with app.database.read() as session:
        event = session.query(Event).order_by(Event.id.desc()).first()
        assert event is not None
        assert event.detail["deputy_for"] == [int(number(app, "case_officer"))]
        recorded = session.query(Event).filter_by(action="ketidakhadiran_petugas_dicatat")
        assert recorded.count() == 1


def test_the_deputy_is_told_what_the_officer_away_is_told(app: App, as_role: AsRole) -> None:
    office = int(away(app)["kantor"])
    day = date(2024, 9, 19)

    def told(roles: tuple[str, ...]) -> set[str]:
        with app.database.read() as session:
            return {one.login for one in officers.holders(session, office, roles, day)}

    assert told(("case_officer",)) == {"case_officer"}
    as_role("administrator").submit(PAGE, away(app))
    assert told(("case_officer",)) == {"case_officer", "secretariat"}
    assert told(("coordinator",)) == {"coordinator"}
    with app.database.read() as session:
        texts = [one.body for one in session.query(Notice)]
    assert len(texts) == 2
    assert not any("Bayu" in text or "Lina" in text for text in texts)


@pytest.mark.parametrize("when", ["2024-09-18T10:00+07:00", "2024-09-26T00:30+07:00"])
def test_before_and_after_nothing_has_passed_on(
    app: App, flask: Flask, as_role: AsRole, when: str
) -> None:
    received(as_role)
    as_role("administrator").submit(PAGE, away(app))
    set_clock(app, when)
    deputy = Visitor(flask, "secretariat")
    assert deputy.get("/perkara/1/syarat").status_code == 403
    assert "mewakili" not in words(deputy.get("/"))


def test_an_absence_is_called_off(app: App, as_role: AsRole) -> None:
    received(as_role)
    admin, deputy = as_role("administrator"), as_role("secretariat")
    admin.submit(PAGE, away(app))
    assert "Lina Marlina" in words(admin.get("/pengaturan/tidak-masuk/"))
    with app.database.read() as session:
        (row,) = session.query(Absence).all()
    path = f"/pengaturan/tidak-masuk/{row.id}/akhiri"
    assert admin.client.post(path, data={"csrf_token": admin.token()}).status_code == 303
    assert deputy.get("/perkara/1/syarat").status_code == 403
    assert admin.client.post(path, data={"csrf_token": admin.token()}).status_code == 404


def test_votes_and_signatures_do_not_pass(app: App, as_role: AsRole) -> None:
    admin = as_role("administrator")
    for login in ("chair", "commissioner", "auditor", "administrator"):
        refused = admin.submit(PAGE, away(app, petugas=number(app, login)))
        assert "petugas" in errors(refused), login


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"sampai": "2024-09-19"}, "sampai"),
        ({"dari": "2024-09-01", "sampai": "2024-09-10"}, "sampai"),
        ({"dari": "besok"}, "dari"),
        ({"wakil": ""}, "wakil"),
        ({"wakil": "administrator"}, "wakil"),
        ({"wakil": "auditor"}, "wakil"),
        ({"wakil": "case_officer"}, "wakil"),
        ({"wakil": "chair-kepahiang"}, "wakil"),
        ({"petugas": "9999"}, "petugas"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    app: App, as_role: AsRole, changes: dict[str, str], field: str
) -> None:
    if changes.get("wakil"):
        changes = {"wakil": number(app, changes["wakil"])}
    refused = as_role("administrator").submit(PAGE, away(app, **changes))
    assert refused.status_code == 422
    assert field in errors(refused)


def test_two_absences_do_not_cross(app: App, as_role: AsRole) -> None:
    admin = as_role("administrator")
    assert admin.submit(PAGE, away(app)).status_code == 303
    assert "dari" in errors(admin.submit(PAGE, away(app, wakil=number(app, "coordinator"))))
    mine = {"petugas": number(app, "secretariat"), "wakil": number(app, "coordinator")}
    assert "petugas" in errors(admin.submit(PAGE, away(app, **mine)))
    theirs = {"petugas": number(app, "coordinator"), "wakil": number(app, "case_officer")}
    assert "wakil" in errors(admin.submit(PAGE, away(app, **theirs)))


@pytest.mark.parametrize("leader", ["coordinator", "head_of_secretariat"])
def test_who_leads_records_for_the_own_office_alone(
    app: App, flask: Flask, as_role: AsRole, leader: str
) -> None:
    received(as_role)
    who = as_role(leader)
    assert "/pengaturan/tidak-masuk/" in who.get("/akun/").text
    assert who.submit(PAGE, away(app)).status_code == 303
    assert as_role("secretariat").get("/perkara/1/syarat").status_code == 200
    assert "Lina Marlina" in words(who.get("/pengaturan/tidak-masuk/"))
    with app.database.read() as session:
        other = str(session.query(Office).filter_by(code="07.05").one().id)
        (row,) = session.query(Absence).all()
    elsewhere = Visitor(flask, f"{leader}-kepahiang")
    path = f"/pengaturan/tidak-masuk/{row.id}/akhiri"
    sent = {"csrf_token": elsewhere.token()}
    assert elsewhere.client.post(path, data=sent).status_code == 404
    assert "Lina" not in words(elsewhere.get("/pengaturan/tidak-masuk/"))
    assert "kantor" in errors(who.submit(PAGE, away(app, kantor=other)))
    assert who.client.post(path, data={"csrf_token": who.token()}).status_code == 303


def test_nobody_gains_a_role_by_recording(app: App, as_role: AsRole) -> None:
    coordinator = as_role("coordinator")
    own = {"wakil": number(app, "coordinator")}
    assert "tidak menjadi wakilnya" in errors(coordinator.submit(PAGE, away(app, **own)))["wakil"]
    above = {"petugas": number(app, "supervisor")}
    assert "supervisor" in errors(coordinator.submit(PAGE, away(app, **above)))["petugas"]
    # Who stands in for the coordinator is none for this: there is no chain of deputies.
    mine = {"petugas": number(app, "coordinator"), "wakil": number(app, "secretariat")}
    assert coordinator.submit(PAGE, away(app, **mine)).status_code == 303
    chained = as_role("secretariat").submit(PAGE, away(app, wakil=number(app, "intake_officer")))
    assert "petugas" in errors(chained)
    with app.database.read() as session:
        assert session.query(Absence).count() == 1


def test_an_officer_records_and_ends_the_own_absence(app: App, as_role: AsRole) -> None:
    officer = as_role("case_officer")
    page = officer.get(PAGE)
    assert "Sri Handayani" not in str(officer.fields(page).get("petugas"))
    other = officer.submit(PAGE, away(app, petugas=number(app, "intake_officer")))
    assert "petugas" in errors(other)
    assert officer.submit(PAGE, away(app)).status_code == 303
    with app.database.read() as session:
        (row,) = session.query(Absence).all()
        assert row.recorded_by == int(number(app, "case_officer"))
    path = f"/pengaturan/tidak-masuk/{row.id}/akhiri"
    deputy, stranger = as_role("secretariat"), as_role("intake_officer")
    assert "Bayu Pratama" in words(deputy.get("/pengaturan/tidak-masuk/"))
    assert "Bayu Pratama" not in words(stranger.get("/pengaturan/tidak-masuk/"))
    for who in (deputy, stranger):
        assert who.client.post(path, data={"csrf_token": who.token()}).status_code == 404
    assert officer.client.post(path, data={"csrf_token": officer.token()}).status_code == 303


def test_of_votes_and_law_nothing_passes_so_there_is_no_page(as_role: AsRole) -> None:
    for role in ("chair", "commissioner", "auditor", "legal_reviewer"):
        assert as_role(role).get(PAGE).status_code == 403


def test_who_governs_several_offices_chooses_officers_under_their_office(
    app: App, as_role: AsRole
) -> None:
    with app.database.write() as session:
        rows = {one.code: one for one in session.query(Office)}
        rows["07.05"].parent_id = rows["07.00"].id
        names = rows["07.00"].name, rows["07.05"].name
    page = html.fromstring(as_role("administrator").get(PAGE).text)
    for name in ("petugas", "wakil"):
        groups = page.xpath(f"//select[@name='{name}']/optgroup")
        assert tuple(one.get("label") for one in groups) == names
        here = {one.get("value") for one in groups[0].xpath("option")}
        assert number(app, "case_officer") in here
        assert number(app, "case_officer-kepahiang") not in here
    offered = {one.get("value") for one in page.xpath("//select[@name='petugas']//option")}
    assert number(app, "chair") not in offered
    own = html.fromstring(as_role("coordinator").get(PAGE).text)
    assert not own.xpath("//select[@name='petugas']/optgroup")
