"""Two windows: what an office below does stands on the province's picture without a reload."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from casework.bootstrap import App
from tests import desk
from tests.browser.window import Window


def test_an_act_below_moves_the_picture_above(app: App, chromium: Browser, server: str) -> None:
    desk.receive(app)
    above = Window(chromium, server, "pengawas.bengkulu")
    below = Window(chromium, server, "koordinator.bengkulu")
    assert above.open("/gambaran/") == 200
    assert below.open("/gambaran/macet/") == 200
    lede = above.page.locator("[data-part='lede'] .count").first
    expect(lede).to_have_text("1")
    assert above.barriers() == []
    assert below.barriers() == []
    above.page.locator("#pada").focus()
    desk.receive(app, "kedua")
    expect(lede).to_have_text("2")
    assert above.page.evaluate("document.activeElement.id") == "pada"
    for one in (above, below):
        assert one.complaints == []
        one.context.close()
