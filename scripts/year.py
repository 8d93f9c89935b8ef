"""The first draft of `rules/calendars/<year>.yaml`, from the `holidays` library.

`python -m scripts.year 2028 > rules/calendars/2028.yaml` writes what a lawyer then corrects by the
decrees: numbers, the day each was signed, days taken back, re-votes. The product reads the file and
never the library; a test holds the two against each other, every year and every day.
"""

import sys
from datetime import date
from importlib.metadata import version

import holidays

_LEAVE, _SUBSTITUTE, _POLLING = "Cuti Bersama ", "Pegangti ", "Hari Pemilihan "
_PREFERRED = {
    "Hari Raya Idul Fitri; Kenaikan Yesus Kristus": (
        "Hari Raya Idul Fitri dan Kenaikan Yesus Kristus"
    )
}
_HEAD = """\
# Hari libur {year}. Hari-harinya disusun dari pustaka holidays {version} (Indonesia, kategori
# public dan government) dan belum dibetulkan menurut keputusannya; mesin tidak membacanya.
covers_from: {year}-01-01
covers_until: {year}-12-31
decrees:
  - id: skb
    title: SKB 3 Menteri tentang hari libur nasional dan cuti bersama {year}
    known: false
    verification: secondary
    source: pustaka holidays {version}; keputusannya sendiri tidak dibaca
"""
_POLLING_DECREE = """\
  - id: keppres
    title: Keputusan Presiden tentang hari pemungutan suara {year} sebagai libur nasional
    known: false
    verification: secondary
    source: pustaka holidays {version}; keputusannya sendiri tidak dibaca
"""


def days(year: int) -> list[tuple[date, str, str]]:
    """The free days of a year: date, name, kind as the calendar files write it."""
    library = holidays.country_holidays(
        "ID", years=year, categories=("public", "government"), language="id"
    )
    return [(on, *_entry(library[on])) for on in sorted(library)]


def draft(year: int) -> str:
    """The whole file."""
    found = days(year)
    head = _HEAD + (
        _POLLING_DECREE if any(kind == "pemungutan_suara" for *_, kind in found) else ""
    )
    lines = [
        f"  - {{date: {on}, name: {name}, kind: {kind}, "
        f"decree: {'keppres' if kind == 'pemungutan_suara' else 'skb'}}}"
        for on, name, kind in found
    ]
    return head.format(year=year, version=_version()) + "\n".join(["days:", *lines, ""])


def _entry(name: str) -> tuple[str, str]:
    substitute = "Pengganti " if name.startswith(_SUBSTITUTE) else ""
    plain = name.removeprefix(_SUBSTITUTE)
    if plain.startswith(_LEAVE):
        return substitute + plain.removeprefix(_LEAVE), "cuti_bersama"
    if plain.startswith(_POLLING):
        return plain.removeprefix("Hari "), "pemungutan_suara"
    return _PREFERRED.get(plain, plain), "nasional"


def _version() -> str:
    return ".".join(version("holidays").split(".")[:2])


if __name__ == "__main__":
    sys.stdout.write(draft(int(sys.argv[1])))
