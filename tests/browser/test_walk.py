"""One report from the desk to "Selesai" by links and buttons alone; how many pages that takes.

A page is whatever a click or a button brings up, the sign-in included; a page that renews itself is
not counted again. The way, and the count by stage:
``pytest -m thorough -rA tests/browser/test_walk.py``.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from casework.bootstrap import App
from casework.services.upkeep.effects import drain
from tests.browser.conftest import Windows
from tests.browser.window import Window
from tests.conftest import SettableClock
from tests.web.steps import all_met

MOST = 50
MOST_OF_INTAKE = 8
CASE = "/perkara/1"
FIND = """path => {
  document.querySelectorAll('[data-walk]').forEach(one => one.removeAttribute('data-walk'))
  const links = [...document.querySelectorAll('a[href]')].map(one => [new URL(one.href), one])
    .filter(([url]) => url.pathname === path)
  const [, link] = links.find(([url]) => !url.search) || links[0] || []
  if (link) { link.setAttribute('data-walk', '') }
  return Boolean(link)
}"""


class Walk:
    """Officers who click; `stage` says for which stage of the case their pages are counted."""

    def __init__(self, window: Windows) -> None:
        self.windows, self.views, self.stage = window, Counter[str](), ""
        self.known: set[str] = set()

    def officer(self, login: str) -> Window:
        """The window of an account; signing in is two pages."""
        one = self.windows(login)
        if login not in self.known:
            self.known.add(login)
            self._count(f"{login}: masuk", 2)
        return one

    def _count(self, what: str, many: int = 1) -> None:
        self.views[self.stage] += many
        print(f"{many} {self.stage}: {what}", flush=True)  # noqa: T201 - told, never judged

    def to(self, login: str, path: str) -> Window:
        """Reach a page by links: from here, by the case file, by the desk, by both."""
        one = self.officer(login)
        if urlsplit(one.page.url).path == path:
            return one
        self._look_up(one)
        for ways in ((), (CASE,), ("/",), ("/", CASE), (CASE, f"{CASE}/klarifikasi/")):
            if self._follow(one, login, (*ways, path)):
                return one
        raise AssertionError(f"{login} finds no way to {path} from {one.page.url}")

    @staticmethod
    def _look_up(one: Window) -> None:
        """Come back to the window: a case file on which others worked shows itself anew."""
        place = one.page.locator("[data-at-work][data-version]")
        if not place.count():
            return
        shown = place.get_attribute("data-version")
        with one.page.expect_response(lambda got: got.url.endswith("/sedang-dikerjakan")) as heard:
            one.page.evaluate("window.dispatchEvent(new Event('focus'))")
        now = heard.value.headers.get("x-case-version", shown)
        one.page.locator(f"[data-at-work][data-version='{now}']").wait_for(state="attached")
        one.page.wait_for_load_state()

    def _follow(self, one: Window, login: str, steps: tuple[str, ...]) -> bool:
        for step in steps:
            if urlsplit(one.page.url).path == step:
                continue
            one.page.wait_for_load_state()
            if not one.page.evaluate(FIND, step):
                return False
            with one.page.expect_navigation():
                one.page.evaluate("document.querySelector('[data-walk]').click()")
            self._count(f"{login}: {step}")
        return True

    def press(self, login: str, button: str) -> Window:
        """Press a button of the page; what it brings up is a page."""
        one = self.officer(login)
        one.press(button)
        self._count(f"{login}: [{button}] -> {urlsplit(one.page.url).path}")
        assert not one.page.locator(".summary[aria-labelledby=ringkas]").count(), one.words()[:900]
        assert "Galat" not in one.words(), one.words()[:900]
        return one

    def act(self, login: str, path: str, button: str, typed: dict[str, object]) -> Window:
        """One act through its page."""
        one = self.to(login, path)
        one.fill(typed)
        return self.press(login, button)

    def convene(self, login: str, path: str, words: tuple[str, str], clock: SettableClock) -> None:
        """A pleno of everybody who agrees: looked at, then recorded."""
        self.to(login, path).convene(*words, clock)
        self._count(f"{login}: {words}", 2)


REPORT: dict[str, object] = {
    "pemilihan": "gubernur-bengkulu-2024", "jenis_pelapor": "pemilih",
    "pelapor-name": "Budi Santoso",
    "pelapor-address": "Jalan Merdeka 1",
    "peristiwa": "Beberapa kepala desa hadir dan menyatakan dukungan kepada bakal calon.",
    "judul": "Kepala desa pada pertemuan bakal calon", "tempat": "Gedung serbaguna, Kota Bengkulu",
    "tanggal_kejadian": "2024-09-15", "tanggal_diketahui": "2024-09-16",
    "terlapor-0-name": "Kepala Desa Satu", "terlapor-0-category": "kepala_desa",
    "terlapor-0-region": "seluma", "terlapor-1-name": "Kepala Desa Dua",
    "terlapor-1-category": "kepala_desa", "terlapor-1-region": "bengkulu_tengah",
    "saksi-0-name": "Wati", "saksi-0-address": "Jalan Dua", "saksi-1-name": "Tono",
    "saksi-1-address": "Jalan Tiga",
    "keterangan": "Foto pertemuan",
}  # fmt: skip


def _intake(walk: Walk, photos: list[Path]) -> None:
    one = walk.officer("penerima")
    begin = one.page.locator("main").get_by_role("button", name="Terima laporan", exact=True)
    if begin.count():
        walk.press("penerima", "Terima laporan")
    else:
        walk.to("penerima", "/laporan/mulai")
        walk.press("penerima", "Mulai laporan baru")
    while one.page.get_by_role("button", name="Simpan dan lanjut").count():
        for what in ("terlapor", "saksi"):
            if one.page.get_by_role("button", name=f"Tambah {what}").count():
                for _row in range(2 - one.page.locator(f"#{what} > .row").count()):
                    one.unfold(f"Tambah {what}")
        if one.page.locator("main [name='berkas']").count():
            one.page.locator("main [name='berkas']").set_input_files(photos)
        here = (name for name in REPORT if one.page.locator(f"main [name='{name}']").count())
        one.fill({name: REPORT[name] for name in here})
        walk.press("penerima", "Simpan dan lanjut")
    walk.press("penerima", "Terima laporan dan beri nomor")


def _send(walk: Walk, hour: str, button: str = "Catat penyampaian") -> None:
    """The secretariat sends what was issued, and says when it arrived."""
    one = walk.to("sekretariat", "/perkara/1/surat/penyampaian")
    while one.page.locator("main [name='saluran']").count():
        one.fill({"saluran": "langsung", "dikirim": f"{hour}:20", "diterima": f"{hour}:40",
                  "catatan": "Diterima sendiri"})  # fmt: skip
        if one.page.locator("main [name='alasan_belum_ttd']").count():
            one.fill({"alasan_belum_ttd": "Ditandatangani di atas kertas"})
        walk.press("sekretariat", button)


@pytest.mark.thorough  # every act of it is done in the gate by test_real_case
@pytest.mark.timeout(900)
def test_few_pages_from_the_report_to_its_end(
    app: App, window: Windows, clock: SettableClock, tmp_path: Path
) -> None:
    photos = [tmp_path / "satu.jpg", tmp_path / "dua.jpg"]
    for n, photo in enumerate(photos):
        photo.write_bytes(b"\xff\xd8\xff\xe0 foto pertemuan %d" % n)
    walk = Walk(window)
    walk.stage = "1 penerimaan"
    _intake(walk, photos)
    drain(app)

    walk.stage = "2 kajian awal"
    clock.set("2024-09-20T10:00:00+07:00")
    walk.to("penangan", "/perkara/1/syarat").judge(all_met(app))
    walk.press("penangan", "Simpan dan ajukan registrasi")

    walk.stage = "3 registrasi"
    clock.set("2024-09-21T09:00:00+07:00")
    walk.convene("ketua", "/perkara/1/pleno/registrasi", ("Periksa", "Registrasi laporan"), clock)
    drain(app)

    walk.stage = "4 klarifikasi"
    one = walk.to("penangan", "/perkara/1/klarifikasi/undang")
    for box in one.page.locator("main [name='pihak']").all():
        box.check()
    one.fill({"waktu": "2024-09-22T09:00", "tempat": "Kantor Bawaslu Provinsi Bengkulu",
              "alasan": "Batas penanganan berakhir lusa"})  # fmt: skip
    walk.press("penangan", "Siapkan undangan")
    drain(app)
    walk.act("ketua", "/perkara/1/surat/terbitkan", "Terbitkan surat", {})
    drain(app)
    clock.set("2024-09-21T11:00:00+07:00")
    _send(walk, "2024-09-21T09")
    clock.set("2024-09-22T12:00:00+07:00")
    for session in range(1, 6):
        one = walk.to("penangan", f"/perkara/1/klarifikasi/{session}/berita-acara")
        examiner = one.page.locator("main [name='pemeriksa']").first.get_attribute("value")
        one.fill({"waktu": "2024-09-22T09:05", "pemeriksa": [examiner], "sumpah": "islam",
                  "pengambil": "Ustaz Contoh", "jabatan_pengambil": "Rohaniwan",
                  "kuasa": "tidak", "dibacakan": "ya", "tanda_tangan": "ya",
                  "tanya_jawab-0-tanya": "Apa yang Saudara lihat?",
                  "tanya_jawab-0-jawab": "Pernyataan dukungan dari panggung."})  # fmt: skip
        walk.press(
            "penangan", f"Simpan {'dan tutup klarifikasi' if session == 5 else 'berita acara'}"
        )
        drain(app)

    walk.stage = "5 kajian"
    clock.set("2024-09-22T16:00:00+07:00")
    held = app.law.editions["pemilihan-2020"].violations.on(date(2024, 9, 15))
    article = next(one.id for one in held if one.kind == "hukum_lain")
    one = walk.to("penangan", "/perkara/1/kajian")
    parties = [
        (name or "").removeprefix("hasil-")
        for name in one.page.locator("main select[name^='hasil-']").evaluate_all(
            "all => all.map(one => one.name)"
        )
    ]
    one.fill({"fakta": "Pertemuan terjadi.", "analisis": "Kepala desa berpihak.",
              "kesimpulan": "Pelanggaran hukum lainnya.",
              **{f"hasil-{party}": "hukum_lainnya" for party in parties},
              **{f"pasal-{party}": article for party in parties}})  # fmt: skip
    walk.press("penangan", "Simpan kajian")
    walk.act("koordinator", "/perkara/1/ajukan-pleno", "Ajukan ke pleno", {})
    drain(app)

    walk.stage = "6 pleno"
    walk.convene(
        "ketua", "/perkara/1/pleno/putusan", ("Periksa putusan", "Catat putusan pleno"), clock
    )
    drain(app)

    walk.stage = "7 penerusan"
    clock.set("2024-09-23T08:00:00+07:00")
    walk.act("penangan", "/perkara/1/penerusan", "Susun surat penerusan", {})
    walk.act("sekretariat", "/perkara/1/pemberitahuan-status", "Siapkan pemberitahuan status", {})
    drain(app)
    walk.act("ketua", "/perkara/1/surat/terbitkan", "Terbitkan surat", {})
    drain(app)
    clock.set("2024-09-23T16:00:00+07:00")
    _send(walk, "2024-09-23T14", "Catat dan nyatakan sudah diteruskan")

    walk.stage = "8 tindak lanjut"
    clock.set("2024-10-07T10:00:00+07:00")
    one = walk.to("sekretariat", "/perkara/1/tindak-lanjut")
    one.page.get_by_label("Centang semua terlapor").check()
    one.fill(
        {"status": "followed_up", "catatan": "Dibina oleh bupati", "dijawab": "2024-10-06T09:00"}
    )
    walk.press("sekretariat", "Catat tindak lanjut")
    one = walk.act("koordinator", "/perkara/1/selesaikan", "Selesaikan perkara", {})
    assert "Selesai" in one.words()
    print(dict(walk.views), sum(walk.views.values()))  # noqa: T201 - told, never judged
    assert sum(walk.views.values()) <= MOST
    assert walk.views["1 penerimaan"] <= MOST_OF_INTAKE
