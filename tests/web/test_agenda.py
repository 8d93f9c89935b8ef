"""Limits by day, week and month: on the right day, of the right offices, filtered by address."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from lxml import html
from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Deadline, Office
from casework.models.deadline import DeadlineState
from tests.web.steps import received, to_clarification
from tests.web.visitor import Visitor, words

AsRole = Callable[[str], Visitor]


def on_day(visitor: Visitor, path: str) -> dict[str, list[str]]:
    """What the page shows, by the words of its day."""
    page = visitor.get(path)
    assert page.status_code == 200, words(page)[:500]
    found = {}
    for box in html.fromstring(page.text).xpath("//ol[contains(@class,'week')]/li | //table//td"):
        title = " ".join(
            "".join(box.xpath("./h3//text() | .//span[@class='words']//text()")).split()
        )
        entries = [
            " ".join(one.text_content().split()) for one in box.xpath(".//ul[@class='ends']/li")
        ]
        if entries:
            found[title] = entries
    return found


def test_each_view_shows_a_limit_on_the_day_it_ends(as_role: AsRole) -> None:
    received(as_role)
    auditor = as_role("auditor")
    (entry,) = on_day(auditor, "/tenggat/")["Sabtu, 21 Sep 2024"]
    assert entry.startswith("01/LP/PG/Prov/07.00/IX/2024 Kajian awal 24.00 WIB · sisa 2 hari")
    assert list(on_day(auditor, "/tenggat/?lihat=bulan&pada=2024-09-01")) == [
        "Sabtu, 21 September 2024"]  # fmt: skip
    assert on_day(auditor, "/tenggat/?lihat=hari&pada=2024-09-21")
    assert on_day(auditor, "/tenggat/?lihat=hari&pada=2024-09-22") == {}
    assert on_day(auditor, "/tenggat/?lihat=bulan&pada=2024-10-01") == {}


def test_a_month_names_the_days_that_are_free(as_role: AsRole) -> None:
    shown = words(as_role("chair").get("/tenggat/?lihat=bulan&pada=2024-12-25"))
    assert "Natal" in shown
    assert "Desember 2024" in shown


def test_the_address_filters_by_limit_and_by_state(app: App, as_role: AsRole) -> None:
    to_clarification(app, as_role)
    officer = as_role("case_officer")
    week = "/tenggat/?pada=2024-09-19"
    assert [len(one) for one in on_day(officer, week).values()] == [1]
    done = on_day(officer, f"{week}&keadaan=selesai")
    assert any("Kajian awal" in one for entries in done.values() for one in entries)
    assert on_day(officer, f"{week}&batas=kajian_awal") == {}
    assert on_day(officer, f"{week}&batas=penanganan")
    everything = on_day(officer, f"{week}&keadaan=semua")
    assert sum(map(len, everything.values())) >= 2


def test_a_limit_that_ran_out_says_so_in_words(app: App, as_role: AsRole) -> None:
    received(as_role)
    with app.database.write() as session:
        session.scalars(
            select(Deadline).where(Deadline.rule == "kajian_awal")
        ).one().state = DeadlineState.EXPIRED
    shown = on_day(as_role("chair"), "/tenggat/?keadaan=lewat")
    assert "Kajian awal" in shown["Sabtu, 21 Sep 2024"][0]


def test_offices_see_their_own_and_a_supervisor_those_below(
    flask: Flask, app: App, as_role: AsRole
) -> None:
    received(as_role)
    stranger = Visitor(flask, "auditor-kepahiang")
    assert on_day(stranger, "/tenggat/") == {}
    assert "Semua kantor" not in words(stranger.get("/tenggat/"))
    with app.database.write() as session:
        above = session.scalars(select(Office).where(Office.code == "07.00")).one()
        below = session.scalars(select(Office).where(Office.code == "07.05")).one()
        below.parent_id = above.id
    supervisor = as_role("supervisor")
    assert "Semua kantor" in words(supervisor.get("/tenggat/"))
    assert on_day(supervisor, "/tenggat/?kantor=07.00")
    assert on_day(supervisor, "/tenggat/?kantor=07.05") == {}
    assert as_role("administrator").get("/tenggat/").status_code == 403


@pytest.mark.parametrize(
    "query",
    [
        "pada=besok",
        "pada=9999-12-31",
        "pada=0001-01-01",
        "lihat=tahun",
        "keadaan=' or 1",
        "batas=%00",
    ],
)
@pytest.mark.parametrize("view", ["hari", "minggu", "bulan"])
def test_a_strange_address_is_answered_all_the_same(as_role: AsRole, query: str, view: str) -> None:
    assert as_role("chair").get(f"/tenggat/?lihat={view}&{query}").status_code == 200
