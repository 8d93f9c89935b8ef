"""Several articles for one respondent: added and taken away without JavaScript, decided, told."""

from __future__ import annotations

import json
from itertools import product

import pytest
from flask import Flask
from lxml import html
from sqlalchemy import select

from casework.bootstrap import App
from casework.engine import matrix
from casework.engine.categories import CATEGORIES
from casework.engine.matrix import Element
from casework.models import Opinion, Outcome, Party, ReferralItem
from tests.bureau import Bureau
from tests.conftest import SettableClock
from tests.web.steps import AsRole, act, convene, to_review
from tests.web.test_many_respondents import PEOPLE
from tests.web.test_many_respondents import chair as many_respondents
from tests.web.visitor import Typed, Visitor, errors, words
from webui.review.article_choices import articles

PATH, MATRIX, PLENO = "/perkara/1/kajian", "/perkara/1/kajian/matriks/2", "/perkara/1/pleno/putusan"
LETTERS, FILE = "/perkara/1/penerusan", "/perkara/1/gakkumdu/berkas"
OTHER_LAW, CRIME, THIRD = "hukum-lain", "uu-177a", "uu-187a-1"
TYPED: Typed = {
    "fakta": "Fakta.",
    "analisis": "Analisis.",
    "kesimpulan": "Kesimpulan.",
    "hasil-2": "hukum_lainnya",
    "pasal-2": OTHER_LAW,
}
SECOND: Typed = {"hasil-2-2": "pidana", "pasal-2-2": CRIME, "alasan-2-2": "Sengaja."}
chair = many_respondents


@pytest.mark.parametrize(
    "election", [{}, {"election": "pemilu-legislatif-2024"}], ids=["pemilihan", "pemilu"]
)
def test_articles_for_somebody_else_are_never_offered_before_those_that_fit(
    flask: Flask, app: App, clock: SettableClock, election: dict[str, str]
) -> None:
    """Whatever the category and the outcome: what names such a respondent comes first."""
    office = Bureau(app, clock)
    office.receive(stage_reason="Untuk diuji.", **election)
    with app.reading(office.actor("case_officer")) as work, flask.test_request_context():
        case = office.case(work)
        edition = work.law.edition(case.edition, case.revision)
        offered = articles(work, case, CATEGORIES, ())
        for category, outcome in product(CATEGORIES, ("", *edition.violations.classes)):
            listed = offered.options("", category=category, outcome=outcome, chosen="")[1:]
            groups: dict[str, list[tuple[bool, bool]]] = {}
            for one in listed:
                article = edition.articles[one.value]
                told = article.concerns(category), category in article.addressees
                groups.setdefault(str(one.optgroup), []).append(told)
            for title, found in groups.items():
                if not title.startswith("Tidak cocok"):
                    assert all(concerns for concerns, _named in found), (category, outcome, title)
                named = [named for _concerns, named in found]
                assert named == sorted(named, reverse=True), (category, outcome, title)


@pytest.fixture
def officer(app: App, as_role: AsRole) -> Visitor:
    to_review(app, as_role)
    return as_role("case_officer")


@pytest.fixture(autouse=True)
def assessed(app: App) -> None:
    """What is typed for the second article holds its matrix, each element with a proof."""
    known = app.law.editions["pemilihan-2020"].articles[CRIME].elements
    rows = [matrix.write(Element.supported(text, ["B-1"])) for text in known]
    SECOND["unsur-2-2"] = json.dumps(rows)


def with_second(officer: Visitor, typed: Typed | None = None) -> object:
    """The page of the kajian with a second article, both filled."""
    page = officer.submit(PATH, {**TYPED, "tambah_pasal": "2"})
    assert page.status_code == 200
    fields = officer.fields(page)
    assert fields["pasal-2"] == OTHER_LAW
    assert "pasal-2-2" in fields
    return officer.submit(PATH, {**SECOND, **(typed or {})}, page=page)


def kept(app: App) -> list[tuple[int, str, str]]:
    with app.database.read() as session:
        rows = session.scalars(select(Opinion).order_by(Opinion.review_id.desc(), Opinion.number))
        return [(one.number, one.violation_class, one.article) for one in rows]


def test_one_article_looks_as_ever_and_offers_another(officer: Visitor) -> None:
    page = html.fromstring(officer.get(PATH).text)
    assert page.xpath("//button[@name='tambah_pasal']/@value") == ["2"]
    assert not page.xpath("//button[@name='buang_pasal'] | //fieldset[@class='allegation']")


