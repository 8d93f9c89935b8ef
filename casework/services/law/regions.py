"""Regions of the tree: found by what is typed, told in words, and which office is around one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, or_, select

from casework.engine.basis import Basis
from casework.engine.edition import Edition
from casework.engine.law import Law
from casework.engine.office import Level, OfficeEntry
from casework.engine.region import Node, RegionLevel, chain, key_of, regency_of
from casework.models import Case, Region
from casework.services.core.work import Work

MOST_FOUND: Final = 20
_BY_PLACE: Final = ("kewenangan_bawaslu_provinsi", "kantor_menurut_tempat")
"""The provisions on which office handles what happened somewhere; the first that there is."""
_LONGEST_TYPED: Final = 200
_WORDS: Final = {
    "provinsi": (RegionLevel.PROVINCE,),
    "prov": (RegionLevel.PROVINCE,),
    "kabupaten": (RegionLevel.REGENCY,),
    "kab": (RegionLevel.REGENCY,),
    "kota": (RegionLevel.CITY,),
    "kecamatan": (RegionLevel.SUBDISTRICT,),
    "kec": (RegionLevel.SUBDISTRICT,),
    "desa": (RegionLevel.VILLAGE,),
    "kelurahan": (RegionLevel.WARD,),
    "kel": (RegionLevel.WARD,),
    "tps": (RegionLevel.STATION,),
}
"""A word before a name, and the levels it can mean."""
_BEFORE_A_NAME: Final = rf"(?=(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})\b)"
_PARTS: Final = re.compile(rf"[,;()\n]|(?<=\s){_BEFORE_A_NAME}", re.IGNORECASE)
_CODE: Final = re.compile(r"\d{2}(\.\d+)*", re.ASCII)


@dataclass(frozen=True)
class Found:
    """A region that was found, in words: "Kecamatan Tes, Kabupaten Lebong"."""

    code: str
    words: str


@dataclass(frozen=True)
class Proposal:
    """The region a text names exactly, or why none is proposed (`code` "" then)."""

    code: str
    words: str
    why: str


@dataclass(frozen=True)
class Competence:
    """The office around a region, seen from another one; `near`: it is that office or below it.

    `basis` is what the edition says of the choice of the office; None where it says nothing.
    """

    office: OfficeEntry
    own: bool
    near: bool
    basis: Basis | None


def words(work: Work, code: str | None) -> str:
    """A region as people write it, up to its kabupaten or kota; "" for none."""
    return words_of(work, [code])[code] if code else ""


def words_of(work: Work, codes: Iterable[str | None]) -> Mapping[str, str]:
    """Each of the regions in words."""
    wanted = {code for code in codes if code}
    nodes = _nodes(work, {one for code in wanted for one in chain(code)})
    names = {one.kemendagri: one.name for one in work.law.regions.values() if one.kemendagri}
    return {code: ", ".join(_labels(code, nodes, names)) for code in wanted}


def event_place(work: Work, case: Case) -> str:
    """Where the event of a case happened: its text, then what that does not name of the region."""
    return place_words(work, case.event_place, case.event_region)


def place_words(work: Work, text: str, code: str | None) -> str:
    """A place in words, then what they do not name of the region."""
    if not code:
        return text
    said = _spelled(text)
    return ", ".join(
        [text, *(one for one in words(work, code).split(", ") if key_of(one) not in said)]
    )


def search(work: Work, typed: str, office: str = "") -> tuple[Found, ...]:
    """The regions that what was typed can mean, those of the office first, at most `MOST_FOUND`.

    "Tes, Lebong Selatan" looks for Tes inside of Lebong Selatan. A polling station is only found
    with the village it lies in: "TPS 3, Tes".
    """
    parts = [one.strip() for one in typed[:_LONGEST_TYPED].split(",") if one.strip()]
    rows = _search(work, parts, _home(work.law, office))
    told = words_of(work, [row.code for row in rows])
    return tuple(Found(row.code, told[row.code]) for row in rows)


def children(work: Work, code: str, most: int = 600) -> tuple[Found, ...]:
    """The regions directly inside of one, by name; of none (""): the provinces."""
    inside = Region.parent_code == code if code else Region.parent_code.is_(None)
    rows = work.session.scalars(select(Region).where(inside).order_by(Region.name).limit(most))
    return tuple(Found(row.code, row.node.label) for row in rows)


def competence(law: Law, edition: Edition, code: str | None, office: str) -> Competence | None:
    """The office around a region, as it stands to `office`; None where the data do not say it.

    `edition` is that of the case. A matter of structured, systematic and massive breaches belongs
    to the province.
    """
    wanted = (regency_of(code) or code) if code else ""
    if edition.regime == "pemilihan-tsm":
        wanted = wanted.partition(".")[0]
    region = next(
        (one.id for one in law.regions.values() if wanted and one.kemendagri == wanted), ""
    )
    found = next((one for one in law.offices.values() if region and one.region == region), None)
    if found is None:
        return None
    above, parent = {found.code}, found.parent
    while parent is not None:
        above.add(parent)
        parent = law.offices[parent].parent
    said = (edition.provisions[one].basis for one in _BY_PLACE if one in edition.provisions)
    basis = next(said, None)
    return Competence(found, found.code == office, office in above, basis)


def propose(work: Work, texts: Sequence[str], office: str) -> tuple[Proposal, ...]:
    """For each text the region it names exactly; of several that it can mean none."""
    read = [_read(text) for text in texts]
    keys = {key for parts in read for part in parts for key, _levels in part}
    rows = work.session.scalars(
        select(Region).where(Region.key.in_(keys), Region.level != RegionLevel.STATION)
    )
    by_key: dict[str, list[Node]] = {}
    for row in rows:
        by_key.setdefault(row.key, []).append(row.node)
    home = _home(work.law, office)
    meant = [_named(parts, by_key, home) for parts in read]
    told = words_of(work, [codes[0] for codes in meant if len(codes) == 1])
    return tuple(
        Proposal(codes[0], told[codes[0]], "Nama wilayah itu tertulis pada tempat kejadian.")
        if len(codes) == 1
        else Proposal("", "", _MANY if codes else _NONE)
        for codes in meant
    )


_NONE: Final = "Teksnya tidak menyebut nama wilayah yang dikenal."
_MANY: Final = "Teksnya dapat berarti beberapa wilayah; pilih sendiri."

# What one part of a text can mean: keys, and the levels that the word before the name allows.
_Part = list[tuple[str, tuple[RegionLevel, ...]]]


def _named(parts: Sequence[_Part], by_key: Mapping[str, list[Node]], home: str) -> tuple[str, ...]:
    """The codes of the regions that most parts of a text name; a province alone is none."""
    meant = [
        {
            node.code
            for key, levels in part
            for node in by_key.get(key, ())
            if not levels or node.level in levels
        }
        for part in parts
    ]
    scores = {
        code: sum(1 for codes in meant if codes & set(chain(code))) for code in set().union(*meant)
    }
    best = [code for code, score in scores.items() if score == max(scores.values())]
    if len(best) > 1 and home:
        best = [code for code in best if home in chain(code)] or best
    return () if best == [one for one in best if not regency_of(one)] else tuple(sorted(best))


def _read(text: str) -> list[_Part]:
    """Each part of a text as the keys it can be found by, with the levels its word allows."""
    found: list[_Part] = []
    for part in _PARTS.split(text[:2000]):
        word, _, rest = part.strip().partition(" ")
        levels = _WORDS.get(word.casefold().rstrip("."), ())
        keys: _Part = [(key_of(part), ())]
        if levels and key_of(rest):
            keys.append((key_of(rest), levels))
        found.append([one for one in keys if one[0]])
    return [one for one in found if one]


def _search(work: Work, parts: Sequence[str], home: str) -> list[Region]:
    if not parts:
        return []
    first, rest = parts[0], parts[1:]
    if _CODE.fullmatch(first) and not rest:
        return list(
            work.session.scalars(
                select(Region)
                .where(or_(Region.code == first, Region.parent_code == first))
                .order_by(Region.code)
                .limit(MOST_FOUND)
            )
        )
    if rest:
        around = [one.code for one in _search(work, rest, home)]
        inner = select(Region.code).where(Region.parent_code.in_(around))
        inside = or_(Region.parent_code.in_(around), Region.parent_code.in_(inner))
        return _matching(work, first, inside, stations=True)
    found: list[Region] = []
    if home:
        found = _matching(work, first, _inside(home))
    if len(found) < MOST_FOUND:
        more = _matching(work, first, Region.code.is_not(None), prefix=True)
        found += [one for one in more if one not in found]
    return found[:MOST_FOUND]


def _matching(
    work: Work, typed: str, inside: ColumnElement[bool], *, prefix: bool = False,
    stations: bool = False,
) -> list[Region]:  # fmt: skip
    """Regions whose name holds (or begins with) what was typed; exact ones first."""
    word, _, name = typed.partition(" ")
    levels = _WORDS.get(word.casefold().rstrip("."), ())
    if levels == (RegionLevel.STATION,) and name.strip().isdecimal():
        name = name.strip().zfill(3)
    tries: _Part = [(key_of(typed), ()), *([(key_of(name), levels)] if levels else [])]
    like = []
    for key, only in tries:
        if key:
            match = Region.key.startswith(key) if prefix else Region.key.contains(key)
            like.append(match & Region.level.in_(only) if only else match)
    if not like:
        return []
    exact = Region.key.in_([key for key, _only in tries])
    asked = select(Region).where(inside, or_(*like))
    if not stations:
        asked = asked.where(Region.level != RegionLevel.STATION)
    return list(
        work.session.scalars(
            asked.order_by(exact.desc(), Region.regency_code, Region.code).limit(MOST_FOUND)
        )
    )


def _inside(home: str) -> ColumnElement[bool]:
    """The condition that a region is `home`, a kabupaten or province, or lies in it."""
    if regency_of(home):
        return or_(Region.code == home, Region.regency_code == home)
    regencies = select(Region.code).where(Region.parent_code == home)
    return or_(Region.code == home, Region.regency_code.in_(regencies))


def _home(law: Law, office: str) -> str:
    """The code of the region an office works in; "" for the whole country or where unknown."""
    entry = law.offices.get(office)
    if entry is None or entry.region is None or entry.level is Level.RI:
        return ""
    return law.regions[entry.region].kemendagri


def _nodes(work: Work, codes: Iterable[str]) -> dict[str, Node]:
    rows = work.session.scalars(select(Region).where(Region.code.in_(list(codes))))
    return {row.code: row.node for row in rows}


def _labels(code: str, nodes: Mapping[str, Node], names: Mapping[str, str]) -> list[str]:
    """The labels from a region up to its kabupaten or kota; a province only stands for itself."""
    shown = [one for one in chain(code) if regency_of(one)] or [code]
    return [
        names.get(one) or (nodes[one].label if one in nodes else f"wilayah {one}") for one in shown
    ]


def _spelled(text: str) -> str:
    """A text with the short words of levels written out, as `key_of` would have it."""
    long = {"kab": "kabupaten", "kec": "kecamatan", "kel": "kelurahan", "prov": "provinsi"}
    spelled = re.sub(
        r"\b(kab|kec|kel|prov)\b\.?", lambda found: long[found[1].casefold()], text, flags=re.I
    )
    return key_of(spelled)
