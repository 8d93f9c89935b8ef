"""The pages about being told: accessible in both languages, and they need no JavaScript."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from casework.bootstrap import App
from casework.models import Preference, Question
from casework.services.upkeep import effects
from casework.simulation.scene import BlankRenderer, Mailbox
from tests import desk
from tests.browser.conftest import Windows
from tests.browser.window import Window
from tests.conftest import SettableClock

PAGE = "/pengaturan/pemberitahuan"


@pytest.fixture
def asked(app: App, server: str) -> str:
    """Address of a question about a limit that ran out."""
    desk.receive(app)
    SettableClock(Path(app.settings.clock.removeprefix("@"))).set("2024-09-22T09:00:00+07:00")
    effects.drain(replace(app, renderer=BlankRenderer(), mailer=Mailbox()))
    with app.database.read() as session:
        (row,) = session.query(Question).all()
    return f"/perkara/{row.case_id}/pertanyaan/{row.id}"


@pytest.mark.thorough  # the gate opens every page in test_every_page
@pytest.mark.parametrize(("language", "scheme"), [("id", "light"), ("en", "dark")])
def test_axe_finds_nothing(window: Windows, asked: str, language: str, scheme: str) -> None:
    one = window("koordinator", color_scheme=scheme)
    if language == "en":
        one.speak_english()
    for path in ("/", PAGE, asked):
        one.open(path)
        assert one.page.locator("html").get_attribute("lang") == language
        assert one.barriers() == [], path


def test_choosing_and_answering_need_no_javascript(
    chromium: Browser, server: str, app: App, asked: str
) -> None:
    one = Window(chromium, server, "koordinator.bengkulu", java_script_enabled=False)
    one.open(PAGE)
    one.page.get_by_label("Jam tenang mulai").fill("22:00")
    one.page.get_by_label("Jam tenang berakhir").fill("06:00")
    one.press("Simpan pilihan")
    one.open(asked)
    one.page.get_by_label("Apa yang sudah dilakukan").fill("Kajian awal diselesaikan hari itu.")
    one.press("Catat jawaban")
    with app.database.read() as session:
        (row,) = session.query(Preference).all()
        (question,) = session.query(Question).all()
    assert row.quiet_from is not None
    assert question.answered_at is not None
