"""An officer away: the deputy gets roles, work and messages meanwhile, and nothing afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from flask import Flask

from casework.bootstrap import App
from casework.models import Absence, Event, Notice, Office, Officer
from casework.services import officers
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
        assert "Ketidakhadiran dan wakil" in words(who.get("/"))
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
