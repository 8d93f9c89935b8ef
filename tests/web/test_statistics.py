"""The statistics count what their lists hold, for each officer what that officer may open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import parse_qs, urlparse

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
LEBONG = "//select[@id='kantor']/option[normalize-space(.)='Kabupaten Lebong']/@value"
ROLES = (SUPERVISOR, COORDINATOR, HANDLER, "ketua.bengkulu", "auditor.bengkulu")


@pytest.fixture
def flask(app: App, served: Served, clock: SettableClock) -> Flask:
    """The province with a refused case, a late one and a new one; Lebong with one."""
    clock.set("2024-09-30T09:00:00+07:00")
    province = Bureau(app, clock)
    province.receive("lama")
    province.assess({"bukti": "Tidak ada bukti."})
    province.act("case_officer", kajian_awal.propose_refusal, "Tanpa bukti.")
    province.act("chair", pleno.refuse_registration, province.meeting(reason="Tanpa bukti."))
    province.receive("terlambat")
    clock.shift(timedelta(days=7))
    province.receive("baru")
    province.register()
    province.receive("kepala desa", respondents=(respondent(HANDLER),))
    Bureau(app, clock, "07.08").receive("lebong")
    return served(app)


def visitor(flask: Flask, login: str) -> Visitor:
    someone = Visitor(flask)
    assert someone.sign_in(login, PASSWORD).status_code == 303
    return someone


def figures(someone: Visitor, path: str = "/statistik/") -> Iterator[tuple[str, int, str]]:
    """The block of each linked number, the number, and where it leads."""
    answer = someone.get(path)
    assert answer.status_code == 200
    for link in html.fromstring(answer.text).xpath("//*[@data-part]//a[contains(@class, 'count')]"):
        number = re.match(r"\s*(\d+)", link.text_content())
        assert number is not None
        yield (
            link.xpath("string(ancestor::*[@data-part][1]/@data-part)"),
            int(number[1]),
            link.get("href"),
        )


def listed(someone: Visitor, path: str) -> int:
    page = html.fromstring(someone.get(path).text)
    return len(page.xpath("//table[contains(@class, 'list')]/tbody/tr"))


@pytest.mark.parametrize("login", ROLES)
@pytest.mark.parametrize("filters", ["", "?sejak=01-10-2024&sampai=2024-10-31"])
def test_every_figure_leads_to_as_many_cases(flask: Flask, login: str, filters: str) -> None:
    someone = visitor(flask, login)
    found = set(figures(someone, f"/statistik/{filters}"))
    assert len(found) >= 8
    wrong = [
        (block, path, number, many)
        for block, number, path in found
        if (many := listed(someone, path)) != number
    ]
    assert not wrong


def test_every_block_counts(flask: Flask) -> None:
    blocks = {block for block, _, _ in figures(visitor(flask, SUPERVISOR))}
    assert {"lede", "stages", "offices", "over", "duties", "months"} <= blocks
    alone = {block for block, _, _ in figures(visitor(flask, COORDINATOR))}
    assert "officers" in alone
    assert "offices" not in alone


def test_who_is_kept_away_from_a_case_does_not_find_it_in_a_figure(flask: Flask) -> None:
    every = {login: next(figures(visitor(flask, login)))[1] for login in ROLES[:3]}
    assert every == {SUPERVISOR: 5, COORDINATOR: 4, HANDLER: 3}


def test_filters_go_with_every_figure(flask: Flask) -> None:
    someone = visitor(flask, SUPERVISOR)
    page = html.fromstring(someone.get("/statistik/").text)
    elections = page.xpath("//select[@id='pemilihan']/option/@value")[1:]
    lebong = page.xpath(LEBONG)
    assert elections
    assert lebong
    found = list(figures(someone, f"/statistik/?kantor={lebong[0]}"))
    assert next(iter(found))[1] == 1
    assert all(parse_qs(urlparse(path).query)["kantor"] == lebong for _, _, path in found)
    by_election = [
        next(iter(figures(someone, f"/statistik/?pemilihan={one}")), ("", 0, ""))
        for one in elections
    ]
    assert sum(number for _, number, _ in by_election) == 5
    for _, number, path in by_election:
        assert not path or listed(someone, path) == number


def test_another_office_counts_nothing(flask: Flask) -> None:
    someone = visitor(flask, COORDINATOR)
    other = html.fromstring(visitor(flask, SUPERVISOR).get("/statistik/").text).xpath(LEBONG)[0]
    assert not list(figures(someone, f"/statistik/?kantor={other}"))


def test_a_day_that_cannot_be_read_is_told(flask: Flask) -> None:
    text = visitor(flask, COORDINATOR).get("/statistik/?sejak=besok").text
    assert "tidak dapat dibaca" in text
