"""What every PDF must keep, whatever its data: text inside the page, structure, fonts, language.

Each check yields sentences; none means fine. Boxes are those of the single glyphs in the PDF.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfua
import pikepdf
import pypdfium2

from tests.documents import archive

POINTS = 72 / 25.4
# The content box of the page: left and right margin, and where the feet begin (_layout/base.css).
LEFT, RIGHT, TOP, FOOT = 28 * POINTS, 190 * POINTS, (297 - 8) * POINTS, 5 * POINTS
# A letter may hang over its box, and WeasyPrint ends a justified line of many words a little late
# (up to 3.5 points were seen): far less than any margin.
SLACK = 4.0
# The second checker wants the identifier of PDF/UA, which PDF/A-2 papers do not carry.
EXPECTED = {"UA-28-004": "no PDF/UA identifier: the papers claim PDF/A-2 alone"}
# Its rule on headings fails on some papers; `headings` asks the same.
NOT_RUN = frozenset({"UA-14-001"})


@dataclass(frozen=True)
class Page:
    """What stands on a page: its text, and the boxes of the runs of its glyphs, in points."""

    text: str
    runs: tuple[tuple[float, float, float, float], ...]


def faults(pdf: bytes, *, draft: bool = False, texts: Sequence[str] = ()) -> Iterator[str]:
    """Everything that is wrong with a PDF; `texts` must stand in it letter by letter."""
    seen = pages(pdf)
    for number, page in enumerate(seen, start=1):
        for fault in (*outside(page), *overprinted(page), *counted(page, number, len(seen))):
            yield f"page {number}: {fault}"
    yield from literal(seen, texts)
    yield from structure(pdf, draft=draft)


def pages(pdf: bytes) -> list[Page]:
    """Read what a reader sees; a run's box is the box around all of its glyphs."""
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    found = []
    for page in document:
        text = page.get_textpage()
        runs = tuple(text.get_rect(i) for i in range(text.count_rects()))
        found.append(Page(text.get_text_bounded(), runs))
        text.close()
        page.close()
    document.close()
    return found


def outside(page: Page) -> Iterator[str]:
    """The first glyphs outside the content box."""
    for left, bottom, right, top in page.runs:
        within = (
            left >= LEFT - SLACK
            and right <= RIGHT + SLACK
            and bottom >= FOOT - SLACK
            and top <= TOP + SLACK
        )
        if not within:
            yield f"text at {left:.0f},{bottom:.0f}–{right:.0f},{top:.0f} is outside the page"
            return


def overprinted(page: Page) -> Iterator[str]:
    """The first runs of text that lie upon each other."""
    for first, second in pairwise(sorted(page.runs, key=lambda box: (-box[3], box[0]))):
        wide = min(first[2], second[2]) - max(first[0], second[0])
        high = min(first[3], second[3]) - max(first[1], second[1])
        lower = min(first[3] - first[1], second[3] - second[1])
        if wide > 1 and high > 0.6 * lower:
            yield f"text over text at {first[0]:.0f},{first[3]:.0f}"
            return


def counted(page: Page, number: int, count: int) -> Iterator[str]:
    """A page that does not say which of how many it is."""
    words = f"Halaman {number} dari {count}"
    if words not in " ".join(page.text.split()):
        yield f"does not say “{words}”"


def literal(seen: Sequence[Page], texts: Sequence[str]) -> Iterator[str]:
    """Texts that do not stand there letter by letter (white space aside)."""
    shown = "".join("".join(page.text.split()) for page in seen)
    for text in texts:
        if "".join(text.split()) not in shown:
            yield f"does not print literally: {text}"


