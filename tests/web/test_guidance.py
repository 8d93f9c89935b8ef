"""Guidance stands on every page, cites the law instead of repeating it, and leads on a tour."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask
from lxml import html

from casework.bootstrap import App
from tests.web.reporting import hand_in
from tests.web.steps import received
from tests.web.visitor import Visitor, report, words
from webui.core import access
from webui.guide.screen import of_endpoint, screens

AsRole = Callable[[str], Visitor]


def test_every_page_of_the_staff_has_its_guidance(flask: Flask, as_role: AsRole) -> None:
    with flask.app_context():
        guarded = {
            rule.endpoint
            for rule in flask.url_map.iter_rules()
            if "GET" in (rule.methods or ()) and access.permission_of(rule.endpoint) != access.OPEN
        }
        assert {name for name in guarded if of_endpoint(name, {}) is None} == NOT_PAGES


NOT_PAGES = {
    "bundles.merged",
    "bundles.progress",
    "bundles.singles",
    "decrees.export",
    "drafts.token",
    "files.paper",
    "files.proof",
    "files.states",
    "kerawanan.booklet",
    "kerawanan.form_cegah",
    "law.catalogue",
    "law.document",
    "lists.download",
    "lists.progress",
    "offices.emblem_picture",
    "picture.state",
    "registers.download",
    "regulations.picture",
    "signing.copy",
    "signing.preview",
    "submissions.waiting",
    "unanswered.download",
    "viewer.document_page",
    "viewer.document_small",
    "viewer.proof_page",
    "viewer.proof_small",
}
"""They answer with a file or with figures for a script, or explain themselves."""


def test_no_guidance_is_about_a_page_there_is_not(flask: Flask, app: App) -> None:
    named = {endpoint for screen in screens() for endpoint in screen.endpoints}
    assert named - set(flask.view_functions) == set()
    rules = {rule for screen in screens() for rule in screen.rules}
    known = {
        f"{kind}/{one}"
        for edition in app.law.editions.values()
        for kind, ids in (("batas", edition.deadlines), ("tindakan", edition.acts))
        for one in ids
    }
    assert rules - known == set()
    assert len({screen.id for screen in screens()}) == len(screens())


def test_a_page_shows_its_guidance_with_the_article_and_its_mark(app: App, as_role: AsRole) -> None:
    received(as_role)
    page = as_role("case_officer").get("/perkara/1/syarat")
    shown = html.fromstring(page.text).xpath("//details[@class='guidance no-print']")
    assert len(shown) == 1
    text = " ".join(shown[0].text_content().split())
    rule = app.law.editions["pemilihan-2020"].deadlines["kajian_awal"]
    assert "Nilai syarat satu per satu" in text
    assert " ".join(rule.basis.citation.split()) in text
    assert shown[0].xpath(".//*[contains(@class, 'mark')]")


def test_a_pemilu_is_reported_on_the_pages_and_guided_by_its_own_law(as_role: AsRole) -> None:
    typed = {
        **report(),
        "pemilihan": "pemilu-legislatif-2024",
        "tanggal_kejadian": "2024-02-19",
        "tanggal_diketahui": "2024-02-19",
        "catatan_terlambat": "Baru disampaikan.",
    }
    assert hand_in(as_role("intake_officer"), typed).status_code == 303
    page = as_role("case_officer").get("/perkara/1/syarat")
    (shown,) = html.fromstring(page.text).xpath("//details[@class='guidance no-print']")
    assert "Perbawaslu 7/2022" in shown.text_content()
    assert "Perbawaslu 8/2020" not in shown.text_content()


def test_the_guide_of_a_role_holds_what_it_may_open_and_no_more(as_role: AsRole) -> None:
    chair = as_role("chair")
    guide = words(chair.get("/panduan/case_officer"))
    assert "Nilai syarat satu per satu" in guide
    assert "jangan menolak di meja" not in guide
    assert "jangan menolak di meja" in words(chair.get("/panduan/intake_officer"))
    assert chair.get("/panduan/raja").status_code == 404
    assert chair.get("/panduan/sistem").status_code == 404


def test_the_tour_leads_from_page_to_page_and_ends(as_role: AsRole) -> None:
    visitor = as_role("intake_officer")
    data = {"csrf_token": visitor.token(), "langkah": "1"}
    answer = visitor.client.post("/panduan/tur", data=data)
    assert answer.headers["Location"] == "/"
    first = words(visitor.get("/"))
    assert "Tur, perhentian 1 dari" in first
    answer = visitor.client.post("/panduan/tur", data={**data, "langkah": "2"})
    assert answer.headers["Location"] == "/laporan/mulai"
    assert "Tur, perhentian 2" in words(visitor.get("/laporan/mulai"))
    visitor.client.post("/panduan/tur", data={**data, "langkah": "0"})
    assert "Tur, perhentian" not in words(visitor.get("/"))
    visitor.client.post("/panduan/tur", data={**data, "langkah": "999"})
    assert "Tur, perhentian" not in words(visitor.get("/"))


def test_the_tour_is_for_training_only(flask: Flask, as_role: AsRole) -> None:
    visitor = as_role("intake_officer")
    data = {"csrf_token": visitor.token(), "langkah": "1"}
    flask.config["TRAINING"] = False
    assert visitor.client.post("/panduan/tur", data=data).status_code == 404
    assert "Mulai tur" not in words(visitor.get("/panduan/"))
