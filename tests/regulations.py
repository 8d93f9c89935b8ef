"""Made regulations: trees of parts, drawn as the lines of printed pages."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casework.engine.regulation.pages import Page
from casework.engine.regulation.text import Kind, Part

HEADS = {Kind.BAB: "BAB", Kind.BAGIAN: "Bagian", Kind.PARAGRAF: "Paragraf", Kind.PASAL: "Pasal"}
LABELS = {
    Kind.AYAT: "({})", Kind.HURUF: "{}.", Kind.ANGKA: "{}.", Kind.SUBHURUF: "{})",
    Kind.SUBANGKA: "{})",
}  # fmt: skip


@dataclass(frozen=True)
class Print:
    """How a text is set: letters a line, lines a page, how often a word breaks, what runs along."""

    width: int = 60
    height: int = 30
    breaks: float = 0.3
    head: str = ""
    seed: int = 0


def paragraphs(parts: Sequence[Part]) -> Iterator[str]:
    """The paragraphs of a text in order, each as it is printed."""
    for part in parts:
        if part.kind in HEADS:
            yield f"{HEADS[part.kind]} {part.number}"
            if part.words:
                yield part.words
        elif part.kind in LABELS:
            yield f"{LABELS[part.kind].format(part.number)} {part.words}"
        else:
            yield part.words
        yield from paragraphs(part.parts)


def draw(parts: Sequence[Part], how: Print) -> list[Page]:
    """The pages that show these parts: wrapped, broken at line ends, with page numbers."""
    chance = random.Random(how.seed)
    lines = [line for text in paragraphs(parts) for line in _wrapped(text, how, chance)]
    pages = []
    for number, start in enumerate(range(0, len(lines), how.height), start=1):
        body = lines[start : start + how.height]
        around = [how.head] if how.head else []
        pages.append(Page(number, (*around, f"- {number} -", "", *body)))
    return pages


def _wrapped(text: str, how: Print, chance: random.Random) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        if len(line) + 1 + len(word) <= how.width or not line:
            line = f"{line} {word}" if line else word
            continue
        room = how.width - len(line) - 2
        core = word.rstrip(".,;:")
        plain = core.isalpha() and core.islower()
        if plain and room >= 2 and len(core) - room >= 2 and chance.random() < how.breaks:
            yield f"{line} {word[:room]}-"
            line = word[room:]
        else:
            yield line
            line = word
    yield line
