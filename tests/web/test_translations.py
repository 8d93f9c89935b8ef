"""Every text of the pages exists in English too, and keeps its placeholders."""

from __future__ import annotations

import io
import re
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from flask import Flask
from lxml import html

import webui
from casework.adapters import rulebook
from tests.web.steps import AsRole, received
from tests.web.visitor import Visitor, words
from webui.core.language import catalogue

ROOT = Path(webui.__file__).parent
KEYWORDS = dict.fromkeys(("_", "_l", "_t", "gettext", "lazy_gettext")) | {"ngettext": (1, 2)}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")


def messages() -> set[str]:
    """Every text of code and templates."""
    found = extract_from_dir(
        ROOT,
        method_map=[("**.py", "python"), ("templates/**.html", "jinja2")],
        options_map={"templates/**.html": {"trim_blocks": "true", "lstrip_blocks": "true"}},
        keywords=KEYWORDS,
    )
    said = {
        text if isinstance(text, str) else text[0] for _file, _line, text, _notes, _context in found
    }
    return said | acts() | titles()


def acts() -> set[str]:
    """What buttons and the record say of the acts of the law, where cases are taken by it."""
    return {
        text
        for edition in rulebook.load().editions.values()
        if not edition.no_cases
        for act in edition.acts.values()
        for text in (act.label, act.done)
        if text
    }


def titles() -> set[str]:
    """What deadlines and facts of the law are called, where cases are taken by it."""
    taken = [one for one in rulebook.load().editions.values() if not one.no_cases]
    return {one.title for edition in taken for one in edition.deadlines.values()} | {
        one.title for edition in taken for one in edition.facts.values()
    }


def test_every_text_is_translated_and_keeps_its_placeholders() -> None:
    english = catalogue("en")
    untranslated = []
    for text in messages():
        there = english._catalog.get(text) or english._catalog.get((text, 1))
        if not there:
            untranslated.append(text)
        else:
            assert set(PLACEHOLDER.findall(text)) == set(PLACEHOLDER.findall(there)), text
    assert untranslated == []


def test_the_catalogue_holds_nothing_that_is_no_longer_used() -> None:
    content = (ROOT / "translations/en/LC_MESSAGES/messages.po").read_bytes()
    known = {
        entry.id if isinstance(entry.id, str) else entry.id[0]
        for entry in read_po(io.BytesIO(content))
        if entry.id
    }
    assert known - messages() == set()


def test_the_switch_changes_the_language_and_goes_back(flask: Flask) -> None:
    visitor = Visitor(flask, "chair")
    assert "Meja kerja" in words(visitor.get("/"))
    answer = visitor.client.post(
        "/bahasa/en", data={"csrf_token": visitor.token(), "kembali": "/perkara/?tahap=kajian"}
    )
    assert answer.headers["Location"] == "/perkara/?tahap=kajian"
    page = visitor.get("/")
    assert "My desk" in words(page)
    assert '<html lang="en">' in page.text


def test_an_unknown_language_changes_nothing(flask: Flask) -> None:
    visitor = Visitor(flask, "chair")
    visitor.client.post("/bahasa/xx", data={"csrf_token": visitor.token()})
    assert "Meja kerja" in words(visitor.get("/"))


def test_an_english_page_says_what_of_it_stays_indonesian(as_role: AsRole) -> None:
    received(as_role)
    visitor = as_role("case_officer")
    visitor.client.post("/bahasa/en", data={"csrf_token": visitor.token(), "kembali": "/"})
    page = html.fromstring(visitor.get("/perkara/1/syarat").text)
    assert page.xpath("//*[contains(@class, 'suggested')]//li")
    assert not page.xpath("//*[contains(@class, 'suggested')]//li[not(ancestor::*[@lang='id'])]")
    assert not page.xpath("//*[contains(@class, 'law')]//blockquote[not(@lang='id')]")
