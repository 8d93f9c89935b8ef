"""What was read of a regulation: its parts as a tree, and each piece of words with its address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What a part is, from the chapter down; the last four stand outside the articles."""

    BAB = "bab"
    BAGIAN = "bagian"
    PARAGRAF = "paragraf"
    PASAL = "pasal"
    AYAT = "ayat"
    HURUF = "huruf"
    ANGKA = "angka"
    SUBHURUF = "subhuruf"
    SUBANGKA = "subangka"
    OPENING = "pembukaan"
    CLOSING = "penutup"
    EXPLANATION = "penjelasan"
    ANNEX = "lampiran"


OUTSIDE = frozenset({Kind.OPENING, Kind.CLOSING, Kind.EXPLANATION, Kind.ANNEX})
HEADINGS = frozenset({Kind.BAB, Kind.BAGIAN, Kind.PARAGRAF})


@dataclass(frozen=True, order=True)
class Place:
    """Lines of one page, both ends included; pages from 1, lines of a page from 0."""

    page: int
    first: int
    last: int


@dataclass(frozen=True)
class Part:
    """A part and the parts inside it. `words` are its own, a heading's are its title."""

    kind: Kind
    number: str
    words: str
    parts: tuple[Part, ...] = ()
    places: tuple[Place, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, order=True)
class Address:
    """Where words stand: article, paragraph, letter, point, and the steps below, "" if none."""

    article: str = ""
    paragraph: str = ""
    letter: str = ""
    point: str = ""
    below: str = ""

    def __str__(self) -> str:
        """As people write it.

        >>> str(Address("9", "4", "c"))
        'Pasal 9 ayat (4) huruf c'
        """
        forms = (
            ("Pasal {}", self.article), ("ayat ({})", self.paragraph), ("huruf {}", self.letter),
            ("angka {}", self.point), ("{}", self.below),
        )  # fmt: skip
        return " ".join(form.format(value) for form, value in forms if value)

    def holds(self, other: Address) -> bool:
        """Whether the other one is this one or stands inside it.

        >>> Address("9", "4").holds(Address("9", "4", "c"))
        True
        """
        return all(
            not mine or mine == theirs
            for mine, theirs in (
                (self.article, other.article), (self.paragraph, other.paragraph),
                (self.letter, other.letter), (self.point, other.point), (self.below, other.below),
            )
        )  # fmt: skip

    def common(self, other: Address) -> Address:
        """The narrowest address that holds both."""
        pairs = zip(self.steps, other.steps, strict=True)
        steps, same = [], True
        for mine, theirs in pairs:
            same = same and mine == theirs
            steps.append(mine if same else "")
        return Address(*steps)

    @property
    def steps(self) -> tuple[str, str, str, str, str]:
        """Article, paragraph, letter, point, and what is below."""
        return self.article, self.paragraph, self.letter, self.point, self.below


@dataclass(frozen=True)
class Passage:
    """One piece of words with its address and its pages.

    `heading` is the chapter it stands in. `amending` is the number of the instruction
    ("Ketentuan Pasal 9 diubah …") that it is the new wording of, "" in a regulation that amends
    nothing. `recognised` words were read from a picture: nobody may take them for the words of the
    law who has not compared them.
    """

    kind: Kind
    address: Address
    words: str
    heading: str = ""
    amending: str = ""
    places: tuple[Place, ...] = field(default=(), compare=False, repr=False)
    recognised: bool = False

    @property
    def page(self) -> int:
        """The page on which it begins."""
        return self.places[0].page if self.places else 0

    @property
    def label(self) -> str:
        """Its address, or what it is where it has none."""
        return str(self.address) or self.kind.value.capitalize()

    @property
    def enacting(self) -> bool:
        """Whether it stands in the articles, not in preamble, closing, explanation or annex."""
        return self.kind not in OUTSIDE

    def to_json(self) -> dict[str, Any]:
        """Plain values, to keep."""
        return {
            "kind": self.kind.value,
            "address": list(self.address.steps),
            "words": self.words,
            "heading": self.heading,
            "amending": self.amending,
            "places": [[one.page, one.first, one.last] for one in self.places],
            **({"recognised": True} if self.recognised else {}),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Passage:
        """Rebuild what `to_json` gave."""
        return cls(
            Kind(data["kind"]),
            Address(*data["address"]),
            data["words"],
            data["heading"],
            data["amending"],
            tuple(Place(*one) for one in data["places"]),
            data.get("recognised", False),
        )


@dataclass(frozen=True)
class Regulation:
    """What was read. `doubts` are what the reader must look at himself, in words.

    `recognised` are the pages whose letters were read from a picture.
    """

    parts: tuple[Part, ...]
    doubts: tuple[str, ...] = ()
    recognised: frozenset[int] = frozenset()

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Every piece of words in the order of the text."""
        return tuple(
            replace(one, recognised=any(place.page in self.recognised for place in one.places))
            for one in _passages(self.parts, Address(), "", "")
        )


_STEP = {Kind.AYAT: 1, Kind.HURUF: 2, Kind.ANGKA: 3}
ROMAN = re.compile(r"[IVX]+")
_HEADS = {Kind.BAB: "BAB", Kind.BAGIAN: "Bagian", Kind.PARAGRAF: "Paragraf"}


def _passages(
    parts: tuple[Part, ...], at: Address, heading: str, amending: str
) -> Iterator[Passage]:
    for part in parts:
        if part.kind in HEADINGS:
            below = f"{_HEADS[part.kind]} {part.number} {part.words}".strip()
            inside = below if part.kind is Kind.BAB or not heading else f"{heading} · {below}"
            yield from _passages(part.parts, at, inside, amending)
            continue
        address, instruction = _address(part, at), amending
        if part.kind is Kind.ANGKA and ROMAN.fullmatch(at.article):
            instruction = part.number
        if part.words or not part.parts:
            said = "" if ROMAN.fullmatch(address.article) else amending
            yield Passage(part.kind, address, part.words, heading, said, part.places)
        yield from _passages(part.parts, address, heading, instruction)


def _address(part: Part, at: Address) -> Address:
    if part.kind in OUTSIDE:
        return Address()
    if part.kind is Kind.PASAL:
        return Address(part.number)
    steps = list(at.steps)
    place = _STEP.get(part.kind)
    if place is None or any(steps[place:]):
        steps[4] = f"{steps[4]} {part.number})".strip()
    else:
        steps[place] = part.number
    return Address(*steps)
