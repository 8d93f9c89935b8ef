"""Two acts of the same officer on one page: both are done, or neither."""

from __future__ import annotations

from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Case, Finding
from tests.web.steps import AsRole, act, all_met, received
from tests.web.visitor import words

PATH = "/perkara/1/syarat"


def stage(app: App) -> tuple[str, int]:
    """Where the case stands, and how many requirements are judged."""
    with app.database.read() as session:
        many = len(session.scalars(select(Finding)).all())
        return session.scalars(select(Case.stage)).one(), many


def test_an_assessment_goes_to_the_pleno_at_once(app: App, as_role: AsRole) -> None:
    received(as_role)
    officer = as_role("case_officer")
    typed = all_met(app)
    lacking = {**typed, "ajukan": "1", "syarat-dua_alat_bukti": "tidak"}
    refused = officer.submit(PATH, {**lacking, "alasan-dua_alat_bukti": "Baru satu alat bukti."})
    assert refused.status_code == 422
    assert "Baru satu alat bukti." in refused.text
    assert stage(app) == ("kajian_awal", 0)
    assert "Simpan dan ajukan registrasi" in words(officer.get(PATH))
    act(officer, PATH, {**typed, "ajukan": "1"})
    assert stage(app)[0] == "pleno_registrasi"
