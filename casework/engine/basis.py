"""Where a piece of law comes from, and how far its words were read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Mark(StrEnum):
    """How an entry was verified.

    `confirmed`: the article's own words were read. `secondary`: a reprint, a reading of several
    articles together, an official or the press. `unverified`: no source was found.

    >>> Mark.weakest([Mark.CONFIRMED, Mark.UNVERIFIED, Mark.SECONDARY])
    <Mark.UNVERIFIED: 'unverified'>
    """

    CONFIRMED = "confirmed"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"

    @property
    def label(self) -> str:
        """The mark as an Indonesian officer reads it."""
        return _LABELS[self]

    @staticmethod
    def weakest(marks: Iterable[Mark]) -> Mark:
        """The mark that the whole may claim when it rests on all of `marks`."""
        order = list(Mark)
        return max(marks, key=order.index, default=Mark.UNVERIFIED)


_LABELS = {
    Mark.CONFIRMED: "terkonfirmasi",
    Mark.SECONDARY: "sumber sekunder",
    Mark.UNVERIFIED: "belum terverifikasi",
}


def weakest(*links: Basis | None) -> Mark:
    """The mark that a date, a penalty or a destination may bear: the weakest of all it rests on.

    Links that are None are left out. Whatever shows a mark beside a value asks here.

    >>> read = Basis("Pasal 1", "tiga hari", Mark.CONFIRMED, "naskah")
    >>> guessed = Basis("Pasal 1", "", Mark.UNVERIFIED, "")
    >>> weakest(read, None), weakest(read, guessed)
    (<Mark.CONFIRMED: 'confirmed'>, <Mark.UNVERIFIED: 'unverified'>)
    """
    return Mark.weakest(one.mark for one in links if one is not None)


@dataclass(frozen=True)
class Cite:
    """One article as data: instrument id, article, paragraph, letter ("" where not given)."""

    law: str
    article: str = ""
    paragraph: str = ""
    letter: str = ""


@dataclass(frozen=True)
class Basis:
    """The citation of an entry, its deciding words, its mark, and where they were read.

    `citation` is the text people read; `cites` are the same articles as data.
    """

    citation: str
    quote: str
    mark: Mark
    source: str
    note: str = ""
    cites: tuple[Cite, ...] = field(default=(), compare=False, repr=False)

    def to_json(self) -> dict[str, str]:
        """Plain values, for storing beside what rests on this basis."""
        return {
            "citation": self.citation,
            "quote": self.quote,
            "mark": self.mark.value,
            "source": self.source,
            "note": self.note,
        }

    @classmethod
    def from_json(cls, data: dict[str, str]) -> Basis:
        """Rebuild what `to_json` stored."""
        return cls(
            data["citation"], data["quote"], Mark(data["mark"]), data["source"], data["note"]
        )