def structure(pdf: bytes, *, draft: bool = False) -> Iterator[str]:
    """What PDF/A-2 and a reader aloud need; by our own rules, then by a second checker."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        yield from _root(opened)
        yield from _objects(opened, draft=draft)
        yield from archive.faults(pdf, opened)
        tree = list(tags(opened.Root.get("/StructTreeRoot")))
        yield from headings([kind for kind, _ in tree])
        yield from lists(tree)
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        Path(file.name).write_bytes(pdf)
        for outcome in pdfua.validate(file.name).outcomes:
            if outcome.skipped_reason and outcome.rule_id not in NOT_RUN:
                yield f"{outcome.rule_id} was not asked: {outcome.skipped_reason}"
            for finding in outcome.findings:
                if finding.rule_id not in EXPECTED:
                    yield f"{finding.rule_id}: {finding.message}"


def tags(node: Any) -> Iterator[tuple[str, list[str]]]:
    """Every tag in the order of reading, with those right below it."""
    below = list(_below(node)) if node is not None else []
    for one in below:
        yield str(one.S), [str(child.S) for child in _below(one)]
        yield from tags(one)


def _below(node: Any) -> Iterator[Any]:
    kids = node.get("/K", [])
    for one in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(one, pikepdf.Dictionary) and "/S" in one:
            yield one


def headings(kinds: Sequence[str]) -> Iterator[str]:
    """A heading that comes before one of a higher rank, or skips a rank."""
    rank = 0
    for kind in kinds:
        if kind[:2] == "/H" and kind[2:].isdigit():
            if int(kind[2:]) > rank + 1:
                yield f"{kind} follows a heading of rank {rank}"
            rank = int(kind[2:])


def lists(tree: Sequence[tuple[str, Sequence[str]]]) -> Iterator[str]:
    """A list of something else than items, an item of something else than label and body."""
    allowed = {"/L": {"/LI", "/Caption"}, "/LI": {"/Lbl", "/LBody"}}
    for kind, below in tree:
        if strange := set(below) - allowed.get(kind, set(below)):
            yield f"{kind} holds {sorted(strange)}"


def _root(opened: Any) -> Iterator[str]:
    root = opened.Root
    if root.get("/Lang") != "id":
        yield "its language is not Indonesian"
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "it is not tagged"
    xmp = root.Metadata.read_bytes().decode()
    if 'pdfaid:part="2"' not in xmp or 'pdfaid:conformance="A"' not in xmp:
        yield "it does not claim PDF/A-2a"
    if "/OutputIntents" not in root or "/DestOutputProfile" not in root.OutputIntents[0]:
        yield "its colours are not described"
    if "/AF" in root or "/AcroForm" in root or "/OpenAction" in root or "/AA" in root:
        yield "it carries files, fields or actions"
    if {"/JavaScript", "/EmbeddedFiles"} & set(root.get("/Names", {}).keys()):
        yield "it carries a script or a file"
    if opened.is_encrypted:
        yield "it is encrypted"
    if not str(opened.docinfo.get("/Title", "")):
        yield "it has no title"
    heads = [kind for kind in _kinds(opened) if kind in ("/H1", "/H2")]
    if heads and "/Outlines" not in root:
        yield "it has headings and no outline"


def _objects(opened: Any, *, draft: bool) -> Iterator[str]:
    kinds = set(_kinds(opened))
    for wanted in ("/P", "/Figure") if not draft else ("/P",):
        if wanted not in kinds:
            yield f"no {wanted} in its structure"
    for one in opened.objects:
        if not isinstance(one, pikepdf.Dictionary):
            continue
        if one.get("/Type") == "/FontDescriptor":
            name = str(one.FontName)
            if "Liberation" not in name:
                yield f"drawn in {name}, which is no letter font"
            if not {"/FontFile2", "/FontFile3"} & set(one.keys()):
                yield f"{name} is not embedded"
        if one.get("/S") == "/Figure" and not str(one.get("/Alt", "")):
            yield "a picture without a text in its place"
        if one.get("/Type") == "/Annot" or "/URI" in one:
            yield "a link or an annotation"


def _kinds(opened: Any) -> list[str]:
    return [
        str(one.get("/S"))
        for one in opened.objects
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/StructElem"
    ]
