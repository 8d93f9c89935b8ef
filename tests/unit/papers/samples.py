"""The samples beside the forms, and what their PDFs say."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from casework.adapters.pdf.forms import SHARED, Forms, default_root

EDITION = "pemilihan-2020"
RULES = default_root()
DOCUMENTS = RULES / EDITION / "documents"
NEW_PAGE = "\n\f\n"
EDITIONS = tuple(sorted(path.parent.name for path in RULES.glob("*/documents")))
# Every folder of a form: the edition and the form it describes there.
FOLDERS = tuple(
    (entry.parents[2].name, entry.parent.name)
    for entry in sorted(RULES.glob("*/documents/*/metadata.yaml"))
    if entry.parent.name != SHARED
)
# Those with a layout of their own; the others only differ in code, title and marks.
LAYOUTS = tuple(
    (edition, form)
    for edition, form in FOLDERS
    if (RULES / edition / "documents" / form / "template.html").is_file()
)
KINDS = tuple(form for edition, form in LAYOUTS if edition == EDITION)


def sample(form: str, edition: str = EDITION) -> dict[str, Any]:
    """The plain values of a form's sample: what all share, then the form's own, base first."""
    return Forms().sample(form, edition)


def expected(form: str, edition: str = EDITION) -> Path:
    """The file with the text a sample must give."""
    return RULES / edition / "documents" / form / "expected.txt"


@lru_cache(maxsize=256)
def text_of(pdf: bytes) -> str:
    """What a reader of the PDF reads, pages apart, without space at line ends."""
    pages = PdfReader(BytesIO(pdf)).pages
    return NEW_PAGE.join(
        "\n".join(line.rstrip() for line in page.extract_text().replace("\u00a0", " ").splitlines())
        for page in pages
    )


def words_of(pdf: bytes) -> str:
    """The text with every run of white space as one space: for what may wrap."""
    return " ".join(text_of(pdf).split())


# Codes, dates for machines, and what the office itself sets: nobody types them into a case.
KEPT = (
    "mark", "dated", "verification", "institution", "reference", "oath", "heads",
    "axis_names", "axes", "tiles",
)  # fmt: skip


def filled(value: Any, text: str) -> Any:
    """The same shape with `text` in every string an officer can type."""
    if isinstance(value, str):
        return text
    if isinstance(value, list):
        return [filled(item, text) for item in value]
    if isinstance(value, dict):
        return {key: item if key in KEPT else filled(item, text) for key, item in value.items()}
    return value
