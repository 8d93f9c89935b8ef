"""The messages of an officer: by day and case, read or not, and what is past told as past."""

from __future__ import annotations

import pytest
from lxml import html
from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Notice, Officer
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.upkeep.effects import drain
from tests.conftest import SettableClock
from tests.web.reporting import receive
from tests.web.steps import AsRole, act, all_met, received, to_registration
from tests.web.visitor import Visitor, report, words
from webui.desk import notices_page

PAGE = "/pemberitahuan"


def test_older_notices_are_one_click_away(
    app: App, as_role: AsRole, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notices_page, "MOST", 1)
    to_registration(app, as_role)
    receive(as_role("intake_officer"), report(peristiwa="Lain"))
    drain(app)
    with app.database.write() as session:
        found = session.scalars(select(Notice).order_by(Notice.id)).all()
        for row in found[:3]:
            row.officer_id = found[0].officer_id
        login = session.get_one(Officer, found[0].officer_id).login
    visitor = Visitor(as_role("chair").client.application, login)
    seen, path = 0, PAGE
    while path:
        page = html.fromstring(visitor.get(path).text)
        seen += len(page.xpath("//li//form[contains(@action, 'dibaca')]"))
        path = next(iter(page.xpath("//p[@class='rest']/a[contains(@href, 'sebelum')]/@href")), "")
    assert seen >= 3


def test_a_notice_is_put_away_by_its_reader_only(app: App, as_role: AsRole) -> None:
    to_registration(app, as_role)
    drain(app)
    chair = as_role("chair")
    path = html.fromstring(chair.get(PAGE).text).xpath(
        "//li//form[contains(@action, 'dibaca')]/@action")[0]  # fmt: skip
    other = as_role("case_officer")
    assert other.client.post(path, data={"csrf_token": other.token()}).status_code == 404
    before = chair.get(PAGE).text.count("/dibaca")
    assert chair.client.post(path, data={"csrf_token": chair.token()}).status_code == 303
    # The last one goes with the button for all of them.
    assert chair.get(PAGE).text.count("/dibaca") in {before - 1, before - 2}


def test_all_notices_seen_are_put_away_at_once(app: App, as_role: AsRole) -> None:
    def told(place: str) -> None:
        receive(as_role("intake_officer"), report(tempat=place, peristiwa=place))
        drain(app)

    told("Balai Desa Satu")
    told("Balai Desa Dua")
    officer = as_role("case_officer")
    (seen,) = html.fromstring(officer.get(PAGE).text).xpath("//input[@name='sampai']/@value")
    told("Balai Desa Tiga")
    with app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        other = work.session.scalars(select(Officer.id).where(Officer.login == "coordinator")).one()
        work.session.scalars(select(Notice).order_by(Notice.id)).all()[0].officer_id = other
    sent = {"csrf_token": officer.token(), "sampai": seen}
    done = officer.client.post("/pemberitahuan/dibaca", data=sent)
    assert done.status_code == 303
    assert "1 pemberitahuan ditandai sudah dibaca" in words(officer.get(PAGE))
    with app.database.read() as session:
        mine = session.scalars(select(Officer.id).where(Officer.login == "case_officer")).one()
        left = session.scalars(select(Notice).where(Notice.read_at.is_(None))).all()
    # What came in since the page was opened stays, and so does everything of others.
    assert [one.subject[:5] for one in left if one.officer_id == mine] == ["03/LP"]
    assert [one.officer_id for one in left if one.officer_id != mine] == [other]


def test_a_message_says_in_english_what_it_is_about(app: App, as_role: AsRole) -> None:
    received(as_role)
    drain(app)
    officer = as_role("case_officer")
    assert "Terima laporan" in words(officer.get(PAGE))
    officer.client.post("/bahasa/en", data={"csrf_token": officer.token(), "kembali": "/"})
    (one, *_more) = html.fromstring(officer.get(PAGE).text).xpath(
        "//main//li[@class='notice unread']"
    )
    assert one.xpath("./p/b/@lang") == ["en"]
    assert "Receive" in one.xpath("./p/b")[0].text_content()
    assert one.xpath("./p/span/@lang") == ["id"]


def test_what_is_past_is_told_as_past(app: App, as_role: AsRole, clock: SettableClock) -> None:
    """A reminder of a limit that was met, or that is over, does not read as if it were to come."""
    received(as_role)
    clock.set("2024-09-21T10:00:00+07:00")
    drain(app)
    officer = as_role("case_officer")
    (reminder,) = _about_limits(officer)
    assert "Waktu itu" not in reminder
    clock.set("2024-09-22T10:00:00+07:00")
    assert all("batasnya lewat" in one and "Waktu itu" in one for one in _about_limits(officer))
    clock.set("2024-09-21T11:00:00+07:00")
    act(officer, "/perkara/1/syarat", all_met(app))
    act(officer, "/perkara/1/ajukan-registrasi")
    (reminder,) = _about_limits(officer)
    assert "terpenuhi" in reminder
    assert "Waktu itu" in reminder


def _about_limits(officer: Visitor) -> list[str]:
    found = html.fromstring(officer.get(PAGE).text).xpath("//main//li[contains(@class, 'notice')]")
    told = [" ".join(one.text_content().split()) for one in found]
    return [one for one in told if "batas waktu" in one]


def test_messages_stand_by_day_under_their_case(app: App, as_role: AsRole) -> None:
    received(as_role)
    receive(as_role("intake_officer"), report(peristiwa="Peristiwa lain"))
    drain(app)
    page = html.fromstring(as_role("case_officer").get(PAGE).text)
    (day,) = page.xpath("//section[@class='notice-day']")
    assert "19 September 2024" in day.xpath("string(./h2)")
    assert day.xpath(".//h3/a/@href") == ["/perkara/2", "/perkara/1"]
    bell = page.xpath("//a[contains(@class, 'bell')]")[0]
    assert bell.get("href") == PAGE
    assert "2 belum dibaca" in bell.get("aria-label")
    assert words(as_role("case_officer").get(f"{PAGE}?belum=1")).count("belum dibaca") >= 2
