"""The three time zones of Indonesia, in one of which every office stands.

Keppres 41/1987 was read in secondary sources only; its refusal says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

ZONES: Final[Mapping[str, str]] = {
    "Asia/Jakarta": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
}
"""IANA key of each, and the abbreviation letters use."""


def not_indonesian(zone: str) -> str:
    """Why a zone cannot be an office's, and which can; "" for one that can.

    >>> not_indonesian("Asia/Jayapura")
    ''
    >>> not_indonesian("Asia/Pontianak").partition(". ")[0]
    'Zona waktu “Asia/Pontianak” bukan salah satu dari tiga zona waktu Indonesia'
    """
    if zone in ZONES:
        return ""
    each = ", ".join(f"{key} ({short})" for key, short in ZONES.items())
    return (
        f"Zona waktu “{zone}” bukan salah satu dari tiga zona waktu Indonesia. Pakai "
        f"zona tempat kantor itu berada: {each}. Dasar: Keppres 41/1987 (sumber sekunder)."
    )


def zone_name(zone: str) -> str:
    """The short name of an Indonesian zone; another zone keeps its own key."""
    return ZONES.get(zone, zone)
