"""Time in a real browser: the countdown lives, the month is a list on a phone, no barriers."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from casework.bootstrap import App
from tests.browser.conftest import Windows
from tests.conftest import SettableClock
from tests.desk import receive

MORNING = datetime(2024, 9, 19, 2, 0, 30, tzinfo=UTC)
PAGES = (
    "/tenggat/?lihat=hari&pada=2024-09-21",
    "/tenggat/?lihat=minggu&pada=2024-09-21",
    "/tenggat/?lihat=bulan&pada=2024-09-21",
    "/kalkulator/?rezim=pemilihan&kantor=07.00&waktu=2024-09-19T10:15",
    "/akun/kalender",
    "/perkara/1/berkas/tenggat",
    "/",
)


@pytest.fixture
def one_report(app: App, server: str) -> None:
    """A report received at nine; the training staff is there since the server started."""
    receive(app)


@pytest.mark.usefixtures("one_report")
def test_a_countdown_goes_on_while_the_page_is_open(
    app: App, window: Windows, clock: SettableClock
) -> None:
    # An offset: the clock of the house moves, as it does outside of tests.
    behind = int((datetime.now(UTC) - MORNING).total_seconds())
    clock.file.write_text(f"-{behind}s")
    officer = window("penangan")
    officer.page.clock.install()
    officer.open("/perkara/1")
    left = officer.page.locator(".casehead-left [data-left]")
    assert left.inner_text() == "sisa 2 hari 14 jam"
    officer.page.clock.fast_forward("15:00:00")
    assert left.inner_text() == "sisa 1 hari 23 jam"
    place = officer.page.locator(".casehead-left")
    assert "dekat" in (place.get_attribute("class") or "")
    officer.page.clock.fast_forward("48:00:00")
    assert left.inner_text().startswith("lewat ")
    assert "lewat" in (place.get_attribute("class") or "")
    assert officer.complaints == []


@pytest.mark.usefixtures("one_report")
def test_a_clock_that_stands_keeps_its_countdown(window: Windows) -> None:
    officer = window("penangan")
    officer.page.clock.install()
    officer.open("/perkara/1")
    left = officer.page.locator(".casehead-left [data-left]")
    before = left.inner_text()
    officer.page.clock.fast_forward("15:00:00")
    assert left.inner_text() == before


@pytest.mark.thorough  # the gate opens every page in test_every_page
@pytest.mark.usefixtures("one_report")
@pytest.mark.parametrize(("width", "paths"), [(320, PAGES), (1280, PAGES[2:4])])
def test_no_page_about_time_shuts_anybody_out(
    window: Windows, width: int, paths: tuple[str, ...]
) -> None:
    officer = window("penangan", viewport={"width": width, "height": 800})
    for path in paths:
        assert officer.open(path) == 200, path
        for summary in officer.page.locator("main summary").all():
            summary.click()
        assert officer.barriers() == [], path
        assert officer.page.evaluate("document.documentElement.scrollWidth") <= width, path
    assert officer.complaints == []


@pytest.mark.usefixtures("one_report")
def test_the_month_is_a_list_on_a_phone_and_reached_by_keyboard(window: Windows) -> None:
    officer = window("penangan", viewport={"width": 320, "height": 800})
    officer.open("/tenggat/?lihat=bulan&pada=2024-09-01")
    cells = officer.page.locator(".month td:visible")
    assert [one.split("\n")[0] for one in cells.all_inner_texts()] == ["Sabtu, 21 September 2024"]
    link = officer.page.locator(".ends a").first
    for _press in range(60):
        officer.page.keyboard.press("Tab")
        if link.evaluate("one => one === document.activeElement"):
            break
    officer.page.keyboard.press("Enter")
    officer.page.wait_for_url("**/perkara/1/berkas/tenggat")
    officer.page.emulate_media(media="print")
    assert officer.page.locator(".days").first.is_visible()
