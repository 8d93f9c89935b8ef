"""The pages that close something say what: who was heard, what stays open, what follows."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from lxml import html
from werkzeug.test import TestResponse

from casework.bootstrap import App
from casework.services.upkeep.effects import drain
from tests.conftest import SettableClock
from tests.staff import NAMES
from tests.web.steps import (
    AWAY,
    AsRole,
    act,
    newest_pleno,
    to_clarification,
    to_registration,
    to_review,
)
from tests.web.visitor import errors, words

INVITED = {"pihak": ["2"], "waktu": "2024-09-20T09:00", "tempat": "Kantor"}


def test_the_end_of_the_clarification_names_who_was_not_heard(app: App, as_role: AsRole) -> None:
    to_clarification(app, as_role)
    officer = as_role("case_officer")
    act(officer, "/perkara/1/klarifikasi/undang", dict(INVITED))
    drain(app)
    for page in ("berita-acara", "tidak-hadir"):
        early = officer.get(f"/perkara/1/klarifikasi/1/{page}")
        assert "Sesi ini baru dimulai Jumat, 20 September 2024 pukul 09.00 WIB" in words(early)
        assert 'name="version"' not in early.text
    SettableClock(Path(app.settings.clock.removeprefix("@"))).shift(timedelta(days=2))
    absence = "/perkara/1/klarifikasi/1/tidak-hadir"
    assert "sebelum waktu sesi belum tercatat" in words(officer.get(absence))
    refused = officer.submit(absence, {"alasan": "Tanpa kabar"})
    assert "Belum tercatat bahwa undangan" in errors(refused)["diberi_tahu"]
    act(officer, absence, AWAY)
    page = words(officer.get("/perkara/1/klarifikasi/tutup"))
    assert "0 dari 2 orang sudah didengar." in page
    assert "Pelapor tidak pernah diundang" in page
    assert "Terlapor dipanggil, tidak didengar" in page
    assert "Batas yang tetap berjalan: Penanganan" in page
    assert "Undangan Klarifikasi: konsep, belum dikirim; masih dapat dikirim" in page
    assert "Perkara berpindah ke tahap Kajian" in page
    # Issued papers that nobody has signed are told before anything is closed.
    assert "Kajian Awal Dugaan Pelanggaran: tanda tangannya belum tercatat" in page


def test_minutes_that_wait_for_members_say_for_whom_and_ask_for_no_patience(
    app: App, as_role: AsRole
) -> None:
    to_clarification(app, as_role)
    drain(app)
    page = words(as_role("case_officer").get("/perkara/1/berkas/dokumen"))
    assert f"menunggu yang belum menyatakan mengetahui: {NAMES['commissioner']}" in page
    assert "Surat dan dokumen sedang dibuat" not in page
    as_role("commissioner").submit(newest_pleno(app))
    drain(app)
    page = words(as_role("case_officer").get("/perkara/1/berkas/dokumen"))
    assert "belum menyatakan mengetahui" not in page


def test_the_bar_says_who_does_the_next_act(app: App, as_role: AsRole) -> None:
    to_registration(app, as_role)
    page = words_of_bar(as_role("case_officer").get("/perkara/1"))
    assert "Menunggu anggota (komisioner), ketua: Registrasi laporan" in page
    assert "Nilai syarat" not in page.split("Tindakan lain")[0]
    assert "Langkah berikut: Registrasi laporan" in words_of_bar(as_role("chair").get("/perkara/1"))


def test_the_bar_names_somebody_where_the_next_piece_is_no_single_act(
    app: App, as_role: AsRole
) -> None:
    to_clarification(app, as_role)
    act(as_role("case_officer"), "/perkara/1/klarifikasi/undang", dict(INVITED))
    page = words_of_bar(as_role("coordinator").get("/perkara/1"))
    assert page.startswith("Menunggu ketua: Terbitkan surat")


def test_the_bar_offers_no_work_that_is_done_while_another_has_the_next_act(
    app: App, as_role: AsRole
) -> None:
    to_review(app, as_role)
    told = {"fakta": "F.", "analisis": "A.", "kesimpulan": "K.", "hasil-2": "bukan_pelanggaran"}
    act(as_role("case_officer"), "/perkara/1/kajian", dict(told))
    page = words_of_bar(as_role("case_officer").get("/perkara/1"))
    assert page.startswith("Menunggu koordinator divisi: Ajukan ke pleno")


def words_of_bar(page: TestResponse) -> str:
    (bar,) = html.fromstring(page.text).xpath("//section[contains(@class, 'actbar')]")
    return " ".join(bar.text_content().split())
