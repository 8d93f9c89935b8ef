"""One name for one thing: what pages and rules say, against the second names of the glossary."""

from __future__ import annotations

import io
import re
from pathlib import Path

from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
GLOSSARY = ROOT / "docs/glossary.md"
CATALOGUE = ROOT / "webui/translations/en/LC_MESSAGES/messages.po"


def second_names() -> list[str]:
    """The names nobody uses, from the last table of the glossary."""
    table = GLOSSARY.read_text().partition("## One name on pages")[2]
    rows = [line.split("|") for line in table.splitlines() if line.startswith("| ")]
    return [name.strip() for row in rows[1:] for name in row[2].split(",")]


def test_no_text_of_a_page_uses_a_second_name() -> None:
    """The catalogue holds every text: those of pages, of services and of the rules data."""
    names = second_names()
    assert len(names) > 10
    forbidden = re.compile(rf"\b({'|'.join(map(re.escape, names))})\b", re.IGNORECASE)
    texts = [
        text
        for entry in read_po(io.BytesIO(CATALOGUE.read_bytes()))
        for text in ([entry.id] if isinstance(entry.id, str) else entry.id)
    ]
    assert [text for text in texts if forbidden.search(text)] == []
