"""Calendar feeds: a secret address, numbers and dates only, revocable, true to what moves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from icalendar import Calendar
from lxml import html
from sqlalchemy import select

from casework.bootstrap import App
from casework.models import CalendarFeed, Officer
from casework.models import Event as Recorded
from tests.conftest import SettableClock
from tests.web.steps import act, received, to_clarification
from tests.web.visitor import Visitor, words

AsRole = Callable[[str], Visitor]


def subscribe(visitor: Visitor) -> str:
    """Make an address; gives its path as shown once."""
    page = visitor.submit("/akun/kalender")
    assert page.status_code == 303
    shown = html.fromstring(visitor.get("/akun/kalender").text)
    (address,) = shown.xpath("//code[@class='address']/text()")
    return urlsplit(str(address)).path


def events(visitor: Visitor, path: str) -> dict[str, Any]:
    """The entries that a calendar program reads, by identifier."""
    page = visitor.get(path)
    assert page.status_code == 200
    assert page.content_type == "text/calendar; charset=utf-8"
    assert "no-store" in page.headers["Cache-Control"]
    return {str(one["uid"]): one for one in Calendar.from_ical(page.data).walk("VEVENT")}


def test_an_address_is_shown_once_and_read_without_signing_in(
    as_role: AsRole,
) -> None:
    received(as_role)
    officer = as_role("case_officer")
    path = subscribe(officer)
    assert path not in officer.get("/akun/kalender").text
    assert "Belum pernah dibaca" in words(officer.get("/akun/kalender"))
    program = Visitor(officer.client.application)
    found = events(program, path)
    (entry,) = [one for one in found.values() if "Kajian awal" in one["summary"]]
    assert str(entry["summary"]) == "01/LP/PG/Prov/07.00/IX/2024: Kajian awal, 24.00 WIB"
    assert entry.end.isoformat() == "2024-09-21T16:59:59+00:00"
    assert entry.end - entry.start == timedelta(minutes=30)
    alarms = [alarm["trigger"].dt for alarm in entry.walk("VALARM")]
    assert alarms == [timedelta(hours=-4), timedelta(hours=-24)]
    assert "Terakhir dibaca program kalender:" in words(officer.get("/akun/kalender"))


def test_it_holds_no_name_no_title_no_secret(app: App, as_role: AsRole) -> None:
    received(as_role)
    path = subscribe(as_role("chair"))
    text = as_role("chair").get(path).text
    for word in ("Budi", "Kepala Desa Satu", "pertemuan", "Gedung", "/perkara/"):
        assert word.casefold() not in text.casefold(), word
    token = path.removeprefix("/kalender/").removesuffix(".ics")
    with app.database.read() as session:
        (row,) = session.scalars(select(CalendarFeed)).all()
        assert token not in row.token_hash
        recorded = [str(one.detail) + one.subject for one in session.scalars(select(Recorded))]
    assert not any(token in text for text in recorded)


def test_a_wrong_a_revoked_and_a_leavers_address_answer_alike(app: App, as_role: AsRole) -> None:
    received(as_role)
    officer = as_role("case_officer")
    first = subscribe(officer)
    second = subscribe(officer)
    program = Visitor(officer.client.application)
    answers = [program.get("/kalender/salah.ics"), program.get(first)]
    assert events(program, second)
    with app.database.write() as session:
        session.scalars(select(Officer).where(Officer.login == "case_officer")).one().active = False
    answers.append(program.get(second))
    with app.database.write() as session:
        session.scalars(select(Officer).where(Officer.login == "case_officer")).one().active = True
    page = officer.client.post("/akun/kalender/cabut", data={"csrf_token": officer.token()})
    assert page.status_code == 303
    answers.append(program.get(second))
    assert {one.status_code for one in answers} == {404}
    assert len({one.text for one in answers}) == 1
    assert "Belum ada alamat." in words(officer.get("/akun/kalender"))
    with app.database.read() as session:
        made = session.scalars(select(Recorded.action).where(Recorded.action.like("kalender%")))
        assert sorted(made) == ["kalender_dibuat"] * 2 + ["kalender_dicabut"] * 2


def test_a_limit_that_moves_raises_its_sequence_and_one_that_is_met_is_called_off(
    app: App, as_role: AsRole, clock: SettableClock
) -> None:
    to_clarification(app, as_role)
    officer = as_role("case_officer")
    path = subscribe(officer)

    def entry(part: str) -> Any:
        return next(one for one in events(officer, path).values() if part in one["summary"])

    before = entry("Penanganan")
    assert (before["sequence"], str(before["status"])) == (0, "CONFIRMED")
    act(as_role("coordinator"), "/perkara/1/perpanjang", {"alasan": "Keterangan tambahan pelapor."})
    after = entry("Penanganan")
    assert str(after["uid"]) == str(before["uid"])
    assert after["sequence"] == 2
    assert after.end - before.end == timedelta(days=2)
    met = entry("Kajian awal")
    assert (met["sequence"], str(met["status"]), met.walk("VALARM")) == (1, "CANCELLED", [])
    clock.shift(timedelta(days=30))
    assert not any("Kajian awal" in one["summary"] for one in events(officer, path).values())


def test_it_holds_only_what_its_officer_may_see(as_role: AsRole) -> None:
    received(as_role)
    stranger = Visitor(as_role("chair").client.application, "auditor-kepahiang")
    assert events(stranger, subscribe(stranger)) == {}
    assert as_role("administrator").get("/akun/kalender").status_code == 403


def test_a_program_that_asks_too_often_is_told_to_wait(as_role: AsRole) -> None:
    visitor = as_role("chair")
    program = Visitor(visitor.client.application)
    answers = [program.get("/kalender/salah.ics").status_code for _try in range(61)]
    assert answers[0] == 404
    assert answers[-1] == 429
