"""The picture counts what its lists hold, for each officer what that officer may open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask import Flask
from lxml import html

from casework.bootstrap import App
from casework.services.acts.registration import kajian_awal
from casework.services.acts.review import pleno
from casework.services.people.training import PASSWORD
from tests.bureau import Bureau
from tests.conftest import SettableClock
from tests.kept_away import HANDLER, respondent
from tests.web.served import Served
from tests.web.visitor import Visitor

SUPERVISOR, COORDINATOR = "pengawas.bengkulu", "koordinator.bengkulu"


@pytest.fixture
def offices(app: App, clock: SettableClock) -> tuple[Bureau, Bureau]:
    """The province with three cases, one of them refused a week ago; Lebong with one."""
    clock.set("2024-10-01T09:00:00+07:00")
    province = Bureau(app, clock)
    province.receive("lama")
    province.assess({"bukti": "Tidak ada bukti."})
    province.act("case_officer", kajian_awal.propose_refusal, "Tanpa bukti.")
    province.act("chair", pleno.refuse_registration, province.meeting(reason="Tanpa bukti."))
    clock.shift(timedelta(days=7))
    province.receive("baru")
    province.register()
    province.receive("kepala desa", respondents=(respondent(HANDLER),))
    lebong = Bureau(app, clock, "07.08")
    lebong.receive("lebong")
    return province, lebong


@pytest.fixture
def flask(app: App, served: Served, offices: tuple[Bureau, Bureau]) -> Flask:
    assert offices
    return served(app)


def visitor(flask: Flask, login: str) -> Visitor:
    someone = Visitor(flask)
    assert someone.sign_in(login, PASSWORD).status_code == 303
    return someone


def figures(someone: Visitor, path: str = "/gambaran/") -> Iterator[tuple[str, int, str]]:
    """What each linked number of the picture counts, the number, and where it leads."""
    answer = someone.get(path)
    assert answer.status_code == 200
    for link in html.fromstring(answer.text).xpath("//a[contains(@class, 'count')]"):
        number = re.match(r"\s*(\d+)", link.text_content())
        assert number is not None
        yield link.text_content().strip(), int(number[1]), link.get("href")


def listed(someone: Visitor, path: str) -> int:
    page = html.fromstring(someone.get(path).text)
    return len(page.xpath("//table[contains(@class, 'list')]/tbody/tr"))


@pytest.mark.parametrize("login", [SUPERVISOR, COORDINATOR])
def test_every_figure_leads_to_as_many_cases(flask: Flask, login: str) -> None:
    someone = visitor(flask, login)
    found = list(figures(someone))
    assert len({path for _, _, path in found}) >= 8
    wrong = [
        (words, path, many)
        for words, number, path in found
        if (many := listed(someone, path)) != number
    ]
    assert not wrong


def test_who_is_kept_away_from_a_case_does_not_find_it_in_a_figure(flask: Flask) -> None:
    running = {
        login: next(figures(visitor(flask, login)))[1]
        for login in (SUPERVISOR, COORDINATOR, HANDLER)
    }
    assert running == {SUPERVISOR: 3, COORDINATOR: 2, HANDLER: 1}
    someone = visitor(flask, HANDLER)
    assert all(listed(someone, path) == number for _, number, path in figures(someone))


def test_another_office_is_not_there(flask: Flask) -> None:
    assert visitor(flask, SUPERVISOR).get("/gambaran/?kantor=07.08").status_code == 200
    assert visitor(flask, COORDINATOR).get("/gambaran/?kantor=07.08").status_code == 404


def test_a_past_day_is_counted_from_the_record(flask: Flask) -> None:
    text = visitor(flask, SUPERVISOR).get("/gambaran/?pada=2024-10-01").text
    page = html.fromstring(text)
    assert "Tidak diregistrasi" in page.xpath("string(//*[@data-part='flow'])")
    assert page.xpath("string(//*[@data-part='lede'])").split()[0] == "0"
    assert not page.xpath("//a[contains(@class, 'count')]")
    assert re.search(r"\b\d+ · [0-9a-f]{16}", page.xpath("string(//*[@data-part='chain'])"))


def test_an_act_below_changes_what_is_asked_for(
    flask: Flask, offices: tuple[Bureau, Bureau]
) -> None:
    someone = visitor(flask, SUPERVISOR)
    first = someone.get("/gambaran/keadaan")
    asked = {"If-None-Match": first.headers["ETag"]}
    assert someone.client.get("/gambaran/keadaan", headers=asked).status_code == 304
    offices[1].assess()
    assert someone.client.get("/gambaran/keadaan", headers=asked).status_code == 200


def test_a_stuck_case_is_nudged_once_a_day(
    flask: Flask, offices: tuple[Bureau, Bureau], clock: SettableClock
) -> None:
    clock.shift(timedelta(days=30))
    someone = visitor(flask, SUPERVISOR)
    page = someone.get("/gambaran/macet/?kantor=07.08")
    (action,) = html.fromstring(page.text).xpath("//form[contains(@action, 'ingatkan')]/@action")
    done = someone.submit(action, {"csrf_token": someone.token()}, page=page)
    assert done.status_code == 303
    text = someone.get(done.headers["Location"]).text
    assert "petugas diingatkan" in text
    assert "diingatkan" in html.fromstring(text).xpath("string(//table)")
    assert len(offices[1].events("macet_diingatkan")) == 1
