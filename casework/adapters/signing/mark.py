"""The visible mark of an electronic signature, and where on the paper it goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, cast

import jinja2
import pypdf
from pypdf.errors import PyPdfError
from weasyprint import HTML

from casework.adapters.pdf.fetcher import SCHEME, ClosedFetcher

WIDTH, HEIGHT = 190, 46
"""Size of the mark in points."""
_SMALL = 0.8
_MARGIN = 60
_PAGE = """<!doctype html><html lang="id"><title>Tanda tangan</title><style>
@page { size: 190pt 46pt; margin: 0 }
body { margin: 0; font: 7.4pt/1.25 "Liberation Sans"; color: #10233f }
div { box-sizing: border-box; width: 190pt; height: 46pt; padding: 4pt 6pt;
  border: .6pt solid #10233f; overflow: hidden }
p { margin: 0; overflow-wrap: anywhere } p:first-child { font-weight: bold }
</style><div>{% for line in lines %}<p>{{ line }}</p>{% endfor %}</div></html>"""


@dataclass(frozen=True)
class Place:
    """A page (from 0) and the box of the mark on it, in points from the lower left corner."""

    page: int
    box: tuple[int, int, int, int]


def draw(lines: Sequence[str]) -> bytes:
    """The mark as a page of its own, with its fonts embedded like those of the paper."""
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    html = environment.from_string(_PAGE).render(lines=list(lines))
    page = HTML(string=html, base_url=SCHEME, url_fetcher=ClosedFetcher({}))
    return cast("bytes", page.write_pdf(pdf_variant="pdf/a-2u"))


def place(pdf: bytes, name: str, ordinal: int) -> Place:
    """The room above the signatory's printed name; without it a row at the foot of the last page.

    The name is looked for from the last page back, and on a page from below.
    """
    try:
        pages = pypdf.PdfReader(BytesIO(pdf)).pages
        for number in range(len(pages) - 1, -1, -1):
            found = _name_at(pages[number], name)
            if found:
                return Place(number, _beside(found) if found.in_a_row else _above(found))
        last = len(pages) - 1
    except (PyPdfError, ValueError, KeyError, IndexError, TypeError):
        last = -1
    left = _MARGIN + (ordinal - 1) % 2 * (WIDTH + 20)
    low = 12 + (ordinal - 1) // 2 * (HEIGHT + 4)
    return Place(last, (left, low, left + WIDTH, low + HEIGHT))


@dataclass(frozen=True)
class _Found:
    """Where a name stands, on a page of which width, and whether more text follows it there."""

    x: float
    y: float
    width: float
    in_a_row: bool


def _above(found: _Found) -> tuple[int, int, int, int]:
    left = int(min(max(_MARGIN, found.x), found.width - _MARGIN - WIDTH))
    low = int(found.y) + 11
    return left, low, left + WIDTH, low + HEIGHT


def _beside(found: _Found) -> tuple[int, int, int, int]:
    """In a list of names the last column is where one signs."""
    wide, high = int(WIDTH * _SMALL), int(HEIGHT * _SMALL)
    left, low = int(found.width) - _MARGIN - 4 - wide, int(found.y) + 4 - high // 2
    return left, low, left + wide, low + high


def _name_at(page: pypdf.PageObject, name: str) -> _Found | None:
    """Where the name stands lowest on a page."""
    lines: dict[int, list[tuple[float, str]]] = {}

    def hear(text: str, cm: list[float], tm: list[float], _font: Any, _size: float) -> None:
        if text.strip():
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            lines.setdefault(round(y), []).append((x, text.strip()))

    page.extract_text(visitor_text=hear)
    wanted = _bare(name)
    height, width = float(page.mediabox.height), float(page.mediabox.width)
    for y in sorted(lines):
        if wanted and wanted in _bare("".join(text for _x, text in lines[y])):
            said, begin = "", 0.0
            for x, text in sorted(lines[y]):
                begin = begin if said else x
                said = said + _bare(text) if wanted.startswith(said + _bare(text)) else said
            # A list of signatories numbers its rows; two names side by side are no list.
            listed = any(x < begin and text.rstrip(".").isdigit() for x, text in lines[y])
            if 0 < y < height - HEIGHT - 20:
                return _Found(begin, float(y), width, in_a_row=listed)
    return None


def _bare(text: str) -> str:
    return "".join(text.split()).casefold()
