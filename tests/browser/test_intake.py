"""Receiving a report in steps: a newcomer's path, by keyboard, without JavaScript, on a phone."""

from __future__ import annotations

import time
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Response

from casework.bootstrap import App
from casework.services.upkeep.effects import drain
from tests.browser.conftest import Windows
from tests.browser.window import Window
from tests.conftest import SettableClock

MOST_PAGES = 8
NUMBER = "06/LP/PG/Prov/07.00/IX/2024"
REPORTER = {
    "jenis_pelapor": "pemilih",
    "pelapor-name": "Budi Santoso",
    "pelapor-address": "Jalan Merdeka 1",
}
EVENT = {
    "pemilihan": "gubernur-bengkulu-2024",
    "peristiwa": "Beberapa kepala desa hadir dan menyatakan dukungan.",
    "judul": "Kepala desa pada pertemuan",
    "tempat": "Gedung serbaguna, Kota Bengkulu",
    "tanggal_kejadian": "2024-09-15",
    "tanggal_diketahui": "2024-09-16",
    "uraian": "Pukul 10.00.",
}
RESPONDENT = {"terlapor-0-name": "Kepala Desa Satu", "terlapor-0-category": "kepala_desa"}
BAR_SEEN = """new MutationObserver(() => {
    if (document.querySelector('progress')) { sessionStorage.bar = '1' }
}).observe(document.body, { childList: true, subtree: true })"""
ON = "Simpan dan lanjut"
SEND = "Terima laporan dan beri nomor"


def walk(desk: Window, photo: Path, look: object = None) -> None:
    """From the start page or the first step to the receipt; each page is looked at first."""

    def leave(button: str) -> None:
        if callable(look):
            look()
        desk.press(button)

    if urlsplit(desk.page.url).path == "/laporan/mulai":
        leave("Mulai laporan baru")
    desk.fill(REPORTER)
    leave(ON)
    desk.fill(EVENT)
    leave(ON)
    desk.fill(RESPONDENT)
    leave(ON)
    desk.fill({"berkas": photo, "keterangan": "Foto pertemuan"})
    leave(ON)
    assert "Minggu, 15 September 2024" in desk.words()
    leave(SEND)
    assert NUMBER in desk.words()


def a_photo(tmp_path: Path) -> Path:
    photo = tmp_path / "foto.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0 foto pertemuan")
    return photo


def test_a_newcomer_registers_a_report_in_eight_pages(
    app: App, chromium: Browser, server: str, tmp_path: Path
) -> None:
    began = time.monotonic()
    pages: list[str] = []

    def seen(answer: Response) -> None:
        if answer.request.is_navigation_request() and answer.status == 200:
            pages.append(answer.url.removeprefix(server))

    # The sign-in page is opened by the window itself, before anybody can look.
    desk = Window(chromium, server, "penerima.bengkulu")
    pages.append("/masuk")
    desk.page.on("response", seen)
    desk.open("/")
    desk.press("Terima laporan")
    walk(desk, a_photo(tmp_path))
    seconds = time.monotonic() - began
    print(f"newcomer: {len(pages)} pages, {seconds:.1f} s")  # noqa: T201 - told, never judged
    assert len(pages) <= MOST_PAGES, pages
    assert "sedang dibuat" in desk.words()
    drain(app)
    desk.page.get_by_role("link", name="Cetak tanda bukti").wait_for()
    assert desk.complaints == []
    desk.context.close()


def test_every_step_is_accessible_in_both_languages_and_fits_a_phone(
    window: Windows, tmp_path: Path
) -> None:
    desk = window("penerima", viewport={"width": 320, "height": 640})
    desk.open("/laporan/mulai")

    def look() -> None:
        wide = desk.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert wide <= 0, desk.page.url
        assert desk.barriers() == [], desk.page.url

    walk(desk, a_photo(tmp_path), look)
    look()
    desk.speak_english()
    desk.open("/laporan/mulai")
    desk.press("Begin a new report")
    base = desk.page.url.rsplit("/", 1)[0].removeprefix(desk.server)
    for step in (
        "pelapor",
        "peristiwa",
        "terlapor",
        "bukti",
        "periksa",
        "buang",
    ):
        desk.open(f"{base}/{step}")
        look()
    assert desk.complaints == []


