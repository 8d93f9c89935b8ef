"""The pages about the law in a browser: no barrier, a phone's width, paper, and no JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.window import Window

EDITION = "/aturan/pemilihan-2024"
ENTRY = f"{EDITION}/batas/penanganan"
PAGES = (
    "/aturan/",
    f"{EDITION}/",
    f"{EDITION}/syarat/",
    ENTRY,
    f"{ENTRY}/sahkan",
    f"{ENTRY}/betulkan",
    f"{ENTRY}/catat",
    "/aturan/perbedaan?dari=pemilihan-2024&ke=pemilihan-2025",
    "/aturan/belum-dikonfirmasi",
    "/aturan/ulang?ke=pemilihan-2024",
)


@pytest.mark.thorough  # the gate opens every page in test_every_page
def test_every_page_is_without_barrier_and_fits_a_phone_in_both_languages(
    chromium: Browser, server: str
) -> None:
    for language, scheme in (("id", "light"), ("en", "dark")):
        one = Window(
            chromium,
            server,
            "penelaah.bengkulu",
            viewport={"width": 320, "height": 700},
            color_scheme=scheme,
        )
        if language == "en":
            one.speak_english()
        for path in PAGES:
            assert one.open(path) == 200, path
            assert one.page.locator("html").get_attribute("lang") == language
            assert one.barriers() == [], path
            assert one.page.evaluate("document.documentElement.scrollWidth") <= 320, path
        assert one.complaints == []
        one.context.close()


def test_the_lifecycle_is_drawn_readably_on_a_phone_and_on_paper(
    chromium: Browser, server: str
) -> None:
    one = Window(chromium, server, "penelaah.bengkulu", viewport={"width": 320, "height": 700})
    one.open(f"{EDITION}/")
    drawing = one.page.locator("svg.drawing")
    assert drawing.get_attribute("role") == "img"
    box = drawing.bounding_box()
    assert box is not None
    assert box["width"] <= 320
    # Its letters stay as large as the small print of the page.
    scale = box["width"] / float(drawing.get_attribute("width") or 1)
    assert scale * 13.5 >= 10
    one.page.emulate_media(media="print")
    assert drawing.is_visible()
    assert one.page.locator(".outline > li").count() >= 18
    one.context.close()


def test_a_lawyer_confirms_without_javascript(chromium: Browser, server: str) -> None:
    one = Window(chromium, server, "penelaah.bengkulu", java_script_enabled=False)
    one.open(f"{EDITION}/batas/kajian_awal/sahkan")
    one.fill(
        {
            "bunyi": "paling lama 2 (dua) hari",
            "tanda": "confirmed",
            "sumber": "JDIH",
            "alasan": "Naskah dibaca.",
        }
    )
    one.press("Lihat akibatnya")
    assert "Revisi baru: pemilihan-2024@1.1" in one.words()
    one.press("Buat revisi")
    assert "Revisi 1.1 · Disahkan" in one.words()
    one.context.close()
