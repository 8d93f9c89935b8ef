"""The page on which a pleno puts right what it decided."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from casework.bootstrap import App
from casework.models import Case, Outcome
from casework.services.core.work import Actor
from casework.services.upkeep.effects import drain
from tests.web.steps import AsRole, act, attended, newest_pleno, to_review
from tests.web.visitor import Typed, Visitor, errors, words

KAJIAN, PLENO, RALAT = "/perkara/1/kajian", "/perkara/1/pleno/putusan", "/perkara/1/pleno/ralat"
TYPED: Typed = {
    "fakta": "F.", "analisis": "A.", "kesimpulan": "K.",
    "hasil-2": "hukum_lainnya", "pasal-2": "hukum-lain",
}  # fmt: skip


@pytest.fixture
def chair(app: App, as_role: AsRole) -> Visitor:
    """The chair, with a case that the pleno has decided."""
    to_review(app, as_role)
    act(as_role("case_officer"), KAJIAN, TYPED)
    act(as_role("coordinator"), "/perkara/1/ajukan-pleno")
    act(as_role("chair"), PLENO)
    act(as_role("commissioner"), newest_pleno(app))  # the minutes wait for those who were there
    drain(app)
    return as_role("chair")


def test_it_begins_with_what_was_decided_and_wants_a_change_and_a_reason(chair: Visitor) -> None:
    page = chair.get(RALAT)
    assert chair.fields(page)["pasal-2"] == "hukum-lain"
    there = attended(chair, page)
    same = chair.submit(RALAT, {**there, "alasan": "Pasal keliru dicatat."}, page=page)
    assert same.status_code == 422
    assert "Tidak ada hasil, pasal, atau alasan yang berbeda" in words(same)
    bare = chair.submit(RALAT, {**there, "pasal-2": "perda"}, page=page)
    assert bare.status_code == 422
    assert "alasan" in errors(bare)


def test_an_impossible_correction_is_refused_and_a_possible_one_leads_back(
    app: App, chair: Visitor
) -> None:
    typed: Typed = {"hasil-2": "kode_etik", "pasal-2": "uu-136", "alasan": "Keliru dicatat."}
    asked = chair.get(RALAT)
    page = chair.submit(RALAT, {**attended(chair, asked), **typed}, page=asked)
    assert page.status_code == 422
    assert "hanya mengikat penyelenggara" in errors(page)["pasal-2"]
    act(chair, RALAT, {"pasal-2": "perda", "alasan": "Keliru dicatat."})
    drain(app)
    assert "Putusan pleno diralat" in words(chair.get("/perkara/1"))
    assert "Peraturan daerah" in words(chair.get("/perkara/1/berkas/penanganan"))


def test_a_case_that_has_ended_is_corrected_too(app: App, chair: Visitor, as_role: AsRole) -> None:
    page = words(chair.get(RALAT))
    assert "Batas waktu ralat tidak dihitung" in page
    assert "sudah selesai" not in page
    with app.unit_of_work(Actor.system(1)) as work:
        work.session.get_one(Case, 1).stage = "selesai"
    assert "Perkara ini sudah selesai. Ralat membukanya kembali" in words(chair.get(RALAT))
    act(chair, RALAT, {"pasal-2": "perda", "alasan": "Keliru dicatat."})
    assert "Penerusan" in words(chair.get("/perkara/1"))
    assert chair.get(RALAT).status_code == 200


def test_an_article_that_was_split_stays_what_the_pleno_named(app: App, chair: Visitor) -> None:
    with app.unit_of_work(Actor.system(1)) as work:
        work.session.scalars(select(Outcome)).one().article = "uu-desa-29"
    former = "UU 6/2014 Pasal 29 (huruf tidak dicatat)"
    for path in (RALAT, "/perkara/1/berkas/penanganan", newest_pleno(app)):
        assert former in words(chair.get(path)), path
        assert ">uu-desa-29<" not in chair.get(path).text
    assert chair.fields(chair.get(RALAT))["pasal-2"] == "uu-desa-29"
    assert former in words(chair.get("/perkara/?pasal=uu-desa-29"))


def test_who_is_no_commissioner_may_not(chair: Visitor, as_role: AsRole) -> None:
    assert chair.get(RALAT).status_code == 200
    assert as_role("case_officer").get(RALAT).status_code == 403
