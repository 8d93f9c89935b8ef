"""Every page that a role can reach by its links: axe finds nothing, and a phone shows it whole.

On a desktop whatever it does is done without scrolling.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import ViewportSize
from werkzeug.routing import MapAdapter

from casework.bootstrap import App
from casework.services.people.training import PASSWORD
from tests.browser.conftest import Windows
from tests.fuzz.walking import walk
from tests.fuzz.world import open_cases
from tests.sample import sampled
from tests.web.visitor import Visitor
from webui.app import create_app

ACCOUNTS = {
    "intake_officer": "penerima",
    "case_officer": "penangan",
    "coordinator": "koordinator",
    "chair": "ketua",
    "commissioner": "anggota",
    "secretariat": "sekretariat",
    "head_of_secretariat": "kepala",
    "legal_reviewer": "penelaah",
    "administrator": "admin",
}
PHONE = ViewportSize(width=320, height=800)
DESKTOP = ViewportSize(width=1280, height=800)
BELOW = """() => {
  const all = document.querySelectorAll('main form[method=post] .button, .form-foot .button')
  const main = [...all].filter(
    one => !one.matches('.second, .slim, .soft, .text-button') && one.checkVisibility())
  const seen = main.filter(one => one.getBoundingClientRect().bottom <= innerHeight)
  return main.length && !seen.length ? main[0].textContent.trim() : ''
}"""
"""The main button of a page that does something, where one has to scroll for it."""


@pytest.fixture
def pages(app: App, server: str) -> list[tuple[str, str]]:
    """An account and a path for each kind of page, in an office with five cases at work."""
    flask = create_app(app)
    known: dict[str, Visitor] = {}

    def as_role(role: str) -> Visitor:
        if role not in known:
            known[role] = Visitor(flask)
            known[role].sign_in(f"{ACCOUNTS[role]}.bengkulu", PASSWORD)
        return known[role]

    open_cases(app, as_role)
    found: dict[tuple[str, ...], tuple[str, str]] = {}
    adapter = flask.url_map.bind("localhost")
    files: set[str] = set()
    for role in ACCOUNTS:
        for path in walk(as_role(role), role, files)[1]:
            if key := _kind(adapter, path):
                found.setdefault(key, (ACCOUNTS[role], path))
    return sorted(found.values())


def _kind(adapter: MapAdapter, path: str) -> tuple[str, ...]:
    """What kind of page an address is; empty for files and for figures."""
    endpoint, values = adapter.match(path.partition("?")[0])
    if endpoint.startswith("files.") and endpoint != "files.add_proof":
        return ()
    named = [str(values[name]) for name in ("part", "kind", "act_id", "role") if name in values]
    return (endpoint, *named)


@pytest.mark.timeout(1500)  # the hang guard of some hundred pages in two languages
def test_axe_finds_nothing_on_any_page_in_either_language(
    window: Windows, pages: list[tuple[str, str]]
) -> None:
    """In Indonesian by day, in English at night: no rule of axe is about both at once.

    The gate opens every other page by day and the rest at night.
    """
    assert len(pages) > 40, pages
    by_day, at_night = (pages[::2], pages[1::2]) if sampled() else (pages, pages)
    wrong = _wrong(window, by_day, "id")
    for login in {login for login, _ in at_night}:
        window(login)
    for one in window.open.values():
        # On a phone the menu is folded away, and with it the other language.
        one.page.set_viewport_size(DESKTOP)
        one.open("/")
        one.speak_english()
        one.page.emulate_media(color_scheme="dark")
    wrong += _wrong(window, at_night, "en")
    assert wrong == [], "\n".join(wrong)


def _wrong(window: Windows, pages: list[tuple[str, str]], language: str) -> list[str]:
    found = []
    for login, path in pages:
        one = window(login)
        one.page.set_viewport_size(DESKTOP)
        if (status := one.open(path)) != 200:
            found.append(f"{login} {path}: {status}")
            continue
        lang = one.page.locator("html").get_attribute("lang")
        faults = [] if lang == language else [f"speaks {lang}"]
        faults += one.barriers()
        if hidden := one.page.evaluate(BELOW):
            faults.append(f"{hidden} is below the first screen")
        one.page.set_viewport_size(PHONE)
        width = one.page.evaluate("document.documentElement.scrollWidth")
        faults += [f"{width} px wide on a phone"] if width > PHONE["width"] else []
        found += [f"{login} {path} ({language}): {fault}" for fault in (*faults, *one.complaints)]
        one.complaints.clear()
    return found
