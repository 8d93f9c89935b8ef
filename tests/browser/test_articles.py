"""Several articles for one respondent: by keyboard, on a phone, and without any script."""

from __future__ import annotations

import json
from datetime import date

import pytest

from casework.bootstrap import App
from casework.engine import matrix
from casework.engine.matrix import Element
from casework.services.acts.clarification import sessions
from casework.services.acts.parties import Respondent
from casework.services.acts.review import review
from casework.services.acts.review.review import Kajian, Proposal
from tests.browser.conftest import Windows
from tests.browser.test_review import fits
from tests.browser.window import Window
from tests.bureau import Bureau
from tests.conftest import SettableClock

PATH, PLENO = "/perkara/1/kajian", "/perkara/1/pleno/putusan"


@pytest.fixture
def bureau(app: App, clock: SettableClock, server: str) -> Bureau:
    office = Bureau(app, clock)
    office.at("2024-09-23T09:00:00")
    return office


def to_kajian(bureau: Bureau, *people: Respondent) -> None:
    """Clarification closed; the kajian can be written."""
    bureau.receive(respondents=people, event_date=date(2024, 9, 20), known_date=date(2024, 9, 22))
    bureau.register()
    bureau.invite()
    bureau.hear()
    bureau.act("case_officer", sessions.close)


def add(one: Window) -> None:
    """Press the button that adds an article."""
    with one.page.expect_navigation():
        one.page.locator("[name=tambah_pasal]").click()


def add_by_keyboard(one: Window, party: int) -> None:
    """Press the button of a respondent with Enter; the new field has the focus."""
    one.page.locator(f"[name=tambah_pasal][value='{party}']").focus()
    with one.page.expect_navigation():
        one.page.keyboard.press("Enter")
    assert one.page.evaluate("document.activeElement.name") == f"hasil-{party}-2"


@pytest.mark.parametrize("script", [True, False])
def test_two_articles_from_the_kajian_to_two_agencies(
    app: App, window: Windows, bureau: Bureau, clock: SettableClock, script: bool
) -> None:
    to_kajian(bureau, Respondent("Pegawai Contoh", "asn", region="kaur"))
    party = bureau.parties()[0].id
    one = window("penangan", java_script_enabled=script)
    one.open(PATH)
    one.fill({"fakta": "F.", "analisis": "A.", "kesimpulan": "K.",
              f"hasil-{party}": "hukum_lainnya", f"pasal-{party}": "hukum-lain"})  # fmt: skip
    if script:
        add_by_keyboard(one, party)
        fits(one)
    else:
        add(one)
    one.fill({f"hasil-{party}-2": "pidana", f"pasal-{party}-2": "uu-177a"})
    known = app.law.editions["pemilihan-2020"].articles["uu-177a"].elements
    rows = json.dumps([matrix.write(Element.supported(text, ["B-1"])) for text in known])
    kept = one.page.locator(f"[name='unsur-{party}-2']")
    kept.evaluate("(field, rows) => { field.value = rows; }", rows)
    one.press("Simpan kajian")
    assert "versi 1" in one.page.locator(".note.done").inner_text()
    bureau.act("coordinator", review.submit)

    chair = window("ketua", java_script_enabled=script)
    chair.open(PLENO)
    assert chair.page.locator("[name=buang_pasal]").count() == 0
    add(chair)
    chair.fill({f"hasil-{party}-3": "bukan_pelanggaran", f"pasal-{party}-3": "uu-187a-1"})
    if script:
        assert chair.barriers() == []
        fits(chair)
    chair.fill({"tanpa_gakkumdu": "Pembahasan kedua belum terlaksana."})
    chair.convene("Periksa putusan", "Catat putusan pleno", clock)

    bureau.file()
    one.open("/perkara/1/penerusan")
    assert "Badan Kepegawaian Negara" in one.words()
    if script:
        fits(one)
    one.press("Susun surat penerusan")
    one.open("/perkara/1/berkas/penanganan")
    if script:
        fits(one)
    assert [*one.complaints, *chair.complaints] == []


def test_thirty_four_people_of_whom_some_have_two(window: Windows, bureau: Bureau) -> None:
    people = [Respondent(f"Terlapor {n}", "asn", region="kaur") for n in range(1, 34)]
    to_kajian(bureau, *people, Respondent("Kepala Desa", "kepala_desa", region="kaur"))
    ones = {
        category: [Proposal("hukum_lainnya", article, bureau.elements(article), "Hadir.")]
        for category, article in (("asn", "netralitas-asn"), ("kepala_desa", "hukum-lain"))
    }
    proposals = {party.id: ones[party.category] for party in bureau.parties()}
    bureau.act("case_officer", review.save, Kajian("F.", "A.", "K.", proposals))
    one = window("penangan")
    one.open(PATH)
    one.fill({"semua_untuk": "kepala_desa", "semua_hasil": "pidana",
              "semua_pasal": "uu-177a"})  # fmt: skip
    one.press("Tambahkan sebagai pasal lain")
    assert "34 Pelanggaran hukum lainnya" in one.words()
    assert "1 Tindak pidana" in one.words()
    assert one.barriers() == []
    fits(one)
    one.press("Simpan kajian")
    assert one.complaints == []
