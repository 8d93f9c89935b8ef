"""A small office at work: cases waiting in several stages, so that many forms are open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from casework.bootstrap import App
from tests.conftest import SettableClock
from tests.web.reporting import receive
from tests.web.steps import AWAY, act, all_met
from tests.web.visitor import Visitor, report

AsRole = Callable[[str], Visitor]
EDITION = "pemilihan-2020"


def open_cases(app: App, as_role: AsRole) -> None:
    """Five cases: received, being completed, before the pleno, being clarified, under review."""
    for number in range(1, 6):
        receive(as_role("intake_officer"), report(judul=f"Perkara {number}"))
    officer = as_role("case_officer")
    met = all_met(app)
    for case in (3, 4, 5):
        act(officer, f"/perkara/{case}/syarat", dict(met))
        act(officer, f"/perkara/{case}/ajukan-registrasi")
    for case in (4, 5):
        act(as_role("chair"), f"/perkara/{case}/pleno/registrasi")
        invited = ["8" if case == 4 else "10"]
        act(
            officer,
            f"/perkara/{case}/klarifikasi/undang",
            {"pihak": invited, "waktu": "2024-09-20T09:00", "tempat": "Kantor"},
        )
    clock = SettableClock(Path(app.settings.clock.removeprefix("@")))
    clock.shift(timedelta(days=2))
    act(officer, "/perkara/5/klarifikasi/2/tidak-hadir", AWAY)
    act(officer, "/perkara/5/klarifikasi/tutup")
