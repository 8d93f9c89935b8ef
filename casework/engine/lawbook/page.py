"""What a catalogue is made of: chapters of items, each item lines of words on a basis."""

from __future__ import annotations

from dataclasses import dataclass

from casework.engine.basis import Basis, Mark, weakest


@dataclass(frozen=True)
class Line:
    """One labelled statement about an entry, e.g. "Lama" and "3 hari kalender"."""

    label: str
    value: str


@dataclass(frozen=True)
class Item:
    """One entry: `rule` is its name as `kind/id`, `caveats` the bases of single parts.

    `known` is false where the sources leave the value open.
    """

    rule: str
    title: str
    lines: tuple[Line, ...]
    basis: Basis
    caveats: tuple[tuple[str, Basis], ...] = ()
    known: bool = True

    @property
    def mark(self) -> Mark:
        """The mark the entry may bear: the weakest of its own words and its parts."""
        return weakest(self.basis, *(basis for _, basis in self.caveats))

    @property
    def anchor(self) -> str:
        """A name to link to."""
        return self.rule.replace("/", "-")


@dataclass(frozen=True)
class Chapter:
    """The entries of one kind; `intro` tells how to read them."""

    id: str
    title: str
    intro: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Book:
    """The catalogue of one edition at one revision. `marks` counts entries by their mark."""

    title: str
    pin: str
    regime: str
    in_force: str
    facts: tuple[Line, ...]
    notes: tuple[str, ...]
    instruments: tuple[tuple[str, str], ...]
    chapters: tuple[Chapter, ...]
    marks: tuple[tuple[str, int], ...]


def lines(*pairs: tuple[str, str]) -> tuple[Line, ...]:
    """Lines of the pairs whose value is not empty.

    >>> lines(("Lama", "2 hari"), ("Akibat", ""))
    (Line(label='Lama', value='2 hari'),)
    """
    return tuple(Line(label, value) for label, value in pairs if value)
