"""A plain act is added by writing it into the rules: nothing else is needed to do it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import select

from casework.adapters import rulebook
from casework.bootstrap import App
from casework.engine.law import Law
from casework.models import Deadline, Event
from tests.staff import settle
from tests.web.steps import act, received
from tests.web.visitor import Visitor, words
from webui.app import create_app

FILE = "pemilihan-2020/lifecycle.yaml"
PAGE = "/perkara/1/tindakan/catat_kunjungan"
ACT = """
  - id: catat_kunjungan
    title: Catat kunjungan ke lokasi kejadian
    label: Catat kunjungan
    done: Lokasi dikunjungi
    from: [kajian_awal]
    roles: [coordinator]
    records: [diterima_penyidik]
    reasoned: true
    opens: [penyidikan]
    meets: [kajian_awal]
    citation: {law: praktik}
    verification: unverified
"""


@pytest.fixture(scope="module")
def longer() -> Law:
    """The law on disk with one act more at the end of one file."""
    text = rulebook.texts(rulebook.root())[FILE]
    assert text.rstrip().rpartition("\nacts:")[1], "acts are the last part of the file"
    return rulebook.load(instead={FILE: f"{text.rstrip()}{ACT}"})


@pytest.fixture
def flask(app: App, longer: Law) -> Flask:
    """The pages under that law."""
    settle(app)
    return create_app(replace(app, law=longer))


def test_an_act_of_the_rules_alone_is_offered_done_and_recorded(
    app: App, as_role: Callable[[str], Visitor]
) -> None:
    received(as_role)
    coordinator = as_role("coordinator")
    assert f'href="{PAGE}"' in coordinator.get("/").text, "a running limit waits for it"
    assert "Catat kunjungan" in words(coordinator.get("/perkara/1"))
    assert as_role("secretariat").get(PAGE).status_code == 403
    page = coordinator.get(PAGE)
    for said in ("Catat kunjungan", "Praktik", "koordinator divisi"):
        assert said in words(page), said
    assert page.text.count("guidance") > 0
    refused = coordinator.submit(PAGE, {"alasan": ""}, page=page)
    assert refused.status_code == 422
    act(coordinator, PAGE, {"diterima_penyidik": "2024-09-19T09:00", "alasan": "Sudah dilihat."})
    coordinator.get("/")
    assert "Lokasi dikunjungi" in words(coordinator.get("/perkara/1/berkas/jejak"))
    with app.database.read() as session:
        (event,) = session.scalars(select(Event).where(Event.action == "catat_kunjungan"))
        assert event.role == "coordinator"
        states = dict(session.execute(select(Deadline.rule, Deadline.state)).all())
        assert (states["kajian_awal"], states["penyidikan"]) == ("met", "open")
