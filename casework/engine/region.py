"""Regions: those the law data know by name, and the tree of codes down to the polling station.

A code of the Ministry of Home Affairs holds its own place in the tree: `17.08.01.2001` is a village
of the subdistrict `17.08.01`. A polling station has the number behind its village.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from casework.engine.basis import Basis


class RegionLevel(StrEnum):
    """How deep a region lies in the tree."""

    PROVINCE = "provinsi"
    REGENCY = "kabupaten"
    CITY = "kota"
    SUBDISTRICT = "kecamatan"
    VILLAGE = "desa"
    WARD = "kelurahan"
    STATION = "tps"

    @property
    def depth(self) -> int:
        """How many parts its codes have."""
        return _DEPTHS[self]

    @property
    def word(self) -> str:
        """The word before its name."""
        return "TPS" if self is RegionLevel.STATION else self.capitalize()


_DEPTHS: Final = {
    RegionLevel.PROVINCE: 1,
    RegionLevel.REGENCY: 2,
    RegionLevel.CITY: 2,
    RegionLevel.SUBDISTRICT: 3,
    RegionLevel.VILLAGE: 4,
    RegionLevel.WARD: 4,
    RegionLevel.STATION: 5,
}
_CODE: Final = re.compile(r"\d{2}(\.\d{2}(\.\d{2}(\.\d{4}(\.\d{3})?)?)?)?", re.ASCII)
_BAWASLU: Final = re.compile(r"[\d.]{0,20}", re.ASCII)
LONGEST_NAME: Final = 120


@dataclass(frozen=True)
class Region:
    """A province, kabupaten or kota. `training` is true where `code` was never published.

    `code` is the one the supervisory body numbers by, `kemendagri` the one of the ministry (""
    where the data do not say it).
    """

    id: str
    name: str
    kind: str
    code: str
    province: str
    training: bool
    basis: Basis
    kemendagri: str = ""

    @property
    def place(self) -> str:
        """The bare name, without "Kabupaten", "Kota" or "Provinsi"."""
        return self.name.split(" ", 1)[1]

    @property
    def head(self) -> str:
        """The title of the head of the region."""
        return {"provinsi": "Gubernur", "kota": "Wali Kota"}.get(self.kind, "Bupati")


@dataclass(frozen=True)
class Node:
    """One region of the tree; `bawaslu` is the code of the supervisory body, "" where unknown."""

    code: str
    level: RegionLevel
    name: str
    bawaslu: str = ""

    @property
    def parent(self) -> str:
        """The code of the region it lies in; "" of a province."""
        return parent_of(self.code)

    @property
    def regency(self) -> str:
        """The code of its kabupaten or kota; "" of a province."""
        return regency_of(self.code)

    @property
    def label(self) -> str:
        """Its name with the word of its level, e.g. "Kecamatan Kedurang"."""
        return f"{self.level.word} {self.name}"


def code_known(code: str) -> bool:
    """Is a text written as a code of the ministry, or as that of a polling station?

    >>> code_known("17.08.01.2001.003"), code_known("07.00.1")
    (True, False)
    """
    return _CODE.fullmatch(code) is not None


def parent_of(code: str) -> str:
    """The code of the region that a region lies in.

    >>> parent_of("17.08.01.2001")
    '17.08.01'
    """
    return code.rpartition(".")[0]


def regency_of(code: str) -> str:
    """The code of the kabupaten or kota of a region; "" of a province.

    >>> regency_of("17.08.01.2001")
    '17.08'
    """
    parts = code.split(".")
    return ".".join(parts[:2]) if len(parts) > 1 else ""


def chain(code: str) -> tuple[str, ...]:
    """The codes from a region up to its province, itself first.

    >>> chain("17.08.01")
    ('17.08.01', '17.08', '17')
    """
    found = []
    while code:
        found.append(code)
        code = parent_of(code)
    return tuple(found)


def key_of(name: str) -> str:
    """By what a name is found: small letters and digits alone, so that "Muko Muko" is "Mukomuko".

    >>> key_of("Muko-Muko")
    'mukomuko'
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(one for one in plain if one.isascii() and one.isalnum())


class Verdict(StrEnum):
    """What an import would do with one row of its file."""

    CREATE = "create"
    UPDATE = "update"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True)
class Row:
    """A row of a file as it was written; `line` is its place, counted from 1 with the heading."""

    line: int
    code: str
    name: str
    level: str = ""
    parent: str = ""
    bawaslu: str = ""


@dataclass(frozen=True)
class Judged:
    """A row with what becomes of it; `why` says what changes, or what is wrong."""

    row: Row
    verdict: Verdict
    why: str = ""
    node: Node | None = None