def test_only_articles_of_the_day_of_the_event_are_offered(officer: Visitor) -> None:
    page = html.fromstring(officer.get(PATH).text)
    offered = page.xpath("//select[@name='pasal-2']//option/@value")
    assert {OTHER_LAW, CRIME, "netralitas-asn"} <= set(offered)
    # They hold since 14 November 2024 and until 2022; the event was in September 2024.
    assert not {"uu-188", "netralitas-asn-2020"} & set(offered)


def test_a_second_article_is_added_and_becomes_a_version(app: App, officer: Visitor) -> None:
    done = with_second(officer)
    assert done.status_code == 303  # type: ignore[attr-defined]  # an answer
    assert kept(app) == [(1, "hukum_lainnya", OTHER_LAW), (2, "pidana", CRIME)]
    again = officer.fields(officer.get(PATH))
    assert (again["pasal-2"], again["pasal-2-2"]) == (OTHER_LAW, CRIME)


def test_what_was_just_added_has_the_focus(officer: Visitor) -> None:
    page = html.fromstring(officer.submit(PATH, {**TYPED, "tambah_pasal": "2"}).text)
    assert page.xpath("//select[@autofocus]/@name") == ["hasil-2-2"]


def test_one_is_taken_away_and_the_next_moves_up(app: App, officer: Visitor) -> None:
    page = officer.submit(PATH, {**TYPED, "tambah_pasal": "2"})
    fewer = officer.submit(PATH, {**SECOND, "buang_pasal": "2-1"}, page=page)
    fields = officer.fields(fewer)
    assert (fields["hasil-2"], fields["pasal-2"]) == ("pidana", CRIME)
    assert fields["alasan-2"].strip() == "Sengaja."
    assert "pasal-2-2" not in fields
    assert officer.submit(PATH, page=fewer).status_code == 303
    assert kept(app) == [(1, "pidana", CRIME)]


def test_nonsense_adds_and_takes_nothing(officer: Visitor) -> None:
    for typed in (
        {"tambah_pasal": "x"}, {"tambah_pasal": "999"}, {"buang_pasal": "2"},
        {"buang_pasal": "2-9"}, {"buang_pasal": "x-y"},
    ):  # fmt: skip
        page = officer.submit(PATH, {**TYPED, **typed})
        assert page.status_code == 200
        assert "pasal-2-2" not in officer.fields(page)


def test_the_same_article_twice_is_refused_beside_the_second(officer: Visitor) -> None:
    page = with_second(officer, {"pasal-2-2": OTHER_LAW})
    assert page.status_code == 422  # type: ignore[attr-defined]  # an answer
    assert "Satu pasal dinilai sekali" in errors(page)["pasal-2-2"]  # type: ignore[arg-type]  # a page


def test_an_added_article_that_stays_empty_is_refused(officer: Visitor) -> None:
    page = with_second(officer, {"hasil-2-2": "", "pasal-2-2": "", "alasan-2-2": ""})
    assert page.status_code == 422  # type: ignore[attr-defined]  # an answer
    assert "Pilih usul" in errors(page)["hasil-2-2"]  # type: ignore[arg-type]  # a page


def test_a_draft_keeps_it_and_each_has_a_matrix_of_its_own(app: App, officer: Visitor) -> None:
    page = officer.submit(PATH, {**TYPED, "tambah_pasal": "2"})
    gone = officer.submit(PATH, {**SECOND, "matriks": "2-2"}, page=page)
    assert gone.headers["Location"] == f"{MATRIX}/2"
    assert "UU Pemilihan Pasal 177A" in words(officer.get(f"{MATRIX}/2"))
    assert officer.get(f"{MATRIX}/3").status_code == 404
    act(officer, f"{MATRIX}/2", {"unsur-0": "dengan sengaja", "bukti-0-0": "mendukung"})
    assert "dipulihkan" in words(officer.get(PATH))
    act(officer, PATH)
    with app.database.read() as session:
        first, second = session.scalars(select(Opinion).order_by(Opinion.number)).all()
    assert "dengan sengaja" not in str(first.elements)
    assert "dengan sengaja" in str(second.elements)


