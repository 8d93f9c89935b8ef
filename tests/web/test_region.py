"""A respondent without a region: said before the report is sent, and with its cure at the end."""

from __future__ import annotations

from casework.bootstrap import App
from casework.models import Party
from tests.web.reporting import fill
from tests.web.steps import AsRole, act, to_review
from tests.web.visitor import words

KAJIAN = {
    "fakta": "Fakta.",
    "analisis": "Analisis.",
    "kesimpulan": "Kesimpulan.",
    "hasil-2": "hukum_lainnya",
    "pasal-2": "hukum-lain",
}


def test_it_is_said_while_the_desk_can_still_ask(as_role: AsRole) -> None:
    desk = as_role("intake_officer")
    base = fill(desk, **{"terlapor-0-region": ""})
    page = desk.get(f"{base}/periksa")
    assert "Kabupaten/kota terlapor belum diisi: Kepala Desa Satu." in words(page)
    assert f'href="{base}/terlapor?kembali=periksa"' in page.text
    assert "belum diisi: Kepala" not in words(desk.get(f"{fill(desk)}/periksa"))


def test_the_page_of_the_letters_says_who_fills_it_in(app: App, as_role: AsRole) -> None:
    to_review(app, as_role)
    with app.database.write() as session:
        session.get_one(Party, 2).region = ""
    officer = as_role("case_officer")
    act(officer, "/perkara/1/kajian", dict(KAJIAN))
    act(as_role("coordinator"), "/perkara/1/ajukan-pleno")
    act(as_role("chair"), "/perkara/1/pleno/putusan")
    page = words(officer.get("/perkara/1/penerusan"))
    assert "Wilayah terlapor belum diisi" in page
    assert "Mintalah kepada: koordinator divisi." in page
