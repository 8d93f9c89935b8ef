"""Draws one paper: sandboxed template, closed references, PDF/A-2 with tags, same bytes again.

Runs in the child process only; the templates and the data come through the pipe.
"""

from __future__ import annotations

import hashlib
import json
import logging
import unicodedata
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from typing import Any, cast

import jinja2
import segno
from fontTools.ttLib import TTFont
from jinja2.sandbox import SandboxedEnvironment
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from casework.adapters import fonts
from casework.adapters.pdf.binding import bound
from casework.adapters.pdf.emblem import unpacked
from casework.document_data import from_plain
from casework.engine.basis import Mark
from casework.engine.spelling import cardinal, ordinal

# What WeasyPrint only logs; the paper would be drawn with a gap.
_LOST = ("Failed to load image", "Failed to render SVG image")


class PictureLost(Exception):
    """A picture of the paper was not drawn."""


@contextmanager
def none_left_out() -> Iterator[None]:
    """Raise PictureLost afterwards when a picture could not be drawn."""
    watch = _Watch(logging.ERROR)
    logger = logging.getLogger("weasyprint")
    logger.addHandler(watch)
    try:
        yield
    finally:
        logger.removeHandler(watch)
    if watch.lost:
        raise PictureLost


class _Watch(logging.Handler):
    lost = False

    def emit(self, record: logging.LogRecord) -> None:
        self.lost = self.lost or str(record.msg).startswith(_LOST)


SCHEME = "paper:"
_TYPES = {"svg": "image/svg+xml", "css": "text/css", "png": "image/png"}


class ClosedFetcher(URLFetcher):  # type: ignore[misc]  # no types
    """Answers `paper:NAME` from memory; anything else (file, http, data, …) stops the drawing."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=())
        self._files = files

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Give a file of the form. Raises FatalURLFetchingError for everything else."""
        name = url.removeprefix(SCHEME)
        if not url.startswith(SCHEME) or name not in self._files:
            raise FatalURLFetchingError("reference outside the form's folder")
        kind = _TYPES[name.rpartition(".")[2]]
        return URLFetcherResponse(url, self._files[name], {"Content-Type": kind})


def printable(value: object, coverage: AbstractSet[int]) -> object:
    """Clean every string inside plain JSON values; `coverage` holds the drawable code points."""
    if isinstance(value, str):
        return clean(value, coverage)
    if isinstance(value, dict):
        return {key: printable(item, coverage) for key, item in value.items()}
    if isinstance(value, list):
        return [printable(item, coverage) for item in value]
    return value


def clean(text: str, coverage: AbstractSet[int]) -> str:
    """Clean one string.

    >>> clean("Budi\\u202e \\x00 \\U0001f600", frozenset(range(0x20, 0x7F)))
    'Budi [U+0000] [U+1F600]'
    """
    if text.isascii() and text.isprintable():
        return text
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(_glyph(char, coverage) for char in plain)


def _glyph(char: str, coverage: AbstractSet[int]) -> str:
    if char in "\n\t":
        return char
    category = unicodedata.category(char)
    if category == "Cf" or "\ufe00" <= char <= "\ufe0f":
        return ""
    if category in {"Zl", "Zp"}:
        return "\n"
    # Some fonts have a glyph for a control character; none is ever drawn.
    drawable = category not in {"Cc", "Cs", "Cn"} and ord(char) in coverage
    return char if drawable else f"[U+{ord(char):04X}]"


VARIANT = "pdf/a-2a"


