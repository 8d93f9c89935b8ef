"""Draws one paper: sandboxed template, closed references, PDF/A-2 with tags, same bytes again.

Runs in the child process only; the templates and the data come through the pipe.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from typing import Any, cast

import jinja2
import segno
from fontTools.ttLib import TTFont
from jinja2.sandbox import SandboxedEnvironment
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from casework.adapters import fonts
from casework.adapters.pdf import pictures
from casework.adapters.pdf.fetcher import SCHEME, ClosedFetcher
from casework.adapters.pdf.text import printable
from casework.document_data import from_plain
from casework.engine.basis import Mark
from casework.engine.spelling import cardinal, ordinal

VARIANT = "pdf/a-2u"


class Drawer:
    """One form of one edition, its templates compiled and its style sheets parsed once."""

    def __init__(self, form: str, metadata: Mapping[str, Any], files: Mapping[str, str]) -> None:
        self._form = form
        self._metadata = dict(metadata)
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
        self._fonts = FontConfiguration()
        self._style = CSS(
            string="\n".join(self._sheets(files)),
            url_fetcher=ClosedFetcher(self._resources),
            base_url=SCHEME,
            font_config=self._fonts,
        )

    def draw(self, data: Mapping[str, Any], emblem: str = "", *, draft: bool) -> bytes:
        """Give the PDF of one paper; `emblem` is what `pictures.packed` gave.

        Raises RenderFailed, PictureLost, jinja2.TemplateError.
        """
        clean = printable(dict(data), coverage())
        paper = from_plain(self._form, cast("dict[str, Any]", clean))
        resources = dict(self._resources)
        if paper.verification:
            resources["qr.svg"] = _qr(paper.verification.url)
        if own := paper.letterhead.emblem:
            resources |= pictures.unpacked(own.kind, emblem)
        html = self._template.render(
            vars(paper),
            form=self._metadata,
            draft=draft,
            marks={mark.value: mark.label for mark in Mark},
            dots="." * 20,
        )
        document = HTML(string=html, base_url=SCHEME, url_fetcher=ClosedFetcher(resources))
        with pictures.none_left_out():
            pdf = document.write_pdf(
                stylesheets=[self._style],
                font_config=self._fonts,
                pdf_variant=VARIANT,
                pdf_tags=True,
                pdf_identifier=self._identifier(data, draft=draft),
                finisher=_scope_headers,
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


def _scope_headers(_document: object, pdf: Any) -> None:
    """Tell that header cells head their column; all tables of the forms are of this kind."""
    for one in pdf.objects:
        if isinstance(one, dict) and one.get("S") == "/TH":
            one["A"]["Scope"] = "/Column"


def _parent(template: str) -> str | None:
    head = template.lstrip()
    if not head.startswith("{% extends"):
        return None
    return head.split('"', 2)[1]


def _qr(url: str) -> bytes:
    drawing = BytesIO()
    segno.make(url, error="m", micro=False).save(drawing, kind="svg", border=2, xmldecl=False)
    return drawing.getvalue()
