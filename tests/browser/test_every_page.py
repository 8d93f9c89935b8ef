"""Every page that a role can reach by its links: axe finds nothing, and a phone shows it whole.

On a desktop whatever it does is done without scrolling.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import ViewportSize

from tests.browser.conftest import Windows
from tests.sample import sampled

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
