"""The pages about the law: every entry can be read, found, and reached from what rests on it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from flask import Flask
from lxml import html
from werkzeug.test import TestResponse

from casework.bootstrap import App
from casework.engine.categories import CATEGORIES
from casework.engine.comparing import compare
from casework.engine.lawbook.book import book
from tests.staff import ROLES
from tests.web.steps import received, to_clarification
from tests.web.visitor import Visitor, words
from webui.core import labels, law_labels

AsRole = Callable[[str], Visitor]


def links(page: TestResponse, within: str = "//main") -> list[str]:
    """Where the links of a part of the page lead, inside the law."""
    found = html.fromstring(page.text).xpath(f"{within}//a/@href")
    return [str(one) for one in found if str(one).startswith("/aturan/")]


def test_every_role_reads_the_law(as_role: AsRole) -> None:
    paths = ("", "pemilihan-2020/", "pemilihan-2020/batas/", "pemilihan-2020/batas/penanganan")
    for role in ROLES:
        for path in paths:
            assert as_role(role).get(f"/aturan/{path}").status_code == 200, (role, path)


def test_the_list_names_every_edition_with_its_time_and_marks(as_role: AsRole, app: App) -> None:
    page = words(as_role("case_officer").get("/aturan/"))
    for edition in app.law.editions.values():
        assert edition.title in page
        assert edition.pin in page
    assert "sejak Senin, 30 September 2024 sekunder" in page
    assert "awal berlakunya belum diketahui" in page


def test_an_edition_shows_every_entry_and_every_link_of_it_leads_somewhere(
    as_role: AsRole, app: App
) -> None:
    for edition in app.law.editions:
        shows_everything(as_role("case_officer"), app, edition)


def shows_everything(visitor: Visitor, app: App, edition: str) -> None:
    front = visitor.get(f"/aturan/{edition}/")
    assert front.status_code == 200
    pages = {one.partition("?")[0] for one in links(front)}
    chapters = sorted(one for one in pages if one.endswith("/") and one.count("/") == 4)
    shown: set[str] = set()
    for chapter in chapters:
        page = visitor.get(chapter)
        assert page.status_code == 200, chapter
        shown |= set(links(page, "//article"))
    pin = app.law.edition(edition).pin
    names = [one for one in app.law.builder.names(edition) if not one.startswith("surat/")]
    assert {f"/aturan/{pin}/{name}" for name in names} <= shown
    entries = {one for one in pages if one.count("/") == 4 and not one.endswith("/")}
    assert entries <= shown
    first_of_kind = {path.split("/")[3]: path for path in sorted(shown)}
    for path in first_of_kind.values():
        assert visitor.get(path).status_code == 200, path


def test_an_entry_says_article_words_mark_source_and_what_names_it(as_role: AsRole) -> None:
    page = as_role("case_officer").get("/aturan/pemilihan-2024/batas/penanganan")
    text = words(page)
    for said in (
        "3 hari kalender",
        "UU Pemilihan Pasal 134 ayat (5)",
        "paling lama 3 (tiga) hari setelah laporan diterima",
        "sekunder",
        "https://id.wikisource.org/wiki/Halaman:Perpu_1_2014.pdf/93",
        "Bunyi Perpu 1/2014",
        "Hari pertama: Setelan kantor",
        "belum terverifikasi",
    ):
        assert said in text
    assert "/aturan/pemilihan-2024@1/tindakan/registrasi" in links(page)
    assert "/aturan/pemilihan-2024@1/fakta/diregistrasi" in links(page)


def test_what_nobody_knows_is_said_plainly(as_role: AsRole, app: App) -> None:
    edition = app.law.editions["pemilu-2022"]
    rule = next(one for one in edition.deadlines.values() if not one.known)
    page = words(as_role("case_officer").get(f"/aturan/pemilu-2022/batas/{rule.id}"))
    assert "Belum diketahui. Tidak ada sumber yang menyebutnya" in page
    found = as_role("case_officer").get("/aturan/pemilu-2022/batas/?tanda=tidak_diketahui")
    titles = {one.title for one in edition.deadlines.values() if not one.known}
    heads = html.fromstring(found.text).xpath("//article/h3/a/text()")
    assert titles == {str(one) for one in heads}


def test_the_search_finds_words_of_an_entry_and_says_when_nothing_fits(as_role: AsRole) -> None:
    visitor = as_role("case_officer")
    found = visitor.get("/aturan/pemilihan-2024/semua/?cari=SETELAH+134")
    assert "/aturan/pemilihan-2024@1/batas/penanganan" not in links(
        visitor.get("/aturan/pemilihan-2024/semua/?cari=tidakadakatanya"), "//article"
    )
    assert links(found, "//article")
    nothing = visitor.get("/aturan/pemilihan-2024/batas/?cari=tidakadakatanya")
    assert "Tidak ada entri yang cocok" in words(nothing)
    unverified = visitor.get("/aturan/pemilihan-2024/pasal/?tanda=unverified")
    for badge in html.fromstring(unverified.text).xpath("//article/h3/span/text()"):
        assert badge == "belum terverifikasi"


def test_what_does_not_exist_is_not_found(as_role: AsRole) -> None:
    visitor = as_role("case_officer")
    for path in (
        "pemilihan-1999/",
        "pemilihan-2024@9/",
        "pemilihan-2024/batas/tidak_ada",
        "pemilihan-2024/ragam/",
        "pemilihan-2024/ragam/apa",
        "perbedaan?dari=x&ke=y",
        "naskah/1",
        "pemilihan-2024/katalog.docx",
    ):
        assert visitor.get(f"/aturan/{path}").status_code == 404, path


def test_the_dates_and_refusals_of_a_case_lead_to_their_entries(as_role: AsRole, app: App) -> None:
    to_clarification(app, as_role)
    officer = as_role("case_officer")
    page = officer.get("/perkara/1")
    found = set(links(page))
    assert "/aturan/pemilihan-2020@1/" in found
    assert "/aturan/pemilihan-2020@1/batas/penanganan" in found
    assert any("/fakta/" in one or "/tindakan/" in one for one in found)
    for path in found:
        assert officer.get(path).status_code == 200, path


def test_a_refused_act_leads_to_its_entry(as_role: AsRole) -> None:
    received(as_role)
    officer = as_role("case_officer")
    path = "/perkara/1/ajukan-registrasi"
    sent = {"csrf_token": officer.token(), "version": "1"}
    for page, place in (
        (officer.get(path), "//main"),
        (officer.client.post(path, data=sent), "//section[@role='alert']"),
    ):
        found = links(page, place)
        assert found, words(page)
        assert {officer.get(one).status_code for one in found} == {200}


def test_differences_tell_what_the_engine_tells(as_role: AsRole, app: App) -> None:
    visitor = as_role("case_officer")
    page = visitor.get("/aturan/perbedaan?dari=pemilihan-2024&ke=pemilihan-2025")
    editions = app.law.editions
    found = compare(app.law, editions["pemilihan-2024"], editions["pemilihan-2025"])
    shown = html.fromstring(page.text).xpath("//article/@id")
    assert shown == [one.name.replace("/", "-") for one in found.differences]
    text = words(page)
    for one in found.differences:
        assert all(said.new in text or "\n" in said.new for said in one.words), one.name
    for path in links(page, "//article"):
        assert visitor.get(path).status_code == 200, path
    same = visitor.get("/aturan/perbedaan?dari=pemilihan-2024&ke=pemilihan-2024")
    assert "Tidak ada entri yang berbeda" in words(same)


def test_the_catalogue_comes_as_html_and_as_pdf(as_role: AsRole, app: App) -> None:
    visitor = as_role("legal_reviewer")
    page = visitor.get("/aturan/pemilihan-tsm-2020/katalog.html")
    assert page.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in page.headers["Content-Security-Policy"]
    assert "TSM" in page.text
    # Once printed, the same text is not printed again: it is kept under its digest.
    kept = app.settings.var / "cache" / "katalog" / f"{hashlib.sha256(page.data).hexdigest()}.pdf"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"%PDF- dari simpanan")
    drawn = visitor.get("/aturan/pemilihan-tsm-2020@1/katalog.pdf")
    assert drawn.data == b"%PDF- dari simpanan"
    assert 'filename="pemilihan-tsm-2020-revisi-1.pdf"' in drawn.headers["Content-Disposition"]


def test_every_label_of_the_catalogue_is_known_to_the_pages(flask: Flask, app: App) -> None:
    """A label without a translation would stay Indonesian on the English page."""
    with flask.test_request_context():
        known = set(law_labels.LINES)
        for edition in app.law.editions.values():
            for chapter in book(app.law, edition).chapters:
                assert chapter.id in law_labels.KINDS
                for item in chapter.items:
                    labels = {line.label for line in item.lines}
                    labels |= {label for label, _ in item.caveats}
                    labels = {label.rstrip(" 0123456789") for label in labels}
                    if chapter.id != "nomor":
                        assert labels <= known, (item.rule, labels - known)


def test_every_category_of_the_law_has_its_word_on_the_pages() -> None:
    assert set(labels.CATEGORIES) == set(CATEGORIES)
    # An officer must find a member of Bawaslu, whom Perbawaslu 8/2022 Pasal 8 does not name.
    assert "Bawaslu" in CATEGORIES["penyelenggara_bawaslu"]
    assert "Bawaslu" in labels.CATEGORIES["penyelenggara_bawaslu"]
