"""What offices announced is a page and a feed for anybody, without names or cookies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree as ET

from flask import Flask
from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Case
from casework.services.acts.any_stage import plain_acts
from casework.services.acts.registration import withdrawal
from casework.services.core.work import Actor, Work
from casework.services.people import officers
from casework.services.upkeep.effects import drain
from casework.simulation.scene import BlankRenderer
from tests.staff import NAMES
from tests.web.steps import AsRole, received
from tests.web.visitor import Visitor, words

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def act(app: App, role: str, do: Callable[[Work, int, int], object]) -> None:
    """Let an officer of the province do something to the only case."""
    with app.reading(Actor.system(0)) as work:
        case = work.session.scalars(select(Case)).one()
        day = work.now.date()
        one = officers.holders(work.session, case.office_id, (role,), day)[0]
        actor = officers.actor(work.session, one, case.office, day)
    with app.unit_of_work(actor) as work:
        do(work, case.id, case.version)


def test_an_announcement_is_read_by_anybody(app: App, flask: Flask, as_role: AsRole) -> None:
    received(as_role)
    stranger = Visitor(flask)
    assert "Belum ada pengumuman" in words(stranger.get("/pengumuman"))
    act(
        app,
        "intake_officer",
        lambda work, case, version: withdrawal.withdraw(work, case, version, "Berubah."),
    )
    act(
        app,
        "secretariat",
        lambda work, case, version: plain_acts.perform(
            work, case, "umumkan_status", version, {}, ""
        ),
    )
    drain(replace(app, renderer=BlankRenderer()))
    page, feed = stranger.get("/pengumuman"), stranger.get("/pengumuman/atom.xml")
    english = stranger.get("/pengumuman?bahasa=en&nomor=lp")
    number = page.text.split("<h2>")[1].split("</h2>")[0]
    entries = ET.fromstring(feed.data).findall("a:entry", ATOM)
    assert [one.findtext("a:title", "", ATOM) for one in entries] == [
        f"{number}: DICABUT OLEH PELAPOR"
    ]
    assert "DICABUT OLEH PELAPOR" in words(page)
    assert "Passed on" not in words(english)
    assert number in words(english)
    assert "No announcement matches" in words(stranger.get("/pengumuman?bahasa=en&nomor=zz"))
    link = entries[0].find("a:link", ATOM)
    assert link is not None
    assert stranger.get("/" + link.attrib["href"].split("/", 3)[3]).status_code == 200
    for shown in (page, feed, english):
        assert "Set-Cookie" not in shown.headers
        told = [one for one in ("Budi Santoso", "Kepala Desa Satu", *NAMES.values())
                if one in shown.text]  # fmt: skip
        assert told == []
