"""The workspace of the kajian: drafts, matrices, versions, and who may read it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from lxml import html
from sqlalchemy import select

from casework.bootstrap import App
from casework.engine import matrix
from casework.engine.matrix import Element
from casework.models import Case, Draft, Opinion
from casework.services.core.work import Actor
from casework.services.upkeep.effects import drain
from tests.staff import PASSWORD
from tests.web.steps import AsRole, act, to_review
from tests.web.visitor import Typed, Visitor, errors, words
from webui.review.sanctions_page import sanctions

PATH, MATRIX = "/perkara/1/kajian", "/perkara/1/kajian/matriks/2"
TYPED = {
    "fakta": "Fakta.",
    "analisis": "Analisis.",
    "kesimpulan": "Kesimpulan.",
    "hasil-2": "pidana",
    "pasal-2": "uu-187a-2",
}


@pytest.fixture
def article(app: App) -> str:
    """An article whose elements are in the law data."""
    articles = app.law.editions["pemilihan-2020"].violations.articles.values()
    return next(one.id for one in articles if one.kind == "ancaman_pidana" and one.elements)


@pytest.fixture
def officer(app: App, as_role: AsRole, article: str) -> Visitor:
    to_review(app, as_role)
    TYPED["pasal-2"] = article
    known = app.law.editions["pemilihan-2020"].articles[article].elements
    rows = [matrix.write(Element.supported(text, ["B-1"])) for text in known]
    ASSESSED.update(TYPED | {"unsur-2": json.dumps(rows)})
    return as_role("case_officer")


ASSESSED: dict[str, str] = {}
"""The same with its matrix gone through."""


def kept(app: App) -> list[dict[str, Any]]:
    """The matrix in the newest version."""
    with app.database.read() as session:
        rows = session.scalars(select(Opinion).order_by(Opinion.id.desc())).all()
        return list(rows[0].elements)


def test_without_script_a_button_keeps_the_draft(app: App, officer: Visitor) -> None:
    act(officer, PATH, {**TYPED, "fakta": "Belum selesai", "konsep_simpan": "1"})
    page = officer.get(PATH)
    assert "dipulihkan" in words(page)
    assert officer.fields(page)["fakta"].strip() == "Belum selesai"
    with app.database.read() as session:
        (draft,) = session.scalars(select(Draft)).all()
        assert b"Belum selesai" not in draft.sealed


def test_the_kajian_tells_what_the_act_is_threatened_with(app: App, officer: Visitor) -> None:
    act(officer, PATH, {**TYPED, "pasal-2": "uu-187a-1", "konsep_simpan": "1"})
    page = words(officer.get(PATH))
    assert "Sanksi menurut tanggal perbuatan" in page
    assert "Penjara 36 sampai 72 bulan" in page
    assert "lebih menguntungkan" not in page
    with app.reading(Actor.system(1)) as work:
        later = replace(work, now=datetime(2026, 2, 1, tzinfo=UTC))
        (line,) = sanctions(later, work.session.get_one(Case, 1), ["uu-187a-1", "tidak-ada"])
    former, now = line.penalties
    assert "Penjara 36 sampai 72 bulan" in former.text
    assert now.text.startswith("Penjara paling lama 72 bulan")
    assert (former.mark, now.mark) == ("unverified", "unverified")
    assert line.favourable is not None


def test_a_draft_outlives_the_session(flask: Any, officer: Visitor) -> None:
    act(officer, PATH, {**TYPED, "fakta": "Ditulis sebelum sesi hilang", "konsep_simpan": "1"})
    again = Visitor(flask)
    assert again.get(PATH).status_code == 303
    again.sign_in("case_officer", PASSWORD)
    assert again.fields(again.get(PATH))["fakta"].strip() == "Ditulis sebelum sesi hilang"


def test_the_script_keeps_a_matrix_and_is_told_when(officer: Visitor) -> None:
    act(officer, PATH, {**TYPED, "matriks": "2"})
    form = officer.fields(officer.get(MATRIX))
    sent = {**form, "bukti-0-0": "membantah"}
    told = officer.client.post(f"{MATRIX}/draf", data=sent)
    assert told.status_code == 200
    assert "09.10 WIB" in told.json["text"]  # type: ignore[index]  # JSON
    other = officer.client.post(f"{MATRIX}/draf", data=sent)
    assert other.status_code == 409
    assert officer.fields(officer.get(MATRIX))["bukti-0-0"] == "membantah"


def test_a_page_that_outlived_its_session_gets_a_token(flask: Any, officer: Visitor) -> None:
    told = officer.get("/konsep/tanda").json
    assert told is not None
    assert told["token"]
    assert Visitor(flask).get("/konsep/tanda").status_code == 303


def test_saving_makes_a_version_and_ends_the_draft(app: App, officer: Visitor) -> None:
    act(officer, PATH, {**TYPED, "konsep_simpan": "1"})
    act(officer, PATH, dict(ASSESSED))
    assert "dipulihkan" not in words(officer.get(PATH))
    with app.database.read() as session:
        assert session.scalars(select(Draft)).all() == []
    assert {one["cells"][0]["evidence"] for one in kept(app)} == {"B-1"}


def test_a_matrix_that_was_never_opened_proposes_nothing(app: App, officer: Visitor) -> None:
    for outcome in ("pidana", "bukan_pelanggaran"):
        page = officer.submit(PATH, {**TYPED, "hasil-2": outcome})
        assert page.status_code == 422
        assert "belum dinilai pada unsur ke-1, 2" in errors(page)["unsur-2"]
    act(officer, PATH, {**TYPED, "konsep_simpan": "1"})
    assert "5 belum dinilai" in words(officer.get(PATH))


def test_the_matrix_goes_into_the_draft_and_then_into_the_version(
    app: App, officer: Visitor
) -> None:
    gone = officer.submit(PATH, {**TYPED, "matriks": "2"})
    assert gone.headers["Location"] == MATRIX
    page = officer.get(MATRIX)
    assert "tidak terbukti: belum ada bukti yang mendukung" not in words(page)
    act(officer, MATRIX, {"bukti-0-0": "mendukung", "catatan-0-0": "menit kedua"})
    assert "1 terbukti" in words(officer.get(PATH))
    assert "unsur ke-2, 3, 4, 5" in errors(officer.submit(PATH))["unsur-2"]
    act(officer, MATRIX, {f"hasil-{row}": "tidak_terbukti" for row in range(1, 5)})
    assert "padahal ada unsur yang tidak terbukti" in words(officer.get(PATH))
    act(officer, PATH)
    first, *others = kept(app)
    assert first["cells"] == [{"evidence": "B-1", "view": "mendukung", "note": "menit kedua"}]
    assert others
    assert all(one["cells"] == [] for one in others)


def test_an_empty_row_cannot_be_called_proven(officer: Visitor) -> None:
    act(officer, PATH, {**TYPED, "matriks": "2"})
    act(officer, MATRIX, {"hasil-0": "terbukti"})
    page = officer.submit(PATH)
    assert page.status_code == 422
    assert "Baris kosong tidak pernah terbukti" in errors(page)["unsur-2"]


def test_a_matrix_that_cannot_be_read_is_refused(officer: Visitor) -> None:
    for text in ("{", '[{"text": 1}]', json.dumps([{"text": "a", "cells": [{"view": "x"}]}])):
        page = officer.submit(PATH, {**TYPED, "unsur-2": text})
        assert page.status_code == 422, text
        assert "tidak terbaca" in errors(page)["unsur-2"]


def test_an_element_of_ones_own_is_kept_where_the_law_names_none(
    app: App, officer: Visitor
) -> None:
    articles = app.law.editions["pemilihan-2020"].violations.articles.values()
    bare = next(one for one in articles if one.kind == "ancaman_pidana" and not one.elements)
    act(officer, PATH, {**TYPED, "pasal-2": bare.id, "matriks": "2"})
    assert "belum ada pada data aturan" in words(officer.get(MATRIX))
    act(officer, MATRIX, {"unsur-0": "dengan sengaja", "bukti-0-0": "mendukung", "tambah": "1"})
    act(officer, PATH)
    assert [one["text"] for one in kept(app)] == ["dengan sengaja"]


def test_two_versions_stand_side_by_side(as_role: AsRole, officer: Visitor) -> None:
    act(officer, PATH, dict(ASSESSED))
    act(officer, PATH, {**ASSESSED, "fakta": "Fakta baru."})
    page = as_role("chair").get(f"{PATH}/versi?lama=1&baru=2")
    assert "<ins> baru</ins>" in page.text or "<ins>baru" in page.text.replace("<ins> ", "<ins>")
    assert as_role("chair").get(f"{PATH}/versi?lama=1&baru=9").status_code == 404


def test_it_is_secret_until_the_pleno_decided(app: App, as_role: AsRole, officer: Visitor) -> None:
    other = {"hasil-2": "hukum_lainnya", "pasal-2": "hukum-lain"}
    act(officer, PATH, {**TYPED, **other, "fakta": "Hanya untuk pleno sangkakala"})
    file = "/perkara/1/berkas/penanganan"
    assert "Hanya untuk pleno" in words(as_role("commissioner").get(file))
    for role in ("secretariat", "auditor", "intake_officer"):
        page = as_role(role).get(file)
        assert "Hanya untuk pleno" not in page.text, role
        assert "rahasia sampai pleno" in words(page), role
        assert as_role(role).get(f"{PATH}/versi").status_code == 403, role
    act(as_role("coordinator"), "/perkara/1/ajukan-pleno")
    drain(app)
    # The paper is drawn by now; its words lead nobody to the case who may not read them.
    assert not _hits(as_role("secretariat"), "sangkakala")
    assert _hits(as_role("secretariat"), "serbaguna")
    alone: Typed = {"tanpa_gakkumdu": "Pembahasan kedua belum terlaksana."}
    act(as_role("chair"), "/perkara/1/pleno/putusan", alone)
    drain(app)
    assert "Hanya untuk pleno" in words(as_role("secretariat").get(file))
    assert _hits(as_role("secretariat"), "sangkakala")


def _hits(visitor: Visitor, text: str) -> int:
    page = visitor.get(f"/perkara/?cari={text}")
    return len(html.fromstring(page.text).xpath("//main//tbody//th//a"))


def test_an_impossible_result_is_said_beside_it_with_ways_out_that_need_no_script(
    officer: Visitor,
) -> None:
    page = html.fromstring(officer.get(PATH).text)
    (guard,) = page.xpath("//div[@data-kind='kode_etik']")
    assert "hanya mengikat penyelenggara" in guard.text_content()
    assert not page.xpath("//div[@data-kind='hukum_lainnya']")
    way = guard.xpath(".//button[@name='ganti_hasil']/@value")
    assert "2:hukum_lainnya" in way
    typed = {**TYPED, "hasil-2": "kode_etik", "ganti_hasil": "2:hukum_lainnya"}
    changed = officer.submit(PATH, typed)
    assert changed.status_code == 200
    assert officer.fields(changed)["hasil-2"] == "hukum_lainnya"
    assert officer.fields(changed)["fakta"].strip() == TYPED["fakta"]
