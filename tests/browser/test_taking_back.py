"""What takes something back: a draft thrown away, an appointment called off, each on its page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest
from playwright.sync_api import Page
from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Document
from casework.services.acts.clarification import sessions
from tests.browser.conftest import Windows
from tests.browser.window import Window
from tests.bureau import ORALLY, Bureau
from tests.conftest import SettableClock

SESSIONS = "/perkara/1/klarifikasi/"
CALL_OFF = f"{SESSIONS}2/batal"
WHY = "Harinya salah ketik."


@dataclass(frozen=True)
class Task:
    """Whose page it is, where, what its button says, and where its way back leads."""

    login: str
    path: str
    button: str
    back: str
    done: str


@pytest.fixture
def tasks(app: App, clock: SettableClock, server: str) -> dict[str, Task]:
    """Two invitations in draft: the first person stayed away, the second has a wrong day."""
    bureau = Bureau(app, clock)
    bureau.receive()
    bureau.register()
    parties = [one.id for one in bureau.parties("reporter", "respondent")]
    at = bureau.app.now() + timedelta(hours=1)
    bureau.act("case_officer", sessions.invite, parties, at, "Kantor")
    bureau.later(hours=2)
    with bureau.app.unit_of_work(bureau.actor("case_officer")) as work:
        sessions.absent(work, 1, bureau.case(work).version, "Tanpa kabar", ORALLY)
    bureau.settle()
    with app.database.read() as session:
        papers = session.scalars(select(Document).where(Document.kind == "undangan_klarifikasi"))
        (draft,) = [one.id for one in papers if one.context["session_id"] == 1]
    letter = f"/dokumen/{draft}"
    return {
        "konsep": Task("ketua", f"{letter}/buang", "Buang konsep", letter, "Konsep dibuang"),
        "jadwal": Task("penangan", CALL_OFF, "Batalkan jadwal", SESSIONS, "dibatalkan"),
    }


def fits(window: Window) -> None:
    """No barrier and nothing beside the page, on a wide screen and on a small phone."""
    for width in (1280, 320):
        window.page.set_viewport_size({"width": width, "height": 700})
        wide = window.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert wide <= 0, (window.page.url, width)
        assert window.barriers() == []


def tab_to(page: Page, text: str) -> None:
    """Go on with the tabulator until the thing with that text or name has the focus."""
    here = """text => { const one = document.activeElement;
              return one.textContent.trim() === text || one.name === text }"""
    for _press in range(80):
        page.keyboard.press("Tab")
        if page.evaluate(here, text):
            return
    raise AssertionError(text)


@pytest.mark.parametrize("what", ["konsep", "jadwal"])
def test_the_page_is_accessible_in_both_languages_and_fits_a_phone(
    window: Windows, tasks: dict[str, Task], what: str
) -> None:
    task = tasks[what]
    one = window(task.login)
    for _language in range(2):
        assert one.open(task.path) == 200
        fits(one)
        # Refused, the page is the same with the reason asked for beside its field.
        one.page.locator("main form .button.grave").click()
        one.page.locator(".summary").wait_for()
        fits(one)
        one.page.set_viewport_size({"width": 1280, "height": 900})
        one.speak_english()
    assert one.complaints == []


@pytest.mark.parametrize("what", ["konsep", "jadwal"])
def test_it_is_done_by_keyboard_alone_or_left_undone(
    window: Windows, tasks: dict[str, Task], what: str
) -> None:
    task = tasks[what]
    one = window(task.login)
    page, keys = one.page, one.page.keyboard
    one.open(task.path)
    tab_to(page, task.button)
    tab_to(page, "Kembali")
    with page.expect_navigation():
        keys.press("Enter")
    assert page.url == one.server + task.back
    one.open(task.path)
    tab_to(page, "alasan")
    keys.type(WHY)
    tab_to(page, task.button)
    with page.expect_navigation():
        keys.press("Enter")
    assert task.done in page.locator(".note.done").inner_text()
    assert WHY in one.words()
    assert one.complaints == []


@pytest.mark.parametrize("what", ["konsep", "jadwal"])
def test_it_needs_no_javascript(window: Windows, tasks: dict[str, Task], what: str) -> None:
    task = tasks[what]
    one = window(task.login, java_script_enabled=False)
    one.open(task.path)
    one.press(task.button)
    assert "Belum diisi" in one.words()
    assert task.done in one.do(task.path, task.button, {"alasan": WHY})
