"""The pages that close something say what: who was heard, what stays open, what follows."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from casework.bootstrap import App
from casework.services.upkeep.effects import drain
from tests.conftest import SettableClock
from tests.web.steps import AsRole, act, to_clarification
from tests.web.visitor import words

INVITED = {"pihak": ["2"], "waktu": "2024-09-20T09:00", "tempat": "Kantor"}


def test_the_end_of_the_clarification_names_who_was_not_heard(app: App, as_role: AsRole) -> None:
    to_clarification(app, as_role)
    officer = as_role("case_officer")
    act(officer, "/perkara/1/klarifikasi/undang", dict(INVITED))
    drain(app)
    SettableClock(Path(app.settings.clock.removeprefix("@"))).shift(timedelta(days=2))
    act(officer, "/perkara/1/klarifikasi/1/tidak-hadir", {"alasan": "Tanpa kabar"})
    page = words(officer.get("/perkara/1/klarifikasi/tutup"))
    assert "0 dari 2 orang sudah didengar." in page
    assert "Pelapor tidak pernah diundang" in page
    assert "Terlapor dipanggil, tidak didengar" in page
    assert "Batas yang tetap berjalan: Penanganan" in page
    assert "Undangan Klarifikasi: konsep, belum dikirim; masih dapat dikirim" in page
    assert "Perkara berpindah ke tahap Kajian" in page
