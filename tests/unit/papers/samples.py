"""The samples beside the forms, and what their PDFs say."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import yaml
from pypdf import PdfReader

from casework.adapters.pdf.forms import default_root
from casework.engine.papers import FORMS

EDITION = "pemilihan-2020"
DOCUMENTS = default_root() / EDITION / "documents"
NEW_PAGE = "\n\f\n"
KINDS = tuple(FORMS)


def sample(form: str) -> dict[str, Any]:
    """The plain values of a form's sample, with what all samples share."""
    return {**_read(DOCUMENTS / "_layout"), **_read(DOCUMENTS / form)}


def expected(form: str) -> Path:
    """The file with the text a sample must give."""
    return DOCUMENTS / form / "expected.txt"


def text_of(pdf: bytes) -> str:
    """What a reader of the PDF reads, pages apart, without space at line ends."""
    pages = PdfReader(BytesIO(pdf)).pages
    return NEW_PAGE.join(
        "\n".join(line.rstrip() for line in page.extract_text().splitlines()) for page in pages
    )


def words_of(pdf: bytes) -> str:
    """The text with every run of white space as one space: for what may wrap."""
    return " ".join(text_of(pdf).split())


def filled(value: Any, text: str) -> Any:
    """The same shape with `text` in every string an officer can type."""
    if isinstance(value, str):
        return text
    if isinstance(value, list):
        return [filled(item, text) for item in value]
    if isinstance(value, dict):
        kept = ("mark", "dated", "verification", "institution", "reference")
        return {key: item if key in kept else filled(item, text) for key, item in value.items()}
    return value


def _read(folder: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((folder / "sample.yaml").read_text("utf-8"))
    return data