def judge(rows: Iterable[Row], known: Mapping[str, Node]) -> tuple[Judged, ...]:
    """What each row of a file would do to the tree; the order of the rows does not matter.

    `known` holds at least the regions of the file that exist, and the parents of its rows.
    """
    read = [_read(row) for row in rows]
    said: dict[str, Node] = {}
    clashes: Counter[str] = Counter()
    for one in read:
        if one.node is not None:
            clashes[one.node.code] += said.setdefault(one.node.code, one.node) != one.node
    good = {code for code in said if not clashes[code]}
    missing = {code for code in good if not _hangs(code, good, known)}
    return tuple(_against(one, known, clashes, missing) for one in read)


def _hangs(code: str, good: set[str], known: Mapping[str, Node]) -> bool:
    """Does every region above it exist, in the tree or, rightly, in the file?"""
    above = parent_of(code)
    return not above or above in known or (above in good and _hangs(above, good, known))


def _against(
    one: Judged, known: Mapping[str, Node], clashes: Counter[str], missing: set[str]
) -> Judged:
    node = one.node
    if node is None:
        return one
    if clashes[node.code]:
        why = f"Kode {node.code} tertulis lebih dari sekali dengan isi yang berbeda."
        return Judged(one.row, Verdict.REFUSED, why)
    if node.code in missing:
        why = (
            f"Wilayah induk {node.parent} tidak ada, baik di sistem maupun (dengan benar) pada "
            "berkas ini. Impor wilayah di atasnya lebih dahulu."
        )
        return Judged(one.row, Verdict.REFUSED, why)
    before = known.get(node.code)
    if before is None:
        return Judged(one.row, Verdict.CREATE, "", node)
    if not node.bawaslu:
        # A file without the other code does not take it away.
        node = Node(node.code, node.level, node.name, before.bawaslu)
    changes = [
        f"{old or '–'} → {new}"
        for old, new in (
            (before.label, node.label),
            (before.bawaslu, node.bawaslu),
        )
        if old != new
    ]
    return Judged(one.row, Verdict.UPDATE if changes else Verdict.SAME, "; ".join(changes), node)


def _read(row: Row) -> Judged:
    """The row as a region, or why it cannot be one."""
    code = row.code.strip()
    if not code_known(code):
        why = (
            f'"{code}" bukan kode wilayah Kemendagri: 17, 17.01, 17.01.01, 17.01.01.2001, '
            "atau 17.01.01.2001.001 untuk TPS."
        )
        return Judged(row, Verdict.REFUSED, why)
    if row.parent.strip() not in ("", parent_of(code)):
        why = f"Induk {row.parent.strip()} tidak cocok dengan kode {code}."
        return Judged(row, Verdict.REFUSED, why)
    if not _BAWASLU.fullmatch(row.bawaslu.strip()):
        why = f'"{row.bawaslu.strip()}" bukan kode wilayah Bawaslu seperti 07.05.'
        return Judged(row, Verdict.REFUSED, why)
    level = _level(code, row)
    if level is None:
        why = f'Tingkat "{row.level.strip()}" tidak cocok dengan kode {code}.'
        return Judged(row, Verdict.REFUSED, why)
    name = _name(row.name, level)
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        why = f"Nama wilayah {code} kosong, lebih dari {LONGEST_NAME} huruf, atau tidak terbaca."
        return Judged(row, Verdict.REFUSED, why)
    return Judged(row, Verdict.SAME, "", Node(code, level, name, row.bawaslu.strip()))


def _level(code: str, row: Row) -> RegionLevel | None:
    """The level a row tells, else the one its code and name tell."""
    depth, told = code.count(".") + 1, row.level.strip().casefold()
    if told:
        found = next((one for one in RegionLevel if one == told), None)
        return found if found and found.depth == depth else None
    if depth == RegionLevel.CITY.depth:
        city = row.name.strip().casefold().startswith("kota ")
        return RegionLevel.CITY if city else RegionLevel.REGENCY
    if depth == RegionLevel.WARD.depth:
        # The ministry numbers kelurahan from 1001 and desa from 2001.
        ward = code.rpartition(".")[2].startswith("1")
        return RegionLevel.WARD if ward else RegionLevel.VILLAGE
    return next(one for one in RegionLevel if one.depth == depth)


def _name(told: str, level: RegionLevel) -> str:
    """The bare name: without the word of its level, and no shouting."""
    name = " ".join(unicodedata.normalize("NFC", told).split())
    word, _, rest = name.partition(" ")
    # "Kota Manna" is the whole name of a subdistrict; only a word of the own level goes.
    if rest and word.casefold() == level:
        name = rest
    if level is RegionLevel.STATION:
        return name.zfill(3) if name.isdecimal() else name
    return name.title() if name.isupper() and len(name) > 3 else name
