"""The case file: what an officer sees first."""

from __future__ import annotations

import pytest
from lxml import html

from casework.bootstrap import App
from casework.services.upkeep.effects import drain
from tests.statements import heard
from tests.web.steps import AsRole, act, to_clarification
from tests.web.visitor import upload, words
from webui.cases import file_page


def test_the_deadlines_are_a_picture_and_the_same_as_a_list(app: App, as_role: AsRole) -> None:
    to_clarification(app, as_role)
    page = html.fromstring(as_role("case_officer").get("/perkara/1").text)
    pictures = page.xpath("//svg[contains(@class, 'deadline-line')]")
    assert len(pictures) == 3
    assert {one.get("role") for one in pictures} == {"img"}
    assert not page.xpath("//*[@style]")
    (said,) = {one.get("aria-label") for one in pictures}
    assert "1 berjalan, 1 kemungkinan" in said
    told = page.xpath("//details[contains(@class, 'timeline-list')]")[0]
    listed = " ".join(told.text_content().split())
    labels = page.xpath("//svg//text[starts-with(@class, 'label')]")
    titles = {one.text.removeprefix("✓ ") for one in labels}
    assert titles
    assert all(title.rstrip("…") in listed for title in titles)
    assert "bila diperpanjang" in listed


def test_it_takes_the_same_statements_however_much_it_shows(app: App, as_role: AsRole) -> None:
    to_clarification(app, as_role)
    officer, path = as_role("case_officer"), "/perkara/1"

    def spoken() -> int:
        with heard(app) as said:
            assert officer.get(path).status_code == 200
        return len(said)

    # When a session was last seen is written once in a while, by the first view that comes late.
    spoken()
    before = spoken()
    for number in range(4):
        act(
            officer, f"{path}/bukti/baru", {"bukti": upload(), "bukti_keterangan": f"Foto {number}"}
        )
        act(officer, f"{path}/berkas/komentar", {"komentar": f"Komentar {number}"})
    # Who was mentioned is asked where somebody commented.
    assert spoken() <= before + 2
    assert before < 62


def test_the_next_act_is_that_of_the_nearest_deadline_and_the_rest_is_folded(
    app: App, as_role: AsRole
) -> None:
    to_clarification(app, as_role)
    page = html.fromstring(as_role("case_officer").get("/perkara/1").text)
    (bar,) = page.xpath("//section[contains(@class, 'actbar')]")
    (main,) = bar.xpath(".//a[@class='button']")
    (step,) = page.xpath("//ol[@class='miles']/li[@aria-current='step']")
    assert step.xpath(".//a/@href") == [main.get("href")]
    assert not page.xpath("//li[details/summary[contains(., 'Mengapa belum bisa')]]")
    assert page.xpath("//a[@href='/perkara/1/berkas/tindakan']")
    # What is done, what comes next and what is open are one way, from the law of the case.
    states = [one.get("class") for one in page.xpath("//ol[@class='miles']/li")]
    assert states == sorted(states, key=["done", "next", "open"].index)
    assert {"done", "next", "open"} == set(states)


def test_many_documents_are_paged_and_their_fingerprints_folded(
    app: App, as_role: AsRole, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_page, "PAPERS_A_PAGE", 2)
    to_clarification(app, as_role)
    drain(app)
    officer, part = as_role("case_officer"), "/perkara/1/berkas/dokumen"

    def titles(path: str) -> list[str]:
        page = html.fromstring(officer.get(path).text)
        assert not page.xpath("//p[@class='hash'][not(ancestor::details)]")
        return [one.text_content() for one in page.xpath("//ul[@class='tasks']/li//b/a")]

    first, second = titles(part), titles(f"{part}?halaman=2")
    assert len(first) == 2
    assert second
    assert first != second
    assert "Halaman 1 dari" in words(officer.get(part))
    assert titles(f"{part}?halaman=99") == []
