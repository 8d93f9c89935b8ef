"""The catalogue of an edition as one HTML file, and the same file as a PDF."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import jinja2

from casework.adapters import fonts
from casework.engine.lawbook.page import Book

_FOLDER = Path(__file__).parent


def html(book: Book) -> str:
    """One file that needs no other: the styles are inside, nothing is fetched."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_FOLDER),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = (_FOLDER / "style.css").read_text("utf-8")
    return environment.get_template("book.html").render(book=book, style=style)


def pdf(book: Book) -> bytes:
    """The catalogue as a PDF/A-2 file with outline and tags.

    Raises SettingsError where a font is missing.
    """
    return paper(html(book))


def paper(page: str) -> bytes:
    """A catalogue page as PDF/A-2. Raises SettingsError where a font is missing."""
    # Imported here: it takes most of a second, and only a process that prints needs it.
    from weasyprint import HTML

    from casework.adapters.pdf.draw import SCHEME, ClosedFetcher

    fonts.require()
    document = HTML(string=page, base_url=SCHEME, url_fetcher=ClosedFetcher({}))
    return cast("bytes", document.write_pdf(pdf_variant="pdf/a-2u", pdf_tags=True))
