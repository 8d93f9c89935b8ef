"""Signing in with a second factor, and an administrator's settings: usable, accessible, plain."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from casework.services.people.training import PASSWORD
from tests.authenticator import Telephone
from tests.browser.conftest import Windows
from tests.browser.window import Window

LOGIN = "koordinator.bengkulu"
SETTINGS = ("", "petugas/", "petugas/baru", "petugas/1", "petugas/1/peran", "petugas/1/keluar",
            "tidak-masuk/", "tidak-masuk/baru", "kantor/", "kantor/2", "kantor/2/lambang", "nomor",
            "kalender", "lembaga", "pengingat")  # fmt: skip


def sign_in(page: Page, server: str) -> None:
    """Name and password; the second step is the caller's."""
    page.goto(f"{server}/masuk")
    page.get_by_label("Nama pengguna").fill(LOGIN)
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Masuk", exact=True).click()


def test_a_second_factor_from_setting_up_to_the_recovery_code(
    chromium: Browser, server: str
) -> None:
    first = Window(chromium, server, LOGIN)
    first.open("/akun/faktor-kedua")
    assert first.barriers() == []
    # All of it is to be seen, with its quiet zone of four modules, or nothing can scan it.
    sheet, modules = (
        first.page.locator(which).evaluate("one => one.getBoundingClientRect().toJSON()")
        for which in ("svg.qr", "svg.qr path[stroke]")
    )
    assert sheet["width"] > 150
    assert sheet["left"] < modules["left"] < modules["right"] < sheet["right"]
    assert sheet["top"] < modules["top"] < modules["bottom"] < sheet["bottom"]
    telephone = Telephone(first.page.content())
    first.fill({"kode": telephone.code()})
    first.press("Aktifkan")
    codes = first.page.locator(".codes code").all_inner_texts()
    assert len(codes) == 10
    assert first.barriers() == []
    assert first.complaints == []
    # Without JavaScript, on a telephone.
    options = {"java_script_enabled": False, "viewport": {"width": 320, "height": 640}}
    page = chromium.new_context(**options).new_page()  # type: ignore[arg-type]  # as Window does
    sign_in(page, server)
    field = page.get_by_label("Enam angka dari aplikasi autentikator")
    field.fill("000000")
    page.get_by_role("button", name="Lanjut").click()
    assert "Kode tidak cocok" in page.locator(".summary").inner_text()
    field.fill(telephone.code())
    page.get_by_role("button", name="Lanjut").click()
    assert page.url == f"{server}/"
    page.goto(f"{server}/akun/sesi")
    assert page.locator("tbody tr").count() == 2
    # The telephone is lost.
    lost = chromium.new_context().new_page()
    sign_in(lost, server)
    lost.get_by_label("Enam angka dari aplikasi autentikator").fill(codes[3])
    lost.get_by_role("button", name="Lanjut").click()
    assert lost.url == f"{server}/"
    # Ending the others from here puts them out.
    lost.goto(f"{server}/akun/sesi")
    lost.get_by_role("button", name="Akhiri semua sesi lain").click()
    page.goto(f"{server}/")
    assert page.url.startswith(f"{server}/masuk")


@pytest.mark.thorough  # the gate opens every page in test_every_page
@pytest.mark.parametrize("language", ["id", "en"])
def test_axe_finds_nothing_and_nothing_is_cut_off(window: Windows, language: str) -> None:
    one = window("admin")
    if language == "en":
        one.page.get_by_role("button", name="English").click()
    one.page.set_viewport_size({"width": 320, "height": 640})
    for path in [*(f"/pengaturan/{part}" for part in SETTINGS), "/akun/", "/akun/sesi"]:
        assert one.open(path) == 200, path
        assert one.barriers() == [], path
        assert one.page.evaluate("document.documentElement.scrollWidth") <= 320, path
    assert one.complaints == []