class Drawer:
    """One form of one edition, its templates compiled and its style sheets parsed once."""

    def __init__(self, form: str, metadata: Mapping[str, Any], files: Mapping[str, str]) -> None:
        self._form = form
        self._metadata = _printed(metadata)
        self._resources = {
            name.rpartition("/")[2]: text.encode()
            for name, text in files.items()
            if not name.endswith(".html")
        }
        self._environment = SandboxedEnvironment(
            loader=jinja2.DictLoader(dict(files)),
            undefined=jinja2.StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters["in_words"] = cardinal
        self._environment.filters["ranked"] = ordinal
        self._template = self._environment.get_template("template.html")
        self._fonts = _font_map()
        self._style = CSS(
            string="\n".join(self._sheets(files)),
            url_fetcher=ClosedFetcher(self._resources),
            base_url=SCHEME,
            font_config=self._fonts,
        )

    def draw(self, data: Mapping[str, Any], emblem: str = "", *, draft: bool) -> bytes:
        """Give the PDF of one paper; `emblem` is what `emblem.packed` gave.

        Raises RenderFailed, PictureLost, jinja2.TemplateError.
        """
        clean = printable(dict(data), coverage())
        paper = from_plain(self._form, cast("dict[str, Any]", clean))
        resources = dict(self._resources)
        if paper.verification:
            resources["qr.svg"] = _qr(paper.verification.url)
        if own := paper.letterhead.emblem:
            resources |= unpacked(own.kind, emblem)
        html = self._template.render(
            vars(paper),
            form=self._metadata,
            draft=draft,
            dots="." * 20,
        )
        document = HTML(string=bound(html), base_url=SCHEME, url_fetcher=ClosedFetcher(resources))
        with none_left_out():
            pdf = document.write_pdf(
                stylesheets=[self._style],
                font_config=self._fonts,
                pdf_variant=VARIANT,
                pdf_tags=True,
                pdf_identifier=self._identifier(data, draft=draft),
                finisher=_complete_tags,
            )
        return cast("bytes", pdf)

    def _identifier(self, data: Mapping[str, Any], *, draft: bool) -> bytes:
        seed = json.dumps([self._form, draft, data], sort_keys=True)
        return hashlib.sha256(seed.encode()).hexdigest()[:32].encode()

    @staticmethod
    def _sheets(files: Mapping[str, str]) -> list[str]:
        """Give the base sheet, those of the layouts the template extends, then its own."""
        chain = [files["_layout/base.css"]]
        name = "template.html"
        layouts: list[str] = []
        while (parent := _parent(files[name])) is not None:
            sheet = parent.removesuffix(".html") + ".css"
            if sheet in files and sheet != "_layout/base.css":
                layouts.insert(0, files[sheet])
            name = parent
        return [*chain, *layouts, files.get("style.css", "")]


# What the folder of a form says to lawyers and to the screens; no template sees it.
_UNPRINTED = frozenset({"citation", "quote", "mark", "note", "source", "oath_mark", "code_mark"})


def _printed(metadata: Mapping[str, Any]) -> dict[str, Any]:
    """What a template may print of its form: a code that nobody has read is left out."""
    shown = {name: value for name, value in metadata.items() if name not in _UNPRINTED}
    if metadata.get("code_mark") == Mark.UNVERIFIED:
        shown["code"] = ""
    return shown


@cache
def _font_map() -> FontConfiguration:
    """The fonts of the machine, opened once a process: a hundred forms would map them each."""
    return FontConfiguration()


@cache
def coverage() -> frozenset[int]:
    """The code points that every letter face can draw."""
    sets = []
    for name in fonts.FACES:
        file = fonts.installed(name)
        if file is not None:
            with TTFont(file, lazy=True) as font:
                sets.append(frozenset(font.getBestCmap()))
    return frozenset.intersection(*sets)


def _complete_tags(_document: object, pdf: Any) -> None:
    """Tell what WeasyPrint leaves open: what a header cell heads, what the body of an item is.

    Header cells head their column; all tables of the forms are of this kind. An item of a list
    holds a label and a body: what the templates wrap in a block within `li` is the body.
    """
    tags: list[Any] = [one for one in pdf.objects if isinstance(one, dict) and one.get("S")]
    items = {one.reference for one in tags if one["S"] == "/LI"}
    for one in tags:
        if one["S"] == "/TH":
            one["A"]["Scope"] = "/Column"
        elif one["S"] == "/Div" and one.get("P") in items:
            one["S"] = "/LBody"


def _parent(template: str) -> str | None:
    head = template.lstrip()
    if not head.startswith("{% extends"):
        return None
    return head.split('"', 2)[1]


def _qr(url: str) -> bytes:
    drawing = BytesIO()
    segno.make(url, error="m", micro=False).save(drawing, kind="svg", border=2, xmldecl=False)
    return drawing.getvalue()
