"""A window of one officer: opens pages, types into forms, presses their button."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Error, Page, Response
from playwright.sync_api import TimeoutError as Slow

from casework.services.people.training import PASSWORD
from tests.conftest import SettableClock

HANGS = 150_000
"""Milliseconds after which a page that does not come is taken for dead: a hang guard."""
WHY_NOT = """() => [...document.querySelectorAll('main form')].map(form => [
  form.getAttribute('action') || '', form.dataset.sent ? 'sent' : 'not sent',
  ...[...form.elements].filter(one => one.willValidate && !one.validity.valid)
    .map(one => one.name + ': ' + one.validationMessage)].join(' '))"""
"""What keeps the forms of a page from being sent."""


class Window:
    """One browser context with one signed-in officer; remembers what went wrong in the page."""

    def __init__(self, browser: Browser, server: str, login: str, **options: Any) -> None:
        self.server = server
        self.scripts = options.get("java_script_enabled", True)
        self.context = browser.new_context(
            **{"viewport": {"width": 1280, "height": 900}, **options}
        )
        self.context.set_default_navigation_timeout(HANGS)
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda fault: self.complaints.append(str(fault)))
        self.page.on("console", self._hear)
        self.page.on("request", self._watch)
        self.open("/masuk")
        self.fill({"login": login, "password": PASSWORD})
        self.press("Masuk")
        assert self.page.url == f"{server}/", self.words()[:500]

    def _hear(self, message: Any) -> None:
        # A refused page (403, 409, 422) is told by the browser as an error; a blocked script too.
        if message.type == "error" and "status of 4" not in message.text:
            self.complaints.append(message.text)

    def _watch(self, request: Any) -> None:
        if not request.url.startswith(self.server):
            self.complaints.append(f"asked another host: {request.url}")

    def open(self, path: str) -> int:
        """Go to a page; gives its status."""
        if not self.scripts:
            # A page that waits for a letter asks for itself again after some seconds; that must
            # not happen in the middle of going elsewhere, or the answer heard is not ours.
            self._go("about:blank")
        # A case file renews itself when others worked on it; then no answer is heard: ask again.
        answer = self._go(self.server + path) or self._go(self.server + path)
        assert answer is not None, f"no answer heard for {path}"
        return answer.status

    def _go(self, address: str) -> Response | None:
        """Go there, once more when the page before asked for itself in that very moment."""
        try:
            return self.page.goto(address)
        except Error as fault:
            if not any(said in str(fault) for said in ("ERR_ABORTED", "interrupted by another")):
                raise
            self.page.wait_for_load_state()
            return self.page.goto(address)

    def speak_english(self) -> None:
        """Have the pages in English from the next one on."""
        self.page.locator("header details.account > summary").click()
        with self.page.expect_navigation():
            self.page.locator("header form[action^='/bahasa/'] button").click()

    def barriers(self) -> list[str]:
        """What axe finds on the page as it is; axe is a script, so nothing without scripts."""
        if not self.scripts:
            return []
        return [
            f"{one['id']}: {one['nodes'][0]['html'][:200]}"
            for one in Axe().run(self.page).response["violations"]
        ]

    def words(self) -> str:
        """The text of the main part of the page."""
        return " ".join(self.page.locator("main").inner_text().split())

    def fill(self, typed: Mapping[str, object]) -> None:
        """Type into the fields of the page by their name; True ticks, a path attaches."""
        for name, value in typed.items():
            field = self.page.locator(f"main [name='{name}']")
            kind = field.first.get_attribute("type")
            if isinstance(value, Path):
                field.set_input_files(value)
            elif kind == "radio" or isinstance(value, list):
                for one in value if isinstance(value, list) else [value]:
                    self.page.locator(f"main [name='{name}'][value='{one}']").check()
            elif isinstance(value, bool):
                field.set_checked(value)
            elif field.first.evaluate("one => one.tagName") == "SELECT":
                field.select_option(str(value))
            else:
                field.fill(str(value))

    def judge(self, answers: Mapping[str, object]) -> None:
        """Answer the requirements of a report; why, only where the page asks for it."""
        self.fill({name: said for name, said in answers.items() if name.startswith("syarat-")})
        whys = {name: said for name, said in answers.items() if name.startswith("alasan-")}
        asked = {name for name in whys if self.page.locator(f"main [name='{name}']").is_visible()}
        self.fill({name: whys[name] for name in asked})

    def press(self, text: str) -> None:
        """Press a button of the main part and wait for the page that follows."""
        button = self.page.locator("main").get_by_role("button", name=text, exact=True)
        try:
            with self.page.expect_navigation():
                button.last.click()
        except Slow as fault:
            raise AssertionError(f"[{text}] led nowhere: {self.page.evaluate(WHY_NOT)}") from fault

    def hand_in(self, typed: Mapping[str, object]) -> None:
        """Take a report down step by step; each field where its step asks for it."""
        self.open("/laporan/mulai")
        self.press("Mulai laporan baru")
        while self.page.get_by_role("button", name="Simpan dan lanjut").count():
            for what in ("terlapor", "saksi"):
                # The first respondent has a row from the beginning.
                rows = {name.split("-")[1] for name in typed if name.startswith(f"{what}-")}
                for _row in range(len(rows) - (what == "terlapor")):
                    if self.page.get_by_role("button", name=f"Tambah {what}").count():
                        self.unfold(f"Tambah {what}")
            if self.page.locator("main select[name=pemilihan]").count():
                self.page.locator("main select[name=pemilihan]").select_option(index=1)
            here = (name for name in typed if self.page.locator(f"main [name='{name}']").count())
            self.fill({name: typed[name] for name in here})
            self.press("Simpan dan lanjut")
        self.press("Terima laporan dan beri nomor")

    def convene(self, look: str, record: str, clock: SettableClock) -> None:
        """Everybody is at the pleno of this page and agrees; look at it, then record it.

        It is opened now and lasts ten minutes, so the clock moves on.
        """
        opened = datetime.fromisoformat(clock.file.read_text())
        clock.shift(timedelta(minutes=10))
        for group in self.page.locator("main [data-here][value='ya']").all():
            group.check()
        for group in self.page.locator("main [data-view][value='setuju']").all():
            group.check()
        for name, at in (("waktu", opened), ("selesai", opened + timedelta(minutes=10))):
            self.page.locator(f"main [name='{name}']").fill(f"{at:%Y-%m-%dT%H:%M}")
        self.page.locator("main [name='notulis']").select_option(index=1)
        self.press(look)
        self.press(record)

    def unfold(self, text: str) -> None:
        """Press a button that adds to the form: in place, or, without scripts, by a new page."""
        if self.scripts:
            self.page.get_by_role("button", name=text).click()
        else:
            self.press(text)

    def do(self, path: str, button: str, typed: Mapping[str, object] | None = None) -> str:
        """One act through its page; gives the message that says it was done."""
        status = self.open(path)
        assert status == 200, (path, status, self.words()[:600])
        self.complaints += [f"{path}: {fault}" for fault in self.barriers()]
        self.fill(typed or {})
        self.press(button)
        message = self.page.locator(".note.done")
        assert message.count() == 1, (path, self.words()[:1500])
        return message.inner_text()
