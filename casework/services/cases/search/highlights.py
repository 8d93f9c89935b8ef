"""Where in a text the words stand that were searched for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from casework.services.cases.search import words
from casework.services.cases.search.query import Question

AROUND = 90


@dataclass(frozen=True)
class Piece:
    """A stretch of a text, as it stands there; `hit` when it is a word that was asked for."""

    text: str
    hit: bool = False


class Marker:
    """Finds the words of one question in many texts."""

    def __init__(self, question: Question) -> None:
        wanted = [term for term in question.terms if not term.without]
        self._stems = {words.stem(term.words[0]) for term in wanted if term.kind == "word"}
        self._begins = tuple(term.words[0] for term in wanted if term.kind == "beginning")
        self._phrases = [
            term.words for term in wanted if term.kind == "phrase" and len(term.words) > 1
        ]
        self._exact = {
            word for term in wanted if term.kind in ("phrase", "person") for word in term.words
            if term.kind == "person" or len(term.words) == 1
        }  # fmt: skip

    def whole(self, text: str) -> tuple[Piece, ...]:
        """The whole text in pieces."""
        text = unicodedata.normalize("NFC", text)
        return tuple(_cut(text, 0, len(text), self._hits(text)))

    def excerpt(self, text: str) -> tuple[Piece, ...]:
        """The surroundings of the first hit; nothing when there is none."""
        text = unicodedata.normalize("NFC", text)
        hits = self._hits(text)
        if not hits:
            return ()
        begin, end = max(0, hits[0][0] - AROUND), min(len(text), hits[0][1] + AROUND)
        # Whole words only.
        begin = text.find(" ", begin, hits[0][0]) + 1 if begin else 0
        if end < len(text):
            end = max(text.rfind(" ", hits[0][1], end), hits[0][1])
        pieces = tuple(_cut(text, begin, end, hits))
        return (
            *((Piece("… "),) if begin else ()),
            *pieces,
            *((Piece(" …"),) if end < len(text) else ()),
        )

    def _hits(self, text: str) -> list[tuple[int, int]]:
        found = [(one.start(), one.end(), words.plain(one.group())) for one in
                 words.WORD.finditer(text)]  # fmt: skip
        marked = {
            place
            for place, (_, _, word) in enumerate(found)
            if word in self._exact
            or (self._begins and word.startswith(self._begins))
            or (self._stems and words.stem(word) in self._stems)
        }
        plain = [word for _, _, word in found]
        for phrase in self._phrases:
            for place in range(len(plain) - len(phrase) + 1):
                if tuple(plain[place : place + len(phrase)]) == phrase:
                    marked |= set(range(place, place + len(phrase)))
        return [found[place][:2] for place in sorted(marked)]


def _cut(text: str, begin: int, end: int, hits: list[tuple[int, int]]) -> Iterator[Piece]:
    at = begin
    for first, last in hits:
        if first < begin or last > end:
            continue
        if first > at:
            yield Piece(text[at:first])
        yield Piece(text[first:last], hit=True)
        at = last
    if at < end:
        yield Piece(text[at:end])
