"""Ways to bring a case to a stage through the pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from casework.bootstrap import App
from tests.conftest import SettableClock
from tests.web.visitor import Visitor, report, told

AsRole = Callable[[str], Visitor]

HEARD: dict[str, object] = {
    "pemeriksa": ["2"],  # the case officer of `tests.staff`
    "sumpah": "islam",
    "kuasa": "tidak",
    "dibacakan": "ya",
    "tanda_tangan": "ya",
}
"""What the page of the minutes wants to be told beside questions and answers."""


def act(visitor: Visitor, path: str, typed: dict[str, object] | None = None) -> None:
    """Do one act that must be accepted."""
    answer = visitor.kept(f"{path} {told(typed or {})}", lambda: visitor.submit(path, typed))
    assert answer.code == 303, (path, answer.text[:1500])


def received(as_role: AsRole) -> None:
    """A report at the desk."""
    act(as_role("intake_officer"), "/laporan/baru", report())


def all_met(app: App, edition: str = "pemilihan-2020") -> dict[str, object]:
    """Every requirement met, with a reason for those of which the facts say otherwise."""
    wanted = app.law.editions[edition].requirements
    said = {f"alasan-{key}": "Diperiksa pada berkas." for key in wanted}
    return {**{f"syarat-{key}": "ya" for key in wanted}, **said}


def to_registration(app: App, as_role: AsRole) -> None:
    """All requirements met, waiting for the pleno."""
    received(as_role)
    officer = as_role("case_officer")
    act(officer, "/perkara/1/syarat", all_met(app))
    act(officer, "/perkara/1/ajukan-registrasi")


def to_clarification(app: App, as_role: AsRole) -> None:
    """Registered."""
    to_registration(app, as_role)
    act(as_role("chair"), "/perkara/1/pleno/registrasi")


def to_review(app: App, as_role: AsRole) -> None:
    """One session recorded as absent, the clarification closed."""
    to_clarification(app, as_role)
    officer = as_role("case_officer")
    act(
        officer,
        "/perkara/1/klarifikasi/undang",
        {"pihak": ["2"], "waktu": "2024-09-20T09:00", "tempat": "Kantor"},
    )
    SettableClock(Path(app.settings.clock.removeprefix("@"))).shift(timedelta(days=2))
    act(officer, "/perkara/1/klarifikasi/1/tidak-hadir", {"alasan": "Tanpa kabar"})
    act(officer, "/perkara/1/klarifikasi/tutup")
