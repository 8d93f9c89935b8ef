"""The real case of Bengkulu 2024 in a real browser: every act by its role, refused to others.

Once as the pages come with their scripts, axe looking at each; once in a browser that runs none,
which the gate leaves to `make test-all`: its journeys without scripts are those of `test_journeys`.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from casework.bootstrap import App
from casework.services.upkeep.effects import drain
from tests.browser.conftest import Windows
from tests.conftest import SettableClock
from tests.web.steps import all_met
from webui.cases.file_page import PARTS

REFUSED = {
    # act page: who may, and one who may not
    "/perkara/1/syarat": "penerima",
    "/perkara/1/kelengkapan": "penangan",
    "/perkara/1/pleno/registrasi": "penangan",
    "/perkara/1/klarifikasi/undang": "ketua",
    "/perkara/1/perpanjang": "penangan",
    "/perkara/1/kajian": "sekretariat",
    "/perkara/1/ajukan-pleno": "penangan",
    "/perkara/1/pleno/putusan": "koordinator",
    "/perkara/1/penerusan": "ketua",
    "/perkara/1/surat/terbitkan": "sekretariat",
    "/perkara/1/surat/penyampaian": "ketua",
    "/perkara/1/tindak-lanjut": "penerima",
    "/perkara/1/selesaikan": "anggota",
}
REPORT: dict[str, object] = {
    "pemilihan": "gubernur-bengkulu-2024",
    "jenis_pelapor": "pemilih",
    "peristiwa": "Beberapa kepala desa hadir dan menyatakan dukungan kepada bakal calon gubernur.",
    "judul": "Kepala desa pada pertemuan bakal calon gubernur",
    "tempat": "Gedung serbaguna, Kota Bengkulu",
    "tanggal_kejadian": "2024-09-15",
    "tanggal_diketahui": "2024-09-16",
    "pelapor-name": "Budi Santoso",
    "pelapor-address": "Jalan Merdeka 1",
    "terlapor-0-name": "Kepala Desa Air Periukan",
    "terlapor-0-category": "kepala_desa",
    "terlapor-0-region": "seluma",
}


def send_all(window: Windows, hour: str) -> None:
    """The secretariat sends every issued letter and records its receipt."""
    window("sekretariat").do("/perkara/1/surat/penyampaian", "Catat penyampaian", {
        "saluran": "langsung", "alasan_belum_ttd": "Di atas kertas", "dikirim": f"{hour}:20",
        "diterima": f"{hour}:40", "catatan": "Diterima sendiri"})  # fmt: skip


NO_SCRIPTS = pytest.param(False, marks=pytest.mark.thorough)


@pytest.mark.parametrize("scripts", [True, NO_SCRIPTS], ids=["scripts", "no-scripts"])
@pytest.mark.timeout(900)  # the hang guard of forty acts in a browser
def test_the_real_case_in_a_browser(
    app: App, window: Windows, clock: SettableClock, tmp_path: Path, scripts: bool
) -> None:
    window.options["java_script_enabled"] = scripts
    photo = tmp_path / "foto.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0 foto pertemuan")
    desk, officer, chair = window("penerima"), window("penangan"), window("ketua")
    coordinator, member = window("koordinator"), window("anggota")

    # Thursday: the report, with a second respondent and a witness added on the page.
    desk.hand_in({**REPORT, "terlapor-1-name": "Kepala Desa Lubuk Sini",
                  "terlapor-1-category": "kepala_desa", "terlapor-1-region": "bengkulu_tengah",
                  "saksi-0-name": "Wati", "berkas": photo,
                  "keterangan": "Foto pertemuan"})  # fmt: skip
    assert "06/LP/PG/Prov/07.00/IX/2024" in desk.words()
    desk.open("/perkara/1")
    assert "Surat akan menyusul" in desk.words()
    assert "sedang disiapkan" in desk.words()
    drain(app)
    if scripts:
        desk.page.locator("[data-progress]").wait_for(state="detached")
    else:
        desk.page.reload()
    assert "Sab 21 Sep, 24.00" in desk.words()

    for path, other in REFUSED.items():
        assert window(other).open(path) == 403, (path, other)
        assert "Tindakan ini hanya untuk" in window(other).words()

    # Friday: a second reporter of the same event; offered, and linked.
    clock.set("2024-09-20T10:00:00+07:00")
    desk.hand_in({**REPORT, "pelapor-name": "Siti Aminah", "tempat": "Gedung Serba Guna Bengkulu"})
    drain(app)
    officer.open("/perkara/2")
    assert "Mungkin peristiwa yang sama" in officer.words()
    officer.do("/perkara/2/tautkan?dengan=1&jenis=peristiwa_sama", "Tautkan perkara",
               {"alasan": "Peristiwa dan terlapor sama"})  # fmt: skip

    # Saturday: incomplete; the letter starts the two days.
    clock.set("2024-09-21T10:00:00+07:00")
    met = all_met(app)
    officer.open("/perkara/1/syarat")
    officer.judge({**met, "syarat-bukti": "tidak", "alasan-bukti": "Foto tidak terbaca"})
    assert officer.barriers() == []
    officer.press("Simpan penilaian")
    officer.do("/perkara/1/minta-kelengkapan", "Minta kelengkapan")
    drain(app)
    chair.do("/perkara/1/surat/terbitkan", "Terbitkan surat")
    drain(app)
    chair.open("/perkara/1")
    assert "194/PP.00.01/K/09/2024" in chair.words()
    clock.set("2024-09-21T11:00:00+07:00")
    send_all(window, "2024-09-21T10")
    officer.open("/perkara/1/berkas/tenggat")
    assert "Senin, 23 September 2024, 24.00 WIB" in officer.words()

    # Monday: completed. Tuesday: registered.
    clock.set("2024-09-23T14:00:00+07:00")
    desk.do("/perkara/1/kelengkapan", "Catat kelengkapan",
            {"uraian": "Foto yang terbaca", "bukti-0-berkas": photo,
             "bukti-0-keterangan": "Foto"})  # fmt: skip
    officer.open("/perkara/1/syarat")
    officer.judge(met)
    officer.press("Simpan penilaian")
    officer.do("/perkara/1/ajukan-registrasi", "Ajukan registrasi")
    clock.set("2024-09-24T09:00:00+07:00")
    member.open("/perkara/1/pleno/registrasi")
    member.convene("Periksa", "Registrasi laporan", clock)
    officer.open("/perkara/1")
    assert "03/Reg/LP/PG/Prov/07.00/IX/2024" in officer.words()

    # Wednesday: clarification. Thursday: review and pleno.
    officer.open("/perkara/1/klarifikasi/undang")
    for label in officer.page.locator("main .choice label").all():
        label.click()
    officer.fill({"waktu": "2024-09-25T09:00", "tempat": "Kantor Bawaslu Provinsi Bengkulu"})
    officer.press("Siapkan undangan")
    drain(app)
    chair.do("/perkara/1/surat/terbitkan", "Terbitkan surat")
    drain(app)
    clock.set("2024-09-24T11:00:00+07:00")
    send_all(window, "2024-09-24T09")
    clock.set("2024-09-25T12:00:00+07:00")
    officer.open("/perkara/1/klarifikasi/1/berita-acara")
    examiner = officer.page.locator("main [name='pemeriksa']").first.get_attribute("value")
    officer.do("/perkara/1/klarifikasi/1/berita-acara", "Simpan berita acara", {
        "waktu": "2024-09-25T09:05", "pemeriksa": [examiner], "sumpah": "islam",
        "pengambil": "Ustaz Contoh", "jabatan_pengambil": "Rohaniwan",
        "kuasa": "tidak", "dibacakan": "ya", "tanda_tangan": "ya",
        "tanya_jawab-0-tanya": "Apa yang Saudara lihat?",
        "tanya_jawab-0-jawab": "Pernyataan dukungan dari panggung."})  # fmt: skip
    for session in (2, 3, 4):
        officer.do(f"/perkara/1/klarifikasi/{session}/tidak-hadir", "Catat ketidakhadiran",
                   {"alasan": "Tidak datang tanpa kabar"})  # fmt: skip
    coordinator.do("/perkara/1/perpanjang", "Perpanjang waktu penanganan",
                   {"alasan": "Keterangan tambahan dari saksi"})  # fmt: skip
    officer.do("/perkara/1/klarifikasi/tutup", "Tutup klarifikasi")
    clock.set("2024-09-26T10:00:00+07:00")
    held = app.law.editions["pemilihan-2020"].violations.on(date(2024, 9, 15))
    article = next(one.id for one in held if one.kind == "hukum_lain")
    officer.do("/perkara/1/kajian", "Simpan kajian", {
        "fakta": "Pertemuan terjadi.", "analisis": "Kepala desa berpihak sebelum penetapan calon.",
        "kesimpulan": "Pelanggaran hukum lainnya.",
        "hasil-3": "hukum_lainnya", "pasal-3": article,
        "hasil-4": "hukum_lainnya", "pasal-4": article})  # fmt: skip
    coordinator.do("/perkara/1/ajukan-pleno", "Ajukan ke pleno")
    member.open("/perkara/1/pleno/putusan")
    member.convene("Periksa putusan", "Catat putusan pleno", clock)

    # Friday: grouped letters and the status notice; later the answers and the end.
    clock.set("2024-09-27T08:00:00+07:00")
    message = officer.do("/perkara/1/penerusan", "Susun surat penerusan")
    assert "surat penerusan disiapkan" in message
    window("sekretariat").do("/perkara/1/pemberitahuan-status", "Siapkan pemberitahuan status")
    drain(app)
    chair.do("/perkara/1/surat/terbitkan", "Terbitkan surat")
    drain(app)
    clock.set("2024-09-27T16:00:00+07:00")
    send_all(window, "2024-09-27T14")
    window("sekretariat").do("/perkara/1/teruskan", "Nyatakan sudah diteruskan")
    clock.set("2024-10-11T10:00:00+07:00")
    officer.open("/perkara/1/tindak-lanjut")
    if scripts:
        officer.page.get_by_label("Centang semua terlapor").check()
    else:
        for box in officer.page.locator("main [name='terlapor']").all():
            box.check()
    officer.fill({"status": "followed_up", "catatan": "Dibina oleh bupati",
                  "dijawab": "2024-10-10T09:00"})  # fmt: skip
    officer.press("Catat tindak lanjut")
    coordinator.do("/perkara/1/selesaikan", "Selesaikan perkara")
    coordinator.open("/perkara/1")
    assert coordinator.barriers() == []
    words = coordinator.words()
    assert "Selesai" in words
    assert "Budi Santoso" not in words
    for part in PARTS:
        assert coordinator.open(f"/perkara/1/berkas/{part}") == 200
        assert coordinator.barriers() == [], part
        assert "Budi Santoso" not in coordinator.words(), part
    coordinator.open("/perkara/1/berkas/dokumen")
    with coordinator.page.expect_download() as download:
        coordinator.page.get_by_role("link", name="Unduh Penerusan").first.click()
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")
    for one in window.open.values():
        assert one.complaints == []
