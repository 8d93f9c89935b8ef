"""The filters of a list of cases as they stand in an address."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

from casework.services.cases.listing.criteria import NOBODY, ORDERS, Wanted, place
from casework.services.cases.search.query import LONGEST_QUERY
from webui.core import sought
from webui.core.bulk import MOST
from webui.core.times import read_day

CODES = {
    "tahap": "stage",
    "jenis": "kind",
    "golongan": "violation_class",
    "pasal": "article",
    "kategori": "category",
    "wilayah": "region",
    "gerak": "move",
    "syarat": "lack",
    "pelapor": "reporter",
    "tujuan": "sent",
    "pemilihan": "election",
    "sisa": "left",
    "putusan": "decided",
    "tepat": "in_time",
    "terlambat": "too_late",
}
"""Parameter to the filter it fills with a code."""

MINE, UNOWNED = "saya", "tanpa"
FLAGS = ("lewat", "hariini", "pelimpahan", "hanya", "berjalan", "macet")
"""Those that are only there or not."""
FILTERS = ("cari", *CODES, "kantor", "penanggung", "sejak", "sampai", "dari", "ke", *FLAGS)
"""Every filter by its parameter, in the order of the form."""

KEPT = (*FILTERS, "urut", "kolom")
"""What a saved view remembers."""

_LARGEST = 2**31 - 1


def wanted(asked: Mapping[str, str], officer_id: int | None) -> Wanted:
    """Read the filters; what cannot be read filters nothing, save codes, which match nothing."""
    owner = asked.get("penanggung", "")
    return Wanted(
        text=asked.get("cari", "").replace("\0", " ").strip()[:LONGEST_QUERY],
        **{field: _code(asked.get(name, "")) for name, field in CODES.items()},
        office=_number(asked.get("kantor", "")),
        owner={MINE: officer_id, UNOWNED: NOBODY}.get(owner, _number(owner)),
        since=day(asked.get("sejak", "")),
        until=day(asked.get("sampai", "")),
        overdue=bool(asked.get("lewat")),
        today=bool(asked.get("hariini")),
        passing=bool(asked.get("pelimpahan")),
        only=_keys(asked.get("hanya", "")),
        moved_since=day(asked.get("dari", "")),
        moved_until=day(asked.get("ke", "")),
        running=bool(asked.get("berjalan")),
        stuck=bool(asked.get("macet")),
        order=order if (order := asked.get("urut", "")) in ORDERS else "",
        place=place(asked.get("sesudah", "")),
    )


def kept(asked: MultiDict[str, str]) -> dict[str, Any]:
    """What an address holds of the filters: the text sealed, everything else as it is."""
    found = {name: [one for one in asked.getlist(name) if one] for name in KEPT}
    found[sought.SEALED] = [sought.seal(one.strip()) for one in found.pop(sought.TEXT)[:1]]
    return {name: values for name, values in found.items() if any(values)}


def query(asked: MultiDict[str, str]) -> str:
    """What a saved view keeps of the filters, the text among them; it never stands in a link."""
    return urlencode([(name, one) for name in KEPT for one in asked.getlist(name) if one])


def unread(asked: Mapping[str, str]) -> list[str]:
    """Days in the address that are none: the page says so instead of ignoring them quietly."""
    return [name for name in ("sejak", "sampai") if asked.get(name) and not day(asked[name])]


def day(text: str) -> date | None:
    """A day as an officer typed it, or as a link names it."""
    try:
        return read_day(text)
    except ValueError:
        return None


def _code(text: str) -> str:
    return text.replace("\0", "")[:64]


def _keys(text: str) -> tuple[int, ...]:
    """Keys of cases with dots between them; at most as many as one page ticks."""
    return tuple(_number(one) or 0 for one in text.split(".")[:MOST]) if text else ()


def _number(text: str) -> int | None:
    if not (text.isascii() and text.isdigit()):
        return None
    return min(int(text[:10]), _LARGEST)
