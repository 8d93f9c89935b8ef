"""What the roles beside the course of a report do, from their desk to the end of it.

Each journey once with the scripts of the pages and once in a browser that runs none; the gate goes
without, where a page has less to help itself with.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from casework.bootstrap import App
from casework.services.acts.clarification import sessions
from casework.services.upkeep.effects import drain
from tests.browser.conftest import Windows
from tests.bureau import Bureau
from tests.conftest import SettableClock

TOLD = {
    "pemilihan": "gubernur-bengkulu-2024",
    "judul": "Kepala desa pada pertemuan bakal calon",
    "peristiwa": "Kepala desa hadir dan menyatakan dukungan.",
    "tempat": "Balai Desa Air Periukan",
    "tanggal_kejadian": "2024-09-17",
}
RESPONDENT = {
    "terlapor-0-name": "Kepala Desa Satu",
    "terlapor-0-category": "kepala_desa",
    "terlapor-0-region": "seluma",
}
SECRET = "Budi Santoso"  # the reporter of the reports of `Bureau`


SCRIPTS = pytest.param(True, marks=pytest.mark.thorough)


@pytest.fixture(params=[SCRIPTS, False], ids=["scripts", "no-scripts"])
def roles(request: pytest.FixtureRequest, window: Windows) -> Iterator[Windows]:
    """Windows with or without scripts; nothing may have been complained of in the end."""
    window.options["java_script_enabled"] = request.param
    yield window
    for one in window.open.values():
        assert one.complaints == []


@pytest.fixture
def bureau(app: App, clock: SettableClock, server: str) -> Bureau:
    return Bureau(app, clock)


def under_review(bureau: Bureau) -> None:
    bureau.receive()
    bureau.register()
    bureau.invite()
    bureau.hear()
    bureau.act("case_officer", sessions.close)


def test_what_the_office_learned_becomes_a_finding_and_a_number(
    app: App, roles: Windows, clock: SettableClock, tmp_path: Path
) -> None:
    photo = tmp_path / "foto.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0 foto pertemuan")
    desk, officer, chair = roles("penerima"), roles("penangan"), roles("ketua")
    started = {"sumber": "Media sosial", "penelusuran_dimulai": "2024-09-18T10:00"}
    proof = {"bukti-0-berkas": photo, "bukti-0-keterangan": "Foto"}
    assert "Informasi awal dicatat" in desk.do(
        "/informasi-awal/baru", "Catat informasi awal", {**TOLD, **started, **proof}
    )
    officer.open("/perkara/1/temuan/ajukan")
    officer.unfold("Tambah terlapor")
    officer.unfold("Tambah terlapor")
    officer.fill({"ditemukan": "2024-09-19T08:00", "laporan_pengawasan": "02/LHP/IX/2024",
                  **RESPONDENT, "terlapor-1-name": "Kepala Desa Dua",
                  "terlapor-1-category": "kepala_desa",
                  "terlapor-1-region": "seluma"})  # fmt: skip
    officer.press("Ajukan sebagai temuan")
    assert officer.page.locator(".note.done").count() == 1, officer.words()
    chair.open("/perkara/1/temuan/tetapkan")
    chair.convene("Periksa", "Tetapkan temuan dalam pleno", clock)
    chair.open("/perkara/1/pleno/registrasi")
    chair.convene("Periksa", "Registrasi laporan", clock)
    drain(app)
    officer.open("/perkara/1")
    assert "/Reg/TM/PG/Prov/07.00/IX/2024" in officer.words()
    assert officer.barriers() == []


def test_a_supervisor_finds_a_case_reads_it_and_changes_nothing(
    roles: Windows, bureau: Bureau
) -> None:
    bureau.receive()
    bureau.register()
    one = roles("pengawas.ri")
    one.open("/")
    assert one.barriers() == []
    one.open("/perkara/")
    one.fill({"cari": "kepala desa"})
    one.press("Saring")
    assert one.barriers() == []
    one.page.locator("main table tbody a").first.click()
    one.page.wait_for_url("**/perkara/1*")
    words = one.words()
    assert SECRET not in words
    for path in ("/perkara/1/syarat", "/perkara/1/klarifikasi/undang", "/perkara/1/gugur"):
        assert one.open(path) in (403, 404), path
    one.open("/perkara/?tahap=klarifikasi")
    one.fill({"nama": "Klarifikasi berjalan"})
    one.press("Simpan tampilan")
    assert one.page.get_by_role("link", name="Klarifikasi berjalan").count() == 1
    with one.page.expect_download() as download:
        one.page.get_by_role("button", name="CSV").click()
    content = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert "Reg/LP/PG/Prov/07.00" in content
    assert SECRET not in content


def test_an_auditor_follows_the_record_of_a_case(roles: Windows, bureau: Bureau) -> None:
    bureau.receive()
    one = roles("auditor")
    assert one.open("/perkara/1/berkas/jejak") == 200
    assert one.barriers() == []
    assert SECRET not in one.words()
    assert one.open("/perkara/1/syarat") == 403


def test_the_kajian_goes_round_for_initials(roles: Windows, bureau: Bureau) -> None:
    under_review(bureau)
    officer, coordinator, chair = roles("penangan"), roles("koordinator"), roles("ketua")
    party = bureau.parties()[0].id
    officer.do("/perkara/1/kajian", "Simpan kajian", {
        "fakta": "Pertemuan terjadi.", "analisis": "Kepala desa berpihak.",
        "kesimpulan": "Pelanggaran hukum lainnya.",
        f"hasil-{party}": "hukum_lainnya", f"pasal-{party}": "hukum-lain"})  # fmt: skip
    way = "/perkara/1/paraf/reviews/1"
    officer.do(way, "Ajukan paraf")
    coordinator.open("/")
    assert "Menunggu paraf Anda" in coordinator.words()
    coordinator.open(way)
    coordinator.press("Kembalikan dengan catatan")
    assert "Catatan" in coordinator.words()  # asks for the note, keeps the page
    coordinator.do(way, "Kembalikan dengan catatan", {"catatan": "Uraikan unsur kedua."})
    officer.open(way)
    assert "Uraikan unsur kedua." in officer.words()
    officer.do("/perkara/1/kajian", "Simpan kajian", {"analisis": "Diuraikan."})
    again = "/perkara/1/paraf/reviews/2"
    officer.do(again, "Ajukan paraf")
    coordinator.do(again, "Bubuhkan paraf")
    chair.open(again)
    chair.press("Bubuhkan paraf")
    officer.open(again)
    assert "Semua langkah sudah diparaf." in officer.words()


def test_an_administrator_adds_an_officer_names_a_deputy_and_hands_a_leavers_work_over(
    roles: Windows, bureau: Bureau
) -> None:
    under_review(bureau)
    admin = roles("admin")
    admin.open("/pengaturan/petugas/baru")
    assert admin.barriers() == []
    admin.fill({"nama": "Rani Kusuma", "nama_masuk": "rani.baru", "jabatan": "Staf",
                "kantor": "07.00", "peran": ["case_officer"], "mulai": "2024-09-01"})  # fmt: skip
    admin.press("Tambah petugas")
    assert "/sandi/" in admin.words()
    admin.open("/pengaturan/tidak-masuk/baru")
    assert admin.barriers() == []
    for field, name in (("petugas", "Damar Wicaksana,"), ("wakil", "Rani Kusuma,")):
        box = admin.page.locator(f"main [name='{field}']")
        box.select_option(box.locator("option", has_text=name).get_attribute("value"))
    admin.fill({"dari": "2024-09-19", "sampai": "2024-09-26"})
    admin.press("Catat tidak masuk")
    admin.open("/pengaturan/tidak-masuk/")
    assert "Rani Kusuma" in admin.words()
    admin.open("/pengaturan/petugas/")
    admin.page.get_by_role("link", name="Damar Wicaksana").click()
    admin.page.get_by_role("link", name="Petugas keluar").click()
    admin.page.wait_for_url("**/keluar")
    assert admin.barriers() == []
    assert SECRET not in admin.words()
    assert "/Reg/LP/" in admin.words()
    admin.page.locator("main [name='pengganti']").select_option(label="Rani Kusuma")
    admin.fill({"alasan": "Mutasi ke kantor lain"})
    admin.press("Tutup akun dan serahkan perkara")
    assert admin.page.locator(".note.done").count() == 1, admin.words()