def test_the_whole_intake_needs_no_javascript(
    chromium: Browser, server: str, tmp_path: Path
) -> None:
    desk = Window(chromium, server, "penerima.bengkulu", java_script_enabled=False)
    desk.open("/laporan/mulai")
    walk(desk, a_photo(tmp_path))
    desk.context.close()


def tab_to(page: Page, text: str) -> None:
    """Go on with the tabulator until the thing with that text or name has the focus."""
    here = """text => { const one = document.activeElement; return one.textContent.trim() === text
              || one.name === text }"""
    for _press in range(80):
        page.keyboard.press("Tab")
        if page.evaluate(here, text):
            return
    raise AssertionError(text)


def test_the_whole_intake_by_keyboard_alone(window: Windows) -> None:
    page = window("penerima").page
    keys = page.keyboard

    def go(text: str) -> None:
        tab_to(page, text)
        with page.expect_navigation():
            keys.press("Enter")

    page.goto(window.server + "/laporan/mulai")
    go("Mulai laporan baru")
    tab_to(page, "jenis_pelapor")
    keys.press("Space")
    for name in ("pelapor-name", "pelapor-address"):
        tab_to(page, name)
        keys.type(str(REPORTER[name]))
    go(ON)
    tab_to(page, "pemilihan")
    keys.type("Pemilihan Gub")
    for name, text in (("peristiwa", "Menyatakan dukungan"), ("tempat", "Bengkulu")):
        tab_to(page, name)
        keys.type(text)
    for name in ("tanggal_kejadian", "tanggal_diketahui"):
        tab_to(page, name)
        keys.type("16-09-2024")
    go(ON)
    tab_to(page, "terlapor-0-name")
    keys.type("Kepala Desa Satu")
    tab_to(page, "terlapor-0-category")
    keys.type("Kepala")
    for _step in ("terlapor", "bukti"):
        go(ON)
    go(SEND)
    assert NUMBER in window("penerima").words()


def test_what_was_typed_outlives_a_lost_network_and_a_closed_window(
    chromium: Browser, server: str, clock: SettableClock
) -> None:
    desk = Window(chromium, server, "penerima.bengkulu")
    desk.open("/laporan/mulai")
    desk.press("Mulai laporan baru")
    path = desk.page.url.removeprefix(server)
    said = desk.page.locator("[data-autosave]")
    desk.page.fill("[name=pelapor-name]", "Budi Santoso")
    said.filter(has_text="Konsep tersimpan").wait_for()
    desk.context.set_offline(True)
    desk.page.fill("[name=pelapor-address]", "Jalan Merdeka 1")
    said.filter(has_text="sambungan terputus").wait_for()
    desk.context.set_offline(False)
    said.filter(has_text="Konsep tersimpan").wait_for()
    desk.context.close()
    again = Window(chromium, server, "penerima.bengkulu")
    again.open("/")
    again.page.get_by_role("link", name="Laporan tanpa judul").click()
    assert again.page.url == server + path
    assert again.page.input_value("[name=pelapor-name]") == "Budi Santoso"
    assert again.page.input_value("[name=pelapor-address]") == "Jalan Merdeka 1"
    again.context.close()


def test_a_file_travels_behind_a_bar_and_a_refusal_is_said(window: Windows, tmp_path: Path) -> None:
    desk = window("penerima")
    desk.open("/laporan/mulai")
    desk.press("Mulai laporan baru")
    desk.open(desk.page.url.removeprefix(desk.server).replace("/pelapor", "/bukti"))
    desk.page.evaluate(BAR_SEEN)
    desk.fill({"berkas": a_photo(tmp_path)})
    desk.press("Unggah")
    assert "SHA-256" in desk.words()
    assert desk.page.evaluate("sessionStorage.bar") == "1"
    desk.fill({"berkas": a_photo(tmp_path)})
    desk.page.get_by_role("button", name="Unggah").click()
    desk.page.get_by_role("alert").filter(has_text="isi yang sama").wait_for()
