"""Two texts beside each other, word for word: what was taken away and what was added."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True)
class Piece:
    """A run of text that is in both (`changed` false), or only on this side."""

    text: str
    changed: bool


@dataclass(frozen=True)
class Pair:
    """One paragraph on each side; a side without it is empty."""

    before: tuple[Piece, ...]
    after: tuple[Piece, ...]

    @property
    def same(self) -> bool:
        """Is nothing different?"""
        return not any(piece.changed for piece in (*self.before, *self.after))


def compare(before: str, after: str) -> tuple[Pair, ...]:
    """Pair the paragraphs of two texts, and the words inside those that changed.

    >>> pair = compare("hadir di rapat", "hadir dalam rapat")[0]
    >>> [one.text for one in pair.before if one.changed], [p.text for p in pair.after if p.changed]
    (['di'], ['dalam'])
    """
    old, new = before.splitlines(), after.splitlines()
    return tuple(_pairs(old, new))


def _pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from (Pair(_whole(line), _whole(line)) for line in old[a:b])
            continue
        for number in range(max(b - a, d - c)):
            one = old[a + number] if a + number < b else None
            other = new[c + number] if c + number < d else None
            if one is None or other is None:
                yield Pair(_whole(one, changed=True), _whole(other, changed=True))
            else:
                yield _words(one, other)


def _whole(line: str | None, *, changed: bool = False) -> tuple[Piece, ...]:
    return () if line is None else (Piece(line, changed),)


def _words(one: str, other: str) -> Pair:
    old, new = _WORDS.findall(one), _WORDS.findall(other)
    before, after = [], []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        changed = tag != "equal"
        if a < b:
            before.append(Piece("".join(old[a:b]), changed))
        if c < d:
            after.append(Piece("".join(new[c:d]), changed))
    return Pair(tuple(before), tuple(after))
