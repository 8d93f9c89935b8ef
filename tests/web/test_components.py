"""The page of components: all of them, in training only; sorting and filter keep the address."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask
from lxml import html

from tests.web.visitor import Visitor, errors

AsRole = Callable[[str], Visitor]
PIECES = 20


def test_every_component_is_shown_with_when_to_use_it(as_role: AsRole) -> None:
    page = as_role("case_officer").get("/komponen")
    sections = html.fromstring(page.text).xpath("//main//section[@class='sheet']")
    assert len(sections) == PIECES
    for one in sections:
        assert one.xpath("./p/code"), one.get("id")


def test_every_colour_of_the_tokens_is_listed(as_role: AsRole) -> None:
    page = as_role("case_officer").get("/komponen").text
    for name in ("--late", "--calm", "--sheet", "--gap-4"):
        assert f"<code>{name}</code>" in page


def test_the_sample_form_shows_its_refusals(as_role: AsRole) -> None:
    page = as_role("case_officer").submit("/komponen")
    assert page.status_code == 422
    assert "Belum diisi" in errors(page)["nama"]


def test_a_heading_sorts_and_keeps_the_filter(as_role: AsRole) -> None:
    page = html.fromstring(as_role("case_officer").get("/komponen?tahap=kajian&urut=terlapor").text)
    (heading,) = page.xpath("//th[@aria-sort]")
    assert heading.get("aria-sort") == "ascending"
    assert heading.xpath("./a/@href") == ["/komponen?tahap=kajian&urut=-terlapor"]
    counts = page.xpath("//td[@data-label='Terlapor']/text()")
    assert counts == ["1", "2", "34"]
    assert page.xpath("//ul[@class='chosen']//a[@class='tag']/@href") == ["/komponen?urut=terlapor"]


def test_outside_training_it_does_not_exist(flask: Flask, as_role: AsRole) -> None:
    visitor = as_role("case_officer")
    flask.config["TRAINING"] = False
    assert visitor.get("/komponen").status_code == 404
