"""How I want to be told, and what the system asks me after a limit ran out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from flask import Flask
from lxml import html

from casework.adapters.channels import Messenger
from casework.bootstrap import App
from casework.models import Preference, Question
from casework.services.upkeep import effects
from casework.simulation.scene import BlankRenderer, Mailbox
from tests.conftest import SettableClock
from tests.web.steps import received
from tests.web.visitor import Visitor, errors, words
from webui.app import create_app

AsRole = Callable[[str], Visitor]
PAGE = "/pengaturan/pemberitahuan"
NIGHT: Mapping[str, object] = {"kanal": ["email"], "tenang_dari": "22:00", "tenang_sampai": "06:00"}


def chosen(app: App) -> list[Preference]:
    with app.database.read() as session:
        return session.query(Preference).all()


def expire(app: App) -> None:
    """Let the initial review of the received case run out."""
    SettableClock(Path(app.settings.clock.removeprefix("@"))).set("2024-09-22T09:00:00+07:00")
    effects.drain(replace(app, renderer=BlankRenderer(), mailer=Mailbox()))


def test_the_messages_lead_to_the_page_and_it_shows_the_choice(app: App, as_role: AsRole) -> None:
    officer = as_role("case_officer")
    assert f'href="{PAGE}"' in officer.get("/pemberitahuan").text
    fresh = officer.get(PAGE)
    # Only channels that are set up are offered, mail is chosen until something else is.
    assert html.fromstring(fresh.text).xpath("//input[@name='kanal']/@value") == ["email"]
    assert officer.fields(fresh)["kanal"] == "email"
    assert officer.submit(PAGE, dict(NIGHT)).status_code == 303
    again = officer.get(PAGE)
    assert "disimpan" in words(again)
    kept = officer.fields(again)
    assert (kept["tenang_dari"], kept["tenang_sampai"]) == ("22:00", "06:00")
    assert as_role("chair").fields(as_role("chair").get(PAGE))["tenang_dari"] == ""
    assert officer.submit(PAGE, {"kanal": None}).status_code == 303
    assert [row.channels for row in chosen(app)] == [[]]


def test_what_cannot_be_is_refused_beside_its_field(app: App, as_role: AsRole) -> None:
    officer = as_role("case_officer")
    for typed, field in (
        ({"tenang_dari": "22:00", "tenang_sampai": ""}, "tenang_sampai"),
        ({"tenang_dari": "larut", "tenang_sampai": "06:00"}, "tenang_dari"),
        ({"tenang_dari": "06:00", "tenang_sampai": "06:00"}, "tenang_sampai"),
    ):
        refused = officer.submit(PAGE, typed)
        assert refused.status_code == 422
        assert field in errors(refused), typed
    # A channel that is not offered, whatever the browser sends.
    sent = {"csrf_token": officer.token(), "kanal": "telegram", "telegram": "123456"}
    assert officer.client.post(PAGE, data=sent).status_code == 422
    assert chosen(app) == []


def test_a_channel_that_is_set_up_is_offered_with_its_address(app: App, flask: Flask) -> None:
    telegram = Messenger({"telegram": lambda to, mark: ""})
    officer = Visitor(create_app(replace(app, messenger=telegram)), "case_officer")
    refused = officer.submit(PAGE, {"kanal": ["email", "telegram"]})
    assert "telegram" in errors(refused)
    typed = {"kanal": ["email", "telegram"], "telegram": "123456789"}
    assert officer.submit(PAGE, typed, page=refused).status_code == 303
    assert [row.channels for row in chosen(app)] == [["email", "telegram"]]
    assert officer.fields(officer.get(PAGE))["telegram"] == "123456789"


def test_a_stranger_is_sent_to_the_sign_in(flask: Flask) -> None:
    assert "/masuk" in Visitor(flask).get(PAGE).headers["Location"]


def test_the_page_speaks_both_languages(flask: Flask) -> None:
    officer = Visitor(flask, "case_officer")
    assert "Jam tenang" in words(officer.get(PAGE))
    officer.client.post("/bahasa/en", data={"csrf_token": officer.token(), "kembali": PAGE})
    assert "Quiet hours" in words(officer.get(PAGE))


def test_an_expired_limit_stays_on_the_desk_until_it_is_answered(app: App, as_role: AsRole) -> None:
    received(as_role)
    expire(app)
    with app.database.read() as session:
        (asked,) = session.query(Question).all()
    path = f"/perkara/{asked.case_id}/pertanyaan/{asked.id}"
    coordinator = as_role("coordinator")
    assert path in coordinator.get("/").text
    assert path not in as_role("secretariat").get("/").text
    page = coordinator.get(path)
    assert "tidak diketahui dari sumber mana pun" in words(page)
    refused = coordinator.submit(path, {"jawaban": "  "}, page=page)
    assert "jawaban" in errors(refused)
    answer = {"jawaban": "Kajian awal diselesaikan hari itu."}
    assert coordinator.submit(path, dict(answer), page=refused).status_code == 303
    assert path not in coordinator.get("/").text
    shown = words(as_role("case_officer").get(path))
    assert "Kajian awal diselesaikan hari itu." in shown
    # The slower one is told, and nothing is written over.
    late = {"csrf_token": coordinator.token(), "jawaban": "Lain."}
    assert coordinator.client.post(path, data=late).status_code == 422
    with app.database.read() as session:
        assert session.get_one(Question, asked.id).answer == answer["jawaban"]


def test_other_roles_and_offices_do_not_answer(app: App, flask: Flask, as_role: AsRole) -> None:
    received(as_role)
    expire(app)
    path = "/perkara/1/pertanyaan/1"
    assert as_role("secretariat").get(path).status_code == 403
    assert Visitor(flask, "coordinator-kepahiang").get(path).status_code == 404
    assert as_role("coordinator").get("/perkara/1/pertanyaan/99").status_code == 404
