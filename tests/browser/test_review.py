"""The matrix by keyboard, a draft that outlives its session, and a plan for thirty-four people."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import ViewportSize, expect

from casework.bootstrap import App
from casework.services.acts.clarification import sessions
from casework.services.acts.parties import Respondent
from casework.services.acts.registration import kajian_awal
from casework.services.people.training import PASSWORD
from tests.browser.conftest import Windows
from tests.browser.window import Window
from tests.bureau import Bureau
from tests.conftest import SettableClock

PHONE: ViewportSize = {"width": 320, "height": 800}
SAVED = "Konsep tersimpan"


@pytest.fixture
def bureau(app: App, clock: SettableClock, server: str) -> Bureau:
    return Bureau(app, clock)


def fits(one: Window) -> None:
    """Nothing sticks out on a phone, and axe finds nothing there either."""
    one.page.set_viewport_size(PHONE)
    width = one.page.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["width"], (one.page.url, width)
    assert one.barriers() == []
    one.page.set_viewport_size({"width": 1280, "height": 900})


def test_the_kajian_by_keyboard_through_a_lost_session(window: Windows, bureau: Bureau) -> None:
    bureau.receive()
    bureau.register()
    bureau.invite()
    bureau.hear()
    bureau.act("case_officer", sessions.close)
    articles = bureau.app.law.editions["pemilihan-2020"].violations.articles.values()
    article = next(one for one in articles if one.kind == "ancaman_pidana" and one.elements)
    party = bureau.parties()[0].id

    one = window("penangan")
    page = one.page
    one.open("/perkara/1/kajian")
    assert one.barriers() == []
    state = page.locator("[data-autosave]")
    page.locator("[name=fakta]").fill("Sebelum sesi hilang.")
    expect(state).to_contain_text(SAVED)

    one.context.clear_cookies()
    page.locator("[name=fakta]").fill("Sesudah sesi hilang.")
    expect(state).to_contain_text("sesi Anda berakhir")
    other = one.context.new_page()
    other.goto(f"{one.server}/masuk")
    other.fill("[name=login]", "penangan.bengkulu")
    other.fill("[type=password]", PASSWORD)
    other.locator("main button.button").click()
    other.wait_for_url(f"{one.server}/")
    expect(state).to_contain_text(SAVED, timeout=30_000)
    other.goto(f"{one.server}/perkara/1/kajian")
    expect(other.locator("[name=fakta]")).to_have_value("Sesudah sesi hilang.")
    other.close()

    one.fill({"analisis": "A.", "kesimpulan": "K.", f"hasil-{party}": "pidana",
              f"pasal-{party}": article.id})  # fmt: skip
    with page.expect_navigation():
        page.locator(f"[name=matriks][value='{party}']").click()
    assert one.barriers() == []
    page.locator("[name='bukti-0-0']").first.focus()
    page.keyboard.press("m")
    page.keyboard.press("Enter")
    page.keyboard.type("menit kedua")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") == "bukti-1-0"
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.name") == "bukti-0-0"
    assert page.evaluate("document.activeElement.value") == "mendukung"
    results = page.locator("[data-result]")
    expect(results.nth(0)).to_have_text("terbukti")
    expect(results.nth(1)).to_have_text("belum dinilai")
    expect(page.locator("[data-autosave]")).to_contain_text(SAVED)
    fits(one)
    page.reload()
    expect(page.locator("[name='catatan-0-0']")).to_have_value("menit kedua")
    for row in range(1, len(article.elements)):
        page.select_option(f"[name='hasil-{row}']", "tidak_terbukti")
    expect(results.nth(1)).to_have_text("tidak terbukti: belum ada bukti yang mendukung")
    one.press("Simpan matriks")
    assert "1 terbukti" in one.words()
    fits(one)
    one.press("Simpan kajian")
    assert "versi 1" in page.locator(".note.done").inner_text()
    assert [fault for fault in one.complaints if "Failed to fetch" not in fault] == []


def test_positions_in_a_pleno_are_seen_whole_on_a_phone(window: Windows, bureau: Bureau) -> None:
    bureau.receive()
    bureau.assess()
    bureau.act("case_officer", kajian_awal.propose_registration)
    chair = window("ketua")
    chair.page.set_viewport_size(PHONE)
    chair.open("/perkara/1/pleno/registrasi")
    positions = chair.page.locator("main input[data-view]")
    assert positions.count() == 15
    assert chair.page.locator("main input:checked").count() == 0
    for one in positions.all():
        box = one.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= PHONE["width"], box
    assert chair.barriers() == []


def test_a_plan_for_thirty_four_people(window: Windows, bureau: Bureau) -> None:
    bureau.at("2024-10-10T09:00:00")
    people = tuple(Respondent(f"Terlapor {n}", "asn", region="lebong") for n in range(1, 34))
    bureau.receive(respondents=people, event_date=date(2024, 10, 8), known_date=date(2024, 10, 9))
    bureau.assess()
    bureau.at("2024-10-11T09:00:00")
    bureau.register()

    one = window("penangan")
    one.open("/perkara/1/klarifikasi/rencana")
    assert "orang belum mendapat tempat" in one.words()
    assert "Pasal 134" in one.words()
    assert one.barriers() == []
    fits(one)
    one.page.locator("summary", has_text="Direncanakan dengan").click()
    one.fill({"menit": 20, "sisakan": 0, "libur": True})
    with one.page.expect_navigation():
        one.page.get_by_role("button", name="Rencanakan lagi").click()
    assert "belum mendapat tempat" not in one.words()
    # Everybody is ticked, and the box for everybody says so.
    assert one.page.locator("#semua-sesi").is_checked()
    one.press("Siapkan undangan")
    assert "34 undangan" in one.page.locator(".note.done").inner_text()
    assert one.complaints == []
