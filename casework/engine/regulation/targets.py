"""What of the law data cites a regulation: each basis that a reader can hold against its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from casework.engine.basis import Mark
from casework.engine.comparing import COUNTING
from casework.engine.counting import Unit
from casework.engine.law import Law
from casework.engine.regulation.text import Address


@dataclass(frozen=True)
class Target:
    """One basis of one entry that cites the regulation.

    `part` is where it stands in the entry ("" for the entry itself). `cited` are the articles it
    names there, empty where it names none; `said` what the entry says, for a search by its words.
    `length` and `unit` are those of a limit, where this basis is about them. `alone` is true where
    it names one article and no note says what the reader must know.
    """

    edition: str
    name: str
    part: str
    title: str
    cited: tuple[Address, ...]
    quote: str
    mark: Mark
    said: str
    length: int | None = None
    unit: Unit | None = None
    alone: bool = False

    @property
    def key(self) -> str:
        """Names it among all: edition, entry, part."""
        return f"{self.edition}/{self.name}" + (f"#{self.part}" if self.part else "")

    @property
    def open(self) -> bool:
        """Whether nobody has confirmed it yet."""
        return self.mark is not Mark.CONFIRMED


def targets(law: Law, instrument: str) -> tuple[Target, ...]:
    """Every basis that cites an instrument, each in the edition that wrote its entry."""
    found: list[Target] = []
    for edition in law.editions.values():
        for source in law.builder.sources(edition.id, law.upon(edition.id)):
            if source.origin == edition.id:
                found += _of_entry(edition.id, source.name, source.values, instrument)
    return tuple(found)


def _of_entry(
    edition: str, name: str, values: Mapping[str, Any], instrument: str
) -> Iterator[Target]:
    title = str(values.get("title") or values.get("short") or name)
    for part, basis in _bases(values):
        cited = [one for one in _list(basis["citation"]) if one.get("law") == instrument]
        if not cited:
            continue
        length, unit = _limit(values, part) if name.startswith("batas/") else (None, None)
        yield Target(
            edition,
            name,
            part,
            title,
            tuple(_address(one) for one in cited if one.get("article")),
            str(basis.get("quote", "")),
            Mark(basis["verification"]),
            _said(title, values, basis),
            length,
            unit,
            len(_list(basis["citation"])) == 1 and not basis.get("note"),
        )


def counting(edition: str, name: str, values: Mapping[str, Any]) -> tuple[Target, ...]:
    """The bases of an entry that are about how days are counted, whatever they cite now."""
    if name.startswith("hitungan/"):
        parts = [""] if "hours" not in name else []
    elif name.startswith("batas/") and values.get("unit") != Unit.HOURS:
        parts = ["unit_basis", "first_day_basis"]
    else:
        parts = []
    found = dict(_bases(values))
    title = str(values.get("title") or COUNTING.get(name, name))
    return tuple(
        Target(
            edition, name, part, title, (), str(found[part].get("quote", "")),
            Mark(found[part]["verification"]), title,
        )
        for part in parts
        if part in found
    )  # fmt: skip


def _bases(values: Mapping[str, Any], at: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every mapping that bears a mark, with its dotted path."""
    if "verification" in values and "citation" in values:
        yield at, values
    for key, value in values.items():
        if isinstance(value, Mapping) and key != "citation":
            yield from _bases(value, f"{at}.{key}" if at else key)


def _list(citation: object) -> list[Mapping[str, Any]]:
    found = citation if isinstance(citation, list) else [citation]
    return [one for one in found if isinstance(one, Mapping)]


def _address(cite: Mapping[str, Any]) -> Address:
    letter = str(cite.get("letter", ""))
    return Address(
        str(cite["article"]), str(cite.get("paragraph", "")), letter if len(letter) < _RANGE else ""
    )


_RANGE = 3
"""A longer letter is a range, "a sampai f", and names the whole paragraph."""


def _limit(values: Mapping[str, Any], part: str) -> tuple[int | None, Unit | None]:
    unit = values.get("unit")
    if unit not in set(Unit):
        return None, None
    if part in ("", "unit_basis"):
        length = values.get("length")
    elif part == "extension":
        inner = values["extension"]
        length = inner.get("adds", inner.get("total"))
    else:
        return None, None
    return (length, Unit(unit)) if isinstance(length, int) else (None, None)


def _said(title: str, values: Mapping[str, Any], basis: Mapping[str, Any]) -> str:
    texts = [title, basis.get("quote", ""), values.get("text", ""), values.get("help", "")]
    return " ".join(str(one) for one in texts if one)
