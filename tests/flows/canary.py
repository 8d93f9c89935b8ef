"""A case full of words that stand nowhere else, and the search for them in files and mails."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium

from casework.models import Case
from casework.services.acts.parties import Respondent
from casework.services.cases.evidence import Upload
from casework.services.cases.record.identity import Person
from tests import desk
from tests.flows.installation import House

PERSON = (
    "name", "birth_place", "occupation", "citizenship", "address", "phone", "email",
    "identity_number",
)  # fmt: skip
TOLD = ("title", "event_what", "event_place", "account")


def bird(where: str) -> str:
    """A word for one field: letters only, so that nothing writes it in another way."""
    return f"kenari{where.replace('_', '')}qzx"


def _person(who: str) -> Person:
    return Person(**{field: bird(f"{who}_{field}") for field in PERSON})


PROTECTED = tuple(bird(f"{who}_{field}") for who in ("pelapor", "saksi") for field in PERSON)
"""Words of reporter and witness: readable in no file of the installation."""

OF_THE_CASE = (*map(bird, TOLD), bird("terlapor"), bird("bukti"))
"""Words everybody in the office reads: in no message, no log, and nothing of the flow server's."""


def plant(house: House, key: str) -> Case:
    """A report with one of these words in each of its fields."""
    file = house.app.store.put(io.BytesIO(b"bukti"), sealed=True, limit=1 << 20)
    return desk.receive(
        house.app,
        key,
        reporter=_person("pelapor"),
        witnesses=(_person("saksi"),),
        respondents=(Respondent(bird("terlapor"), "kepala_desa", region="seluma"),),
        evidence=(Upload(file, f"{bird('bukti')}.txt", bird("bukti")),),
        **{field: bird(field) for field in TOLD},
    )


def found(root: Path, words: tuple[str, ...]) -> list[str]:
    """Each file under a folder in which one of the words can be read, with the word."""
    return [
        f"{file.relative_to(root)}: {word}"
        for file in sorted(root.rglob("*"))
        if file.is_file()
        for text in _readings(file.read_bytes())
        for word in words
        if any(word.encode(code) in text for code in ("utf-8", "utf-16-le", "utf-16-be"))
    ]


def _readings(content: bytes) -> Iterator[bytes]:
    """What a file holds: its bytes, and the text of a PDF, which is packed."""
    yield content
    if content.startswith(b"%PDF"):
        document = pdfium.PdfDocument(content)
        try:
            yield repr(document.get_metadata_dict()).encode()
            for page in document:
                yield page.get_textpage().get_text_range().encode()
        finally:
            document.close()
