"""Every page on paper, at 200 % and for whom motion makes ill; at the foot what the frame covers.

A page is printed without what can only be pressed. A window of 1280 by 800 at 200 % shows 640 by
400 px of CSS, and nothing of a page stands beside it.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import ViewportSize

from tests.browser.conftest import Windows
from tests.browser.window import Window
from tests.sample import sampled

DESKTOP = ViewportSize(width=1280, height=800)
TWICE_AS_LARGE = ViewportSize(width=640, height=400)
PAPER = ViewportSize(width=718, height=1010)
"""A4 less the margins that Chromium prints with, 10 mm, in px of CSS."""
PRESSED = """() => [...document.querySelectorAll(
    'main button, main .button, main input[type=file], main input[type=submit]')]
  .filter(one => one.checkVisibility({visibilityProperty: true}))
  .map(one => one.outerHTML.slice(0, 120))"""
"""What paper cannot answer to, where it is printed all the same."""
CUT = """() => [...document.querySelectorAll('main *')].filter(one => {
    if (!one.checkVisibility({visibilityProperty: true}) || one.closest('.hidden-text, svg')) {
      return false
    }
    const style = getComputedStyle(one)
    if (one.matches('input, select, textarea') || style.clipPath !== 'none') { return false }
    const wide = style.overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1
    const high = style.overflowY !== 'visible' && one.scrollHeight > one.clientHeight + 1
    return (wide || high) && one.innerText
  }).map(one => `${one.tagName}.${one.className} ${one.scrollWidth}x${one.scrollHeight}` +
    ` in ${one.clientWidth}x${one.clientHeight}: ${one.innerText.trim().slice(0, 60)}`)"""
"""Boxes of words that hold more than they show; paper does not scroll."""
WIDTH = "document.documentElement.scrollWidth"
MOVING = """() => document.getAnimations().map(one => one.animationName || one.transitionProperty)
  .concat([...document.querySelectorAll('*')].filter(one => {
    const style = getComputedStyle(one)
    return style.animationName !== 'none' && parseFloat(style.animationDuration) > 0.01
      || parseFloat(style.transitionDuration) > 0.01 || style.scrollBehavior === 'smooth'
  }).map(one => `${one.tagName}.${one.className}`))"""
"""What moves, or would at a touch."""


def on_paper(one: Window) -> list[str]:
    """What is wrong with the page that is open, printed."""
    one.page.emulate_media(media="print", reduced_motion="no-preference")
    one.page.set_viewport_size(PAPER)
    found = [f"prints {told}" for told in one.page.evaluate(PRESSED)]
    found += [f"cut on paper: {told}" for told in one.page.evaluate(CUT)]
    if (width := one.page.evaluate(WIDTH)) > PAPER["width"]:
        found.append(f"{width} px wide on paper")
    one.page.emulate_media(media="screen")
    return found


def twice_as_large(one: Window) -> list[str]:
    """What is wrong with the page that is open, made larger there and loaded so."""
    found = []
    one.page.set_viewport_size(DESKTOP)
    one.page.set_viewport_size(TWICE_AS_LARGE)
    for how in ("made larger", "loaded at 200 %"):
        if (width := one.page.evaluate(WIDTH)) > TWICE_AS_LARGE["width"]:
            found.append(f"{width} px wide, {how}")
        if how == "made larger":
            one.page.reload()
    return found


def at_rest(one: Window) -> list[str]:
    """What moves on the page that is open though its reader asked for no motion."""
    one.page.emulate_media(reduced_motion="reduce")
    found = [f"moves: {told}" for told in one.page.evaluate(MOVING)]
    one.page.emulate_media(reduced_motion="no-preference")
    return found


@pytest.mark.timeout(1500)  # the hang guard of some hundred pages
def test_pages_print_grow_and_rest(window: Windows, pages: list[tuple[str, str]]) -> None:
    """The gate looks at every seventh page."""
    wrong = []
    for login, path in pages[::7] if sampled() else pages:
        one = window(login)
        one.page.set_viewport_size(DESKTOP)
        assert one.open(path) == 200, path
        faults = [*on_paper(one), *at_rest(one), *twice_as_large(one)]
        wrong += [f"{login} {path}: {fault}" for fault in faults]
    assert wrong == [], "\n".join(wrong)
