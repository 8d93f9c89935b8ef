"""The main pages: accessible, usable at 320 px, without JavaScript, by keyboard alone."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Browser

from casework.bootstrap import App
from casework.models import Office, Officer
from casework.services.acts import acts
from casework.services.acts.parties import Respondent
from casework.services.acts.registration.opening import Opening
from casework.services.cases.record.identity import Person
from casework.services.people import officers
from tests.browser.conftest import Windows
from tests.browser.window import Window
from webui.cases.file_page import PARTS

PAGES = ("/", "/komponen", "/perkara/", "/perkara/1", "/laporan/mulai",
         "/temuan/baru", "/informasi-awal/baru", "/perkara/1/syarat",
         "/pengaturan/pemberitahuan",
         "/perkara/1/bukti/baru", "/perkara/1/minta-kelengkapan", "/tidak-ada",
         *(f"/perkara/1/berkas/{part}" for part in PARTS),
         "/perkara/1/koreksi-terlapor", "/perkara/1/tindakan/limpahkan",
         "/perkara/1/tindakan/hentikan_penanganan")  # fmt: skip
HOLDERS = {
    "/laporan/mulai": "penerima",
    "/temuan/baru": "penangan",
    "/informasi-awal/baru": "penerima",
    "/perkara/1/koreksi-terlapor": "koordinator",
    "/perkara/1/tindakan/limpahkan": "koordinator",
    "/perkara/1/tindakan/hentikan_penanganan": "koordinator",
}


@pytest.fixture
def one_case(app: App, server: str) -> None:
    """One report, received."""
    with app.database.read() as session:
        officer = session.query(Officer).filter_by(login="penerima.bengkulu").one()
        office = session.query(Office).filter_by(code="07.00").one()
        actor = officers.actor(session, officer, office, date(2024, 9, 19))
    with app.unit_of_work(actor) as work:
        acts.open_case(
            work,
            "terima_laporan",
            Opening(
                key="satu",
                election="gubernur-bengkulu-2024",
                reporter=Person(name="Budi", address="Jalan 1"),
                reporter_kind="pemilih",
                respondents=(Respondent("Kepala Desa Satu", "kepala_desa", region="seluma"),),
                event_what="Hadir dan menyatakan dukungan",
                event_place="Kota Bengkulu",
                event_date=date(2024, 9, 15),
                known_date=date(2024, 9, 16),
                account="Pukul 10.00",
            ),
        )


@pytest.mark.thorough  # the gate opens every page in test_every_page
@pytest.mark.parametrize(("language", "scheme"), [("id", "light"), ("en", "dark")])
def test_axe_finds_nothing(window: Windows, one_case: None, language: str, scheme: str) -> None:
    for path in PAGES:
        holder = HOLDERS.get(path, "penangan")
        new = holder not in window.open
        one = window(holder, color_scheme=scheme)
        if new and language == "en":
            one.speak_english()
        one.open(path)
        assert one.page.locator("html").get_attribute("lang") == language
        assert one.barriers() == [], path


def test_a_refused_form_is_accessible_and_leads_to_its_fields(
    window: Windows, one_case: None
) -> None:
    desk = window("penerima")
    desk.open("/laporan/mulai")
    desk.press("Mulai laporan baru")
    desk.press("Simpan dan lanjut")
    assert desk.page.locator(".summary").evaluate("one => one === document.activeElement")
    desk.page.locator(".summary a").first.click()
    assert desk.page.evaluate("document.activeElement.id") == "jenis_pelapor-0" or (
        desk.page.evaluate("location.hash") != ""
    )
    assert desk.barriers() == []


@pytest.mark.thorough  # the gate opens every page in test_every_page
def test_no_page_is_wider_than_a_small_phone(window: Windows, one_case: None) -> None:
    for path in PAGES:
        one = window(HOLDERS.get(path, "penangan"), viewport={"width": 320, "height": 640})
        one.open(path)
        wide = one.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert wide <= 0, path


def test_an_act_of_the_shared_page_needs_no_javascript(
    chromium: Browser, server: str, one_case: None
) -> None:
    desk = Window(chromium, server, "koordinator.bengkulu", java_script_enabled=False)
    desk.open("/perkara/1/tindakan/limpahkan")
    office = desk.page.locator("main [name='kantor'] option").nth(1).get_attribute("value")
    typed = {"dilimpahkan": "2024-09-19T09:00", "alasan": "Wewenang kantor kabupaten."}
    desk.fill({**typed, "kantor": office})
    assert "Yang terjadi bila dicatat" in desk.words()
    desk.press("Limpahkan ke kantor lain")
    assert "Limpahkan ke kantor lain: tercatat." in desk.words()
    desk.context.close()


def test_the_first_screen_of_a_case_says_where_it_stands_and_what_is_next(
    window: Windows, one_case: None
) -> None:
    officer = window("penangan")
    officer.open("/perkara/1")
    seen = officer.page.viewport_size
    assert seen
    for place in (".casehead .nr", ".stages .now", ".casehead-left", ".actbar a.button"):
        box = officer.page.locator(place).first.bounding_box()
        assert box, place
        assert box["y"] + box["height"] <= seen["height"], place
    assert officer.page.evaluate("document.documentElement.scrollHeight") < 3 * seen["height"]


def test_the_keyboard_reaches_the_act_of_a_case(window: Windows, one_case: None) -> None:
    officer = window("penangan")
    officer.open("/perkara/1")
    officer.page.keyboard.press("Tab")
    assert officer.page.evaluate("document.activeElement.className") == "skip"
    officer.page.keyboard.press("Enter")
    for _press in range(60):
        officer.page.keyboard.press("Tab")
        if "Nilai syarat" in officer.page.evaluate("document.activeElement.textContent"):
            break
    officer.page.keyboard.press("Enter")
    officer.page.wait_for_url("**/perkara/1/syarat")


def test_a_file_over_the_limit_is_named_before_it_travels(
    window: Windows, one_case: None, tmp_path: object
) -> None:
    desk = window("penerima")
    desk.open("/perkara/1/bukti/baru")
    desk.page.locator("#bukti").evaluate("one => { one.dataset.limit = '3' }")
    desk.page.locator("#bukti").set_input_files(
        {"name": "besar.bin", "mimeType": "application/octet-stream", "buffer": b"12345"}
    )
    message = desk.page.locator("#bukti").evaluate("one => one.validationMessage")
    assert "50 MB" in message