def test_versions_show_each_article(officer: Visitor) -> None:
    act(officer, PATH, TYPED)
    with_second(officer)
    page = words(officer.get(f"{PATH}/versi?lama=1&baru=2"))
    assert "pasal ke-2" in page
    assert "UU Pemilihan Pasal 177A" in page


def test_who_initials_it_reads_each_article(officer: Visitor, as_role: AsRole) -> None:
    with_second(officer)
    page = words(as_role("coordinator").get("/perkara/1/paraf/reviews/1"))
    assert "Usul untuk 1 terlapor" in page
    assert "UU Pemilihan Pasal 177A" in page


def test_the_pleno_decides_each_and_two_agencies_get_their_own(
    app: App, officer: Visitor, as_role: AsRole
) -> None:
    with_second(officer)
    act(as_role("coordinator"), "/perkara/1/ajukan-pleno")
    chair = as_role("chair")
    page = chair.get(PLENO)
    # What the kajian names cannot be taken off the page; a further article can.
    assert not html.fromstring(page.text).xpath("//button[@name='buang_pasal']")
    more = chair.submit(PLENO, {"tambah_pasal": "2"}, page=page)
    assert html.fromstring(more.text).xpath("//button[@name='buang_pasal']/@value") == ["2-3"]
    third: dict[str, object] = {
        "hasil-2-3": "bukan_pelanggaran",
        "pasal-2-3": THIRD,
        "hasil-2-2": "",
    }
    missed = convene(chair, PLENO, third, more)
    assert missed.status_code == 422
    assert "Pilih hasil" in errors(missed)["hasil-2-2"]
    assert convene(chair, PLENO, {"hasil-2-2": "pidana"}, missed).status_code == 422
    alone: dict[str, object] = {
        "hasil-2-2": "pidana",
        "tanpa_gakkumdu": "Pembahasan kedua belum terlaksana.",
    }
    assert convene(chair, PLENO, alone, missed).status_code == 303
    index = as_role("case_officer").get(FILE)
    assert "daftar periksa, bukan kewajiban" in words(index)
    asked = as_role("case_officer").fields(index)
    why: Typed = {
        name: "Belum diserahkan penyidik." for name in asked if name.startswith("alasan-")
    }
    act(as_role("case_officer"), FILE, why)
    shown = words(as_role("case_officer").get(LETTERS))
    assert "Kepala Desa Satu: UU Pemilihan Pasal 177A" in shown
    assert THIRD not in shown
    act(as_role("case_officer"), LETTERS)
    with app.database.read() as session:
        outcomes = session.scalars(select(Outcome).order_by(Outcome.number)).all()
        items = session.scalars(select(ReferralItem)).all()
    assert [one.violation_class for one in outcomes] == [
        "hukum_lainnya", "pidana", "bukan_pelanggaran",
    ]  # fmt: skip
    assert {one.outcome_id for one in items} == {one.id for one in outcomes[:2]}
    file = words(as_role("coordinator").get("/perkara/1/berkas/penanganan"))
    assert "187A" in file
    assert file.count("UU Pemilihan Pasal 177A") >= 2


def test_the_bulk_row_adds_an_article_to_many(app: App, chair: Visitor) -> None:
    page = chair.get(PLENO)
    more = chair.submit(
        PLENO,
        {"semua_untuk": "kepala_desa", "semua_hasil": "pidana", "semua_pasal": CRIME,
         "terapkan": "tambah"},
        page=page,
    )  # fmt: skip
    assert f"{PEOPLE} Pelanggaran hukum lainnya" in words(more)
    assert "3 Tindak pidana" in words(more)
    # With the article at the top only the allegation that has it is changed.
    changed = chair.submit(
        PLENO,
        {"semua_untuk": "semua", "semua_hasil": "bukan_pelanggaran", "semua_pasal": CRIME,
         "terapkan": "1"},
        page=chair.submit(PLENO, {"semua_untuk": "kepala_desa", "terapkan": "tambah"}, page=more),
    )  # fmt: skip
    fields = chair.fields(changed)
    villages = {name: value for name, value in fields.items() if name.startswith("hasil-")}
    with app.database.read() as session:
        heads = session.scalars(select(Party.id).where(Party.category == "kepala_desa")).all()
    for key in heads:
        assert villages[f"hasil-{key}"] == "hukum_lainnya"
        assert villages[f"hasil-{key}-2"] == "bukan_pelanggaran"
        assert f"hasil-{key}-3" not in villages
