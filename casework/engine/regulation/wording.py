"""Words of a regulation one after another, so that a quote is found wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from rapidfuzz import fuzz

from casework.engine.regulation.text import Address, Kind, Passage

_TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[-/][^\W\d_]+)*|%")
_CUT: Final = re.compile(r"\[[^\]]*\]|\.\.\.|…")
_LABELS: Final = {
    Kind.AYAT: "({})", Kind.HURUF: "{}.", Kind.ANGKA: "{}.", Kind.SUBHURUF: "{})",
    Kind.SUBANGKA: "{})",
}  # fmt: skip


def tokens(text: str) -> tuple[str, ...]:
    """The words and numbers of a text in small letters; punctuation says nothing here.

    >>> tokens("paling lama 1x24 jam; dan/atau")
    ('paling', 'lama', '1', 'x', '24', 'jam', 'dan/atau')
    """
    return tuple(_TOKEN.findall(text.casefold()))


def segments(quote: str) -> tuple[tuple[str, ...], ...]:
    """The pieces of a quote between its omissions ("[…]"), as words."""
    return tuple(found for piece in _CUT.split(quote) if (found := tokens(piece)))


@dataclass(frozen=True)
class Token:
    """One word: in which passage, and where in what is printed there, label included."""

    word: str
    passage: int
    start: int
    end: int


@dataclass(frozen=True)
class Run:
    """Consecutive words of a stream, the end left out."""

    start: int
    end: int


class Stream:
    """Every word of some passages in order; `labelled` counts the labels of items among them."""

    def __init__(self, passages: Sequence[Passage], *, labelled: bool) -> None:
        self.passages = passages
        self.texts = tuple(_printed(one, labelled=labelled) for one in passages)
        self.tokens = tuple(_tokens(self.texts))
        self.words = tuple(one.word for one in self.tokens)

    @cached_property
    def _at(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for place, word in enumerate(self.words):
            found.setdefault(word, []).append(place)
        return found

    def find(self, words: Sequence[str]) -> Iterator[Run]:
        """Every place where exactly these words stand, one after another, in one article."""
        wanted = tuple(words)
        if not wanted:
            return
        # The rarest word is looked for first.
        offset = min(range(len(wanted)), key=lambda at: len(self._at.get(wanted[at], ())))
        for place in self._at.get(wanted[offset], ()):
            start = place - offset
            end = start + len(wanted)
            if start >= 0 and self.words[start:end] == wanted and self._whole(start, end):
                yield Run(start, end)

    def _whole(self, start: int, end: int) -> bool:
        first, last = self._passage(start), self._passage(end - 1)
        return first is last or first.address.article == last.address.article

    def _passage(self, place: int) -> Passage:
        return self.passages[self.tokens[place].passage]

    def address(self, run: Run) -> Address:
        """The narrowest address that holds all the words."""
        owners = dict.fromkeys(one.passage for one in self.tokens[run.start : run.end])
        found: Address | None = None
        for owner in owners:
            at = self.passages[owner].address
            found = at if found is None else found.common(at)
        return found or Address()

    def owners(self, run: Run) -> tuple[int, ...]:
        """The passages the words stand in, by their place in the list."""
        return tuple(dict.fromkeys(one.passage for one in self.tokens[run.start : run.end]))

    def text(self, run: Run) -> str:
        """The words as they are printed."""
        pieces = []
        for owner in self.owners(run):
            mine = [one for one in self.tokens[run.start : run.end] if one.passage == owner]
            pieces.append(self.texts[owner][mine[0].start : mine[-1].end])
        return " ".join(pieces)

    def around(self, run: Run) -> tuple[tuple[str, int, int], ...]:
        """Of each passage the run touches: its printed text, and the part that the run covers."""
        found = []
        for owner in self.owners(run):
            mine = [one for one in self.tokens[run.start : run.end] if one.passage == owner]
            found.append((self.texts[owner], mine[0].start, mine[-1].end))
        return tuple(found)

    def nearest(self, words: Sequence[str], within: Run) -> tuple[float, Run]:
        """The words between two places that are most like these, and how much, from 0 to 100."""
        wanted, there = " ".join(words), self.words[within.start : within.end]
        if not wanted or not there:
            return 0.0, Run(within.start, within.start)
        found = fuzz.partial_ratio_alignment(wanted, " ".join(there))
        if found is None:
            return 0.0, Run(within.start, within.start)
        guess = _snapped(there, found.dest_start, found.dest_end)
        score, run = max(
            (
                (fuzz.ratio(wanted, " ".join(there[start:end])), (start, end))
                for start in range(max(0, guess[0] - _SLACK), guess[0] + _SLACK + 1)
                for end in range(guess[1] - _SLACK, min(len(there), guess[1] + _SLACK) + 1)
                if start < end
            ),
            key=lambda one: (one[0], -(one[1][1] - one[1][0]), -one[1][0]),
            default=(0.0, guess),
        )
        return score, Run(within.start + run[0], within.start + run[1])


_SLACK = 4
"""So many words more or fewer are tried at either end."""


def _snapped(there: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """The words that hold these letters of their text."""
    at, first, last = 0, 0, len(there)
    for number, word in enumerate(there):
        if at <= start:
            first = number
        at += len(word) + 1
        if at > end:
            last = number + 1
            break
    return first, max(last, first + 1)


def _printed(one: Passage, *, labelled: bool) -> str:
    form = _LABELS.get(one.kind)
    if not labelled or form is None:
        return one.words
    steps = [step for step in one.address.steps if step]
    number = one.address.below.split()[-1].rstrip(")") if one.address.below else steps[-1]
    return f"{form.format(number)} {one.words}".strip()


def _tokens(texts: Sequence[str]) -> Iterator[Token]:
    for passage, text in enumerate(texts):
        for found in _TOKEN.finditer(text):
            yield Token(found[0].casefold(), passage, found.start(), found.end())
