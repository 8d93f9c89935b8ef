"""The catalogue holds every rule of an edition with its article and mark, and fetches nothing."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from casework.adapters import lawbook, rulebook
from casework.cli import cli
from casework.engine.entry import entries
from casework.engine.law import Law
from casework.engine.lawbook.book import book

EDITIONS = sorted(rulebook.load().editions)


class Page(HTMLParser):
    """Collects what a page refers to and the anchors it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.references: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.anchors.add(found.get("id") or "")
        self.references += [value for name in ("href", "src") if (value := found.get(name))]


@pytest.mark.parametrize("name", EDITIONS)
def test_every_rule_has_its_place_with_article_and_mark(law: Law, name: str) -> None:
    edition = law.edition(name)
    items = {item.rule: item for chapter in book(law, edition).chapters for item in chapter.items}
    for rule, entry in entries(edition).items():
        assert items[rule].basis == entry.basis, rule
    page = Page(lawbook.html(book(law, edition)))
    assert {rule.replace("/", "-") for rule in entries(edition)} <= page.anchors


@pytest.mark.parametrize("name", EDITIONS)
def test_the_page_needs_no_other_file(law: Law, name: str) -> None:
    page = Page(lawbook.html(book(law, law.edition(name))))
    assert page.references
    assert all(one.startswith("#") and one[1:] in page.anchors for one in page.references)


def test_what_is_not_known_says_so(law: Law) -> None:
    edition = law.edition("pemilihan-tsm-2020")
    unknown = [rule.id for rule in edition.deadlines.values() if not rule.known]
    items = {item.rule: item for chapter in book(law, edition).chapters for item in chapter.items}
    assert unknown
    for name in unknown:
        told = {line.label: line.value for line in items[f"batas/{name}"].lines}
        assert told["Lama"] == "belum diketahui"
        assert items[f"batas/{name}"].basis.note


def test_hostile_words_of_a_rule_stay_words(law: Law) -> None:
    found = replace(book(law, law.edition("pemilihan-tsm-2020")), title="<script>alert(1)</script>")
    assert "<script>" not in lawbook.html(found)


def test_the_command_writes_page_and_paper(tmp_path: Path) -> None:
    # In a process of its own: the drawing library leaves a file open that only its end closes.
    words = ["rules", "catalogue", "pemilihan-tsm-2020", "--to", str(tmp_path)]
    call = [sys.executable, "-c", "from casework.cli import main; main()", *words]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    pdf = (tmp_path / "pemilihan-tsm-2020-revisi-1.pdf").read_bytes()
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    assert "batas/putusan_tsm" in text
    assert re.search(r"Halaman 1 dari \d+", text)
    with pikepdf.open(BytesIO(pdf)) as paper:
        assert paper.Root.MarkInfo.Marked
        assert str(paper.Root.Lang) == "id"
        assert len(paper.open_outline().root) > 0
    assert (tmp_path / "pemilihan-tsm-2020-revisi-1.html").exists()


def test_an_unknown_edition_is_named(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["rules", "catalogue", "pemilihan-1999", "--to", str(tmp_path)])
    assert 'Edisi "pemilihan-1999" tidak ada' in str(done.exception)
