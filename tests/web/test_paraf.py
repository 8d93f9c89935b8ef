"""Initials on the kajian through the pages: whose turn, what each sees, what a change does."""

from __future__ import annotations

from casework.bootstrap import App
from tests.web.steps import AsRole, act, to_review
from tests.web.visitor import words

PATH = "/perkara/1/paraf/reviews/1"
KAJIAN = {
    "fakta": "Fakta.",
    "analisis": "Analisis.",
    "kesimpulan": "Kesimpulan.",
    "hasil-2": "hukum_lainnya",
    "pasal-2": "hukum-lain",
}


def written(app: App, as_role: AsRole) -> None:
    to_review(app, as_role)
    act(as_role("case_officer"), "/perkara/1/kajian", dict(KAJIAN))


def test_the_way_goes_from_writer_to_checker_to_pleno(app: App, as_role: AsRole) -> None:
    written(app, as_role)
    officer, coordinator, chair = (as_role(one) for one in ("case_officer", "coordinator", "chair"))
    assert "Bubuhkan paraf" not in words(coordinator.get(PATH))
    act(officer, PATH, {"langkah": "ajukan"})
    assert "Menunggu paraf Anda" in words(coordinator.get("/"))
    assert "Menunggu paraf Anda" not in words(chair.get("/"))
    assert "Bubuhkan paraf" not in words(chair.get(PATH))
    act(coordinator, PATH, {"langkah": "paraf"})
    act(chair, PATH, {"langkah": "paraf"})
    assert "Semua langkah sudah diparaf." in words(officer.get(PATH))


def test_it_is_returned_only_with_a_note(app: App, as_role: AsRole) -> None:
    written(app, as_role)
    officer, coordinator = as_role("case_officer"), as_role("coordinator")
    act(officer, PATH, {"langkah": "ajukan"})
    refused = coordinator.submit(PATH, {"langkah": "kembalikan", "catatan": ""})
    assert refused.status_code == 422
    act(coordinator, PATH, {"langkah": "kembalikan", "catatan": "Uraikan unsur kedua."})
    assert "Uraikan unsur kedua." in words(officer.get(PATH))


def test_a_new_version_takes_its_initials_away(app: App, as_role: AsRole) -> None:
    written(app, as_role)
    officer, coordinator = as_role("case_officer"), as_role("coordinator")
    act(officer, PATH, {"langkah": "ajukan"})
    seen = coordinator.get(PATH)
    act(officer, "/perkara/1/kajian", {**KAJIAN, "fakta": "Fakta lain."})
    late = coordinator.submit(PATH, {"langkah": "paraf"}, page=seen)
    assert late.status_code == 422
    assert "versi yang lebih baru" in words(late)
    assert "Menunggu paraf Anda" not in words(coordinator.get("/"))


def test_what_is_not_there_cannot_be_initialled(app: App, as_role: AsRole) -> None:
    written(app, as_role)
    officer = as_role("case_officer")
    for path in (
        "/perkara/1/paraf/reviews/9",
        "/perkara/1/paraf/cases/1",
        "/perkara/9/paraf/reviews/1",
    ):
        assert officer.get(path).status_code == 404, path
