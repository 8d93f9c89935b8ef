"""Every text of the pages exists in English too, and keeps its placeholders."""

from __future__ import annotations

import ast
import io
import re
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from flask import Flask
from lxml import html

import casework
import webui
from casework.adapters import rulebook
from tests.web.steps import AsRole, received
from tests.web.visitor import Visitor, words
from webui.core.language import catalogue

ROOT = Path(webui.__file__).parent
KEYWORDS = dict.fromkeys(("_", "_l", "_t", "gettext", "lazy_gettext")) | {"ngettext": (1, 2)}
REFUSALS = (
    "wording", "Problem", "NotFound", "NotPermitted", "Conflict", "Unavailable", "IntegrityFault",
    "DeadlineRefused",
)  # fmt: skip
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
    return said | acts() | titles() | refusals()


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
    """What pages say of the law in words of their own, where cases are taken by it.

    What an article says, and what lawyers note on it, stays Indonesian and is marked so.
    """
    found: set[str] = set()
    for edition in rulebook.load().editions.values():
        if not edition.no_cases:
            found |= {edition.title} | {one.title for one in edition.acts.values()}
            found |= {one.title for one in edition.stages.values()}
            found |= {one.title for one in edition.forms.values()}
            found |= {one.title for one in edition.file_items.values()}
            for rule in edition.deadlines.values():
                found |= {rule.title, rule.on_expiry}
            for fact in edition.facts.values():
                found |= {fact.title, fact.missing, fact.cure, fact.undo}
            for one in edition.requirements.values():
                found |= {one.title, one.help}
    return found - {""}


def refusals() -> set[str]:
    """What services say when they refuse: plain texts, and patterns that are filled."""
    calls = (
        node
        for file in (Path(casework.__file__).parent / "services").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Call) and _refuses(ast.unparse(node.func))
    )
    return {
        one.value
        for call in calls
        for one in [*call.args, *(keyword.value for keyword in call.keywords)]
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and " " in one.value
    }


def _refuses(called: str) -> bool:
    name = called.rpartition(".")[2]
    return called == "BadInput.one" or (name in REFUSALS) or name.endswith("Failed")


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
    assert page.xpath("//*[contains(@class, 'criterion-said')]//li")
    assert not page.xpath(
        "//*[contains(@class, 'criterion-said')]//li[not(ancestor::*[@lang='id'])]"
    )
    assert not page.xpath("//*[contains(@class, 'criterion-law')]//blockquote[not(@lang='id')]")
