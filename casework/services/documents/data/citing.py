"""Articles and their instruments as an official letter cites them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from casework.engine.basis import Basis, Mark
from casework.engine.edition import Edition, Instrument
from casework.engine.law import Law

# Instruments whose title does not begin so are practice or settings: never cited to others.
LAWS = ("Undang-Undang", "Peraturan", "Putusan", "Surat Edaran", "Keputusan Bersama")
# What the law data write behind an article for those who read them, not for a letter.
_ASIDE = re.compile(r", (?:pasal|lampiran|ketentuan|angka|butir)\b.*$", re.DOTALL)


def cited(law: Law, basis: Basis) -> str:
    """The law behind an entry, for a table in a letter; "" where it is none.

    What is unverified, or is practice and not law, is not cited to anyone outside the office.
    """
    if basis.mark is Mark.UNVERIFIED:
        return ""
    found = (one for one in basis.citation.split("; ") if _instrument(law, one))
    return "; ".join(dict.fromkeys(named(law, one) for one in found))


def legal(law: Law, edition: Edition, *bases: Basis) -> tuple[str, ...]:
    """What a letter rests on: each instrument once with the articles given, the regulation last.

    Unverified bases and practice are left out. An article of that regulation, or of one that
    amended it, is an article of it as amended. A judgment is cited only where a basis names it.
    """
    chain, full = _regulation(law, edition)
    given = _by_instrument(law, bases)
    handling = [place for one in chain for place in given.pop(one, ())]
    others = (_joined(_one_series(places), one.title) for one, places in given.items())
    return (*others, _joined(_one_series(handling), full))


def named(law: Law, label: str) -> str:
    """How a letter names an article: `Pasal 51 Undang-Undang Nomor 6 Tahun 2014 sebagaimana …`.

    Without the subject of the law, which would fill a table; what is no article stays as it is.
    """
    parts = []
    for citation in label.split("; "):
        instrument = _instrument(law, citation)
        if instrument is None:
            parts.append(citation)
            continue
        number, _, rest = instrument.title.partition(" tentang ")
        _, amended, how = rest.partition(" sebagaimana ")
        parts.append(_joined(_place(instrument, citation), f"{number}{amended}{how}"))
    return "; ".join(dict.fromkeys(parts))


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
    return [first, *later], f"{first.title}{_as_amended(amending)}"


def _as_amended(amending: list[str]) -> str:
    """How a title goes on where the instrument was amended once, or several times.

    >>> _as_amended(["Peraturan A", "Peraturan B"])
    ' sebagaimana telah beberapa kali diubah, terakhir dengan Peraturan B'
    """
    if not amending:
        return ""
    often = "telah beberapa kali diubah, terakhir" if amending[1:] else "telah diubah"
    return f" sebagaimana {often} dengan {amending[-1]}"


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
