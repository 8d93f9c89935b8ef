"""A crime through its pages: the discussions, each institution apart, and the assignment letter."""

from __future__ import annotations

import pytest
from lxml import html
from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Discussion, Document
from tests.web.reporting import receive
from tests.web.steps import AsRole, act, all_met, to_clarification
from tests.web.visitor import Typed, Visitor, errors, report, words

FIRST = "/perkara/1/gakkumdu/pembahasan-pertama"
SAID: Typed = {
    **{f"hadir-{one}": f"Orang {one}; Jabatan {one}" for one in ("bawaslu", "polri", "kejaksaan")},
    **{f"pendapat-{one}": f"Kata {one}." for one in ("bawaslu", "polri", "kejaksaan")},
    "kesimpulan": "dilanjutkan",
    "penjelasan": "Sependapat.",
}


def offered(page: str, path: str) -> bool:
    """Is the act a button among the officer's own next steps?"""
    (bar,) = html.fromstring(page).xpath("//section[contains(@class, 'actbar')]")
    return path in bar.xpath(".//a[@class='button']/@href | .//ul[@class='mine']//a/@href")


@pytest.fixture
def officer(app: App, as_role: AsRole) -> Visitor:
    """The case officer of a registered report that suspects a crime."""
    receive(as_role("intake_officer"), report(dugaan_pidana="y"))
    officer = as_role("case_officer")
    act(officer, "/perkara/1/syarat", all_met(app))
    act(officer, "/perkara/1/ajukan-registrasi")
    act(as_role("chair"), "/perkara/1/pleno/registrasi")
    return officer


def test_the_discussion_is_the_next_step_and_stands_on_the_line(officer: Visitor) -> None:
    page = officer.get("/perkara/1")
    assert offered(page.text, FIRST)
    assert "Gakkumdu pertama" in words(page)


def test_a_case_without_a_crime_is_spared_them(app: App, as_role: AsRole) -> None:
    to_clarification(app, as_role)
    page = words(as_role("case_officer").get("/perkara/1"))
    assert "Gakkumdu pertama" not in page
    assert "Belum bisa Catat pembahasan" not in page


def test_an_opinion_that_is_missing_is_asked_for_and_the_rest_stays(officer: Visitor) -> None:
    page = officer.submit(FIRST, {**SAID, "pendapat-polri": ""})
    assert page.status_code == 422
    assert "Pendapat Kepolisian belum diisi" in errors(page)["pendapat-polri"]
    assert officer.fields(page)["pendapat-kejaksaan"].strip() == "Kata kejaksaan."


def test_three_opinions_are_kept_and_shown_apart(app: App, officer: Visitor) -> None:
    act(officer, FIRST, dict(SAID))
    with app.database.read() as session:
        row = session.scalars(select(Discussion)).one()
        kinds = session.scalars(select(Document.kind)).all()
    assert [one["text"] for one in row.opinions] == [
        "Kata bawaslu.", "Kata polri.", "Kata kejaksaan.",
    ]  # fmt: skip
    assert row.attendance[1] == {
        "institution": "polri", "name": "Orang polri", "position": "Jabatan polri",
    }  # fmt: skip
    assert "berita_acara_gakkumdu_1" in kinds
    shown = words(officer.get("/perkara/1/berkas/penanganan"))
    assert all(f"Kata {one}." in shown for one in ("bawaslu", "polri", "kejaksaan"))
    assert not offered(officer.get("/perkara/1").text, FIRST)


def test_a_secret_kajian_keeps_what_was_said(app: App, officer: Visitor, as_role: AsRole) -> None:
    act(officer, FIRST, dict(SAID))
    assert "Kata polri." not in words(as_role("secretariat").get("/perkara/1/berkas/penanganan"))
    assert as_role("secretariat").get(FIRST).status_code == 403


def test_the_assignment_letter_waits_for_the_chair(app: App, officer: Visitor) -> None:
    typed: Typed = {
        "petugas": "Staf Satu; Staf\nPenyidik Dua",
        "tugas": "melaksanakan penyelidikan",
    }
    act(officer, "/perkara/1/gakkumdu/surat-tugas", typed)
    with app.database.read() as session:
        letter = session.scalars(select(Document).where(Document.kind == "surat_tugas")).one()
    assert letter.state == "planned"
    assert [one["name"] for one in letter.context["assigned"]] == ["Staf Satu", "Penyidik Dua"]
