"""Articles and their instruments as an official letter cites them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from casework.engine.basis import Basis, Mark
from casework.engine.edition import Edition, Instrument, as_amended
from casework.engine.law import Law

# Instruments whose title does not begin so are practice or settings: never cited to others.
LAWS = ("Undang-Undang", "Peraturan", "Putusan", "Surat Edaran", "Keputusan Bersama")
# What the law data write behind an article for those who read them, not for a letter.
_ASIDE = re.compile(r", (?:pasal|lampiran|ketentuan|angka|butir)\b.*$", re.DOTALL)


def cited(law: Law, basis: Basis, day: date, edition: Edition | None = None) -> str:
    """The law behind an entry, for a table in a letter of that day; "" where it is none.

    What is unverified, or is practice and not law, is not cited to anyone outside the office. See
    `named` for `edition`.
    """
    if basis.mark is Mark.UNVERIFIED:
        return ""
    found = (one for one in basis.citation.split("; ") if _instrument(law, one))
    return "; ".join(dict.fromkeys(named(law, one, day, edition) for one in found))


def legal(
    law: Law, edition: Edition, day: date, *bases: Basis, tabled: Iterable[Basis] = ()
) -> tuple[str, ...]:
    """What a letter of that day rests on: each instrument once, the regulation on handling last.

    A law that only a table of the letter cites (`tabled`) is named without an article; the table
    may then call it by a short name.

    Unverified bases and practice are left out. An article of that regulation, or of one that
    amended it, is an article of it as amended. A judgment is cited only where a basis names it.
    """
    chain, full = _regulation(law, edition)
    given = _by_instrument(law, bases)
    handling = [place for one in chain for place in given.pop(one, ())]
    given |= {
        one: [] for one in _by_instrument(law, tabled) if one.brief and one not in (*chain, *given)
    }
    others = (_joined(_one_series(places), one.titled(day)) for one, places in given.items())
    return (*others, _joined(_one_series(handling), full))


def named(law: Law, label: str, day: date, edition: Edition | None = None) -> str:
    """How a letter names an article: `Pasal 51 Undang-Undang Nomor 6 Tahun 2014 sebagaimana …`.

    As the law stood on that day, without its subject, which would fill a table; what is no article
    stays as it is. An article of the regulation on handling of `edition`, or of one that amended
    it, is one of that regulation as amended, as `legal` has it.
    """
    chain, amended = _amended(law, edition) if edition else ([], "")
    parts = []
    for citation in label.split("; "):
        instrument = _instrument(law, citation)
        if instrument is None:
            parts.append(citation)
            continue
        title = amended if instrument in chain else _without_subject(instrument, day)
        parts.append(_joined(_place(instrument, citation), title))
    return "; ".join(dict.fromkeys(parts))


class Provisions(NamedTuple):
    """What a paper lists once: `lines` under their full titles, `short` by label behind that."""

    lines: tuple[str, ...]
    short: Mapping[str, str]


def provisions(law: Law, labels: Iterable[str], day: date) -> Provisions:
    """The articles of a paper by their law, each law in full once, and how they are named after.

    A law is called by its short name, else by its number. What is no law stays as it is, and
    stands in no line.
    """
    labels = list(dict.fromkeys(labels))
    places: dict[Instrument, list[str]] = {}
    short: dict[str, str] = {}
    for label in labels:
        parts = []
        for citation in label.split("; "):
            instrument = _instrument(law, citation)
            if instrument is None:
                parts.append(citation)
                continue
            place = _place(instrument, citation)
            places.setdefault(instrument, []).append(place)
            parts.append(_joined(place, _called(instrument)))
        short[label] = "; ".join(dict.fromkeys(parts))
    lines = (
        f"{_joined(_one_series(found), one.titled(day))} (selanjutnya disebut {_called(one)})"
        for one, found in places.items()
    )
    return Provisions(tuple(lines), short)


def _called(instrument: Instrument) -> str:
    return instrument.brief or instrument.name.partition(" tentang ")[0]


def briefs(law: Law, edition: Edition, day: date) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """How `legal` ends with each law, how `named` ends with it, and its short name."""
    chain, full = _regulation(law, edition)
    if chain[0].brief:
        yield full, tuple(one.title.partition(" tentang ")[0] for one in chain), chain[0].brief
    for one in law.instruments.values():
        if one.brief and one not in chain:
            yield one.titled(day), (_without_subject(one, day),), one.brief


def _chain(law: Law, edition: Edition) -> list[Edition]:
    chain = [edition]
    while chain[0].amends:
        chain.insert(0, law.edition(chain[0].amends))
    return chain


def _regulates(instrument: Instrument) -> bool:
    return instrument.title.startswith("Peraturan")


def _regulation(law: Law, edition: Edition) -> tuple[list[Instrument], str]:
    """The regulation with what amended it, and how a letter names them together."""
    found = [_instrument(law, one.basis.citation) for one in _chain(law, edition)]
    first, *later = [one for one in found if one is not None and _regulates(one)]
    amending = [one.title.partition(" tentang ")[0] for one in later]
    return [first, *later], f"{first.title}{as_amended(amending)}"


def _amended(law: Law, edition: Edition) -> tuple[list[Instrument], str]:
    """The regulation with what amended it, and how a table names them: without its subject."""
    chain, full = _regulation(law, edition)
    first = chain[0].title
    return chain, f"{first.partition(' tentang ')[0]}{full.removeprefix(first)}"


def _without_subject(instrument: Instrument, day: date) -> str:
    number, _, rest = instrument.titled(day).partition(" tentang ")
    _, amended, how = rest.partition(" sebagaimana ")
    return f"{number}{amended}{how}"


def _by_instrument(law: Law, bases: Iterable[Basis]) -> dict[Instrument, list[str]]:
    """The articles of each instrument that may be cited to others, in the order given."""
    given: dict[Instrument, list[str]] = {}
    for basis in bases:
        if basis.mark is Mark.UNVERIFIED:
            continue
        for citation in basis.citation.split("; "):
            instrument = _instrument(law, citation)
            if instrument is not None:
                given.setdefault(instrument, []).append(_place(instrument, citation))
    return given


def _instrument(law: Law, citation: str) -> Instrument | None:
    """What a citation begins with; nothing where that is practice, a setting or unknown."""
    fitting = [one for one in law.instruments.values() if citation.startswith(one.short)]
    if not fitting:
        return None
    found = max(fitting, key=lambda one: len(one.short))
    return found if found.title.startswith(LAWS) else None


def _place(instrument: Instrument, citation: str) -> str:
    place = _ASIDE.sub("", citation.removeprefix(instrument.short)).strip(" ,")
    return place if place.startswith("Pasal") else ""


def _joined(place: str, title: str) -> str:
    return f"{place} {title}" if place else title


def _one_series(places: list[str]) -> str:
    """Articles in their order, the number of an article written once.

    >>> _one_series(["Pasal 135 ayat (2)", "", "Pasal 135 ayat (1) huruf d"])
    'Pasal 135 ayat (1) huruf d dan ayat (2)'
    """
    ordered = sorted({one for one in places if one}, key=_by_number)
    said, last = [], ""
    for one in ordered:
        article = " ".join(one.split(" ")[:2])
        shorter = one.removeprefix(f"{article} ")
        said.append(shorter if article == last and shorter.startswith("ayat") else one)
        last = article
    *rest, end = said or [""]
    comma = "," if rest[1:] else ""
    return f"{', '.join(rest)}{comma} dan {end}" if rest else end


def _by_number(place: str) -> tuple[tuple[int, str], ...]:
    return tuple(
        (int(part or 0), rest) for part, rest in re.findall(r"(\d*)(\D+|$)", place) if part or rest
    )
