"""The plan of the clarification on its page: proposed, changed, accepted, refused."""

from __future__ import annotations

import pytest

from casework.bootstrap import App
from tests.web.steps import AsRole, act, to_clarification
from tests.web.visitor import Visitor, errors, words

PATH = "/perkara/1/klarifikasi/rencana"


@pytest.fixture
def officer(app: App, as_role: AsRole) -> Visitor:
    to_clarification(app, as_role)
    return as_role("case_officer")


def test_it_proposes_hours_inside_the_window_with_their_articles(officer: Visitor) -> None:
    page = officer.get(PATH)
    assert "Pasal 134 ayat (5)" in words(page)
    assert "Jarak undangan tidak diketahui dari sumber mana pun" in words(page)
    fields = officer.fields(page)
    assert fields["ikut-1"] == "y"
    assert fields["jam-1"] == "20-09-2024 08.00"
    assert fields["ruang-1"] == "Ruang klarifikasi 1"


def test_accepting_drafts_the_invitations(officer: Visitor) -> None:
    act(officer, PATH)
    page = words(officer.get("/perkara/1/klarifikasi/"))
    assert "Ruang klarifikasi 1" in page
    assert "Tidak ada lagi yang perlu diundang." in words(officer.get(PATH))


def test_the_settings_live_in_the_address_and_are_checked(officer: Visitor) -> None:
    there = f"{PATH}?ruang=Aula&petugas=2&menit=30&jeda=0&jarak=0&sisakan=0"
    assert officer.fields(officer.get(there))["ruang-1"] == "Aula"
    page = officer.get(f"{PATH}?ruang=Aula&menit=abc&jeda=-1&jarak=0&sisakan=0")
    assert page.status_code == 200
    assert "Isi angka bulat dari 10 sampai 240." in errors(page)["menit"]


def test_one_of_two_can_be_left_out_and_another_moved(officer: Visitor) -> None:
    act(officer, PATH, {"ikut-1": None, "jam-2": "2024-09-20T10:00"})
    page = words(officer.get("/perkara/1/klarifikasi/"))
    assert "10.00" in page
    assert "Terlapor" in words(officer.get(PATH)) or "Pelapor" in words(officer.get(PATH))


def test_a_session_after_the_limit_is_refused_beside_its_hour(officer: Visitor) -> None:
    page = officer.submit(PATH, {"jam-1": "2024-09-27T09:00"})
    assert page.status_code == 422
    assert "Sesudah batas penanganan" in errors(page)["jam-1"]
    assert officer.fields(page)["jam-1"] == "2024-09-27T09:00"


def test_a_ticked_session_without_an_hour_is_refused(officer: Visitor) -> None:
    page = officer.submit(PATH, {"jam-1": ""})
    assert page.status_code == 422
    assert "Isi jam" in errors(page)["jam-1"]


def test_nobody_ticked_invites_nobody(officer: Visitor) -> None:
    page = officer.submit(PATH, {"ikut-1": None, "ikut-2": None})
    assert page.status_code == 422
    assert "paling sedikit satu pihak" in words(page)
