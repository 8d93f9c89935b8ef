"""The pages of a regulation as lines: what is printed around the text goes, broken words join."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Page:
    """One page of the PDF, counted from 1; `scanned` where it is a picture without text.

    The lines of a `recognised` page were read from its picture: letters may be wrong.
    """

    number: int
    lines: tuple[str, ...]
    scanned: bool = False
    recognised: bool = False

    @property
    def blank(self) -> bool:
        """Whether it has no text."""
        return not any(line.strip() for line in self.lines)


@dataclass(frozen=True)
class Row:
    """One printed line of the text, and where it stands: page from 1, line of the page from 0."""

    text: str
    page: int
    line: int


_AROUND: Final = re.compile(
    r"[-–—]?\s*\d{1,4}\s*[-–—]"  # - 12 -
    r"|[-–—]\s*\d{1,4}"
    r"|\d{4},?\s*No\.?\s*\d+|No\.?\s*\d+\s*,?\s*\d{4}"  # the state gazette: 2020, No.1112
    r"|(?:https?://)?(?:www\.|jdih\.|peraturan\.)\S+",
    re.IGNORECASE,
)
_DOTS: Final = re.compile(r"\s*(?:\.\s*\.\s*\.|…)\s*$")
_SENTENCE: Final = re.compile(r"[.;:,]$|^(?:\([0-9]+[a-z]?\)|[0-9a-z]{1,3}[.)]) ")
_EDGE, _OFTEN, _SHARE = 2, 4, 0.6
# What PDFium gives for a hyphen at the end of a line, and what a document marks as one.
_BREAK: Final = re.compile("[\ufffe\x02]")
_SOFT: Final = "\xad"


def rows(pages: Iterable[Page]) -> list[Row]:
    """The lines of the text in order, without page numbers, running heads and catchwords.

    >>> [row.text for row in rows([Page(1, ("- 1 -", "Pasal 1", "Cukup"))])]
    ['Pasal 1', 'Cukup']
    """
    read = list(pages)
    running = _running(read)
    found: list[Row] = []
    for page in read:
        lines = [" ".join(line.split()) for line in page.lines]
        filled = [number for number, line in enumerate(lines) if line]
        edge = {*filled[:_EDGE], *filled[-_EDGE:]}
        for number in filled:
            line = lines[number]
            if _AROUND.fullmatch(line) or (number in edge and line in running):
                continue
            found.append(Row(line, page.number, number))
    return _without_catchwords(found)


def _running(pages: Sequence[Page]) -> set[str]:
    """Lines that stand at the edge of most pages, word for word, and are no sentence or item."""
    counted: Counter[str] = Counter()
    for page in pages:
        filled = [" ".join(line.split()) for line in page.lines if line.strip()]
        counted.update({*filled[:_EDGE], *filled[-_EDGE:]})
    least = max(_OFTEN, _SHARE * len(pages))
    return {
        line for line, times in counted.items() if times >= least and not _SENTENCE.search(line)
    }


def _without_catchwords(found: list[Row]) -> list[Row]:
    """Without the first words of the next page, which official prints repeat: `Pasal 9 . . .`."""
    kept = []
    for number, row in enumerate(found):
        after = found[number + 1] if number + 1 < len(found) else None
        said = _DOTS.sub("", row.text)
        turns = after is not None and after.page != row.page
        if turns and said != row.text and after and after.text.startswith(said):
            continue
        kept.append(row)
    return kept


_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN: Final = re.compile(r"([^\W\d_]+)-$")
_LEADS: Final = re.compile(r"[^\W\d_]+")
_TWICE = 4
"""So many letters repeated across the break are a doubled word: `sekurang-kurangnya`."""


def vocabulary(found: Iterable[Row]) -> frozenset[str]:
    """The words that stand whole somewhere in the text, in small letters."""
    return frozenset(
        word.casefold() for row in found for word in _WORD.findall(row.text.removesuffix("-"))
    )


def joined(lines: Iterable[str], known: frozenset[str] = frozenset()) -> str:
    """The lines as running text; a word that the end of a line broke is whole again.

    `known` are the words of the whole text, which decide where a hyphen may belong to the word.

    >>> joined(["dugaan pelang-", "garan oleh saksi-", "saksi"])
    'dugaan pelanggaran oleh saksi-saksi'
    """
    text = ""
    for one in _pieces(lines):
        if text.endswith(_SOFT):
            text = text[:-1] + one
        elif (broken := _BROKEN.search(text)) and (leads := _LEADS.match(one)):
            text = (text if _kept(broken[1], leads[0], known) else text[:-1]) + one
        elif text.endswith("/"):
            text += one
        else:
            text = f"{text} {one}" if text else one
    return text.replace(_SOFT, "")


def _pieces(lines: Iterable[str]) -> Iterator[str]:
    """The lines, parted as well where PDFium joined two of them at a hyphen."""
    for line in lines:
        *before, last = _BREAK.split(line.strip())
        yield from (f"{one}-" for one in before)
        yield last


def _kept(before: str, after: str, known: frozenset[str]) -> bool:
    """Whether the hyphen between two pieces belongs to the word."""
    one, other = before.casefold(), after.casefold()
    if not after[0].islower():
        return True
    if one + other in known:
        return False
    if f"{one}-{other}" in known or one == other:
        return True
    return any(one.endswith(other[:size]) for size in range(_TWICE, len(other) + 1))
