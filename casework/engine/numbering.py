"""Numbers of reports, registrations and letters, as each office writes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from casework.engine.basis import Basis

_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")

# What a pattern may hold; the loader refuses anything else between braces.
CASE_FIELDS: Final = frozenset({"seq", "kind", "election", "level", "region", "roman", "yyyy"})
LETTER_FIELDS: Final = frozenset({"seq", "mm", "roman", "yyyy", "region"})


@dataclass(frozen=True)
class LetterPattern:
    """How one office numbers its outgoing letters; `width` 0 leaves the number unpadded."""

    office: str
    pattern: str
    width: int
    basis: Basis


@dataclass(frozen=True)
class Numbering:
    """The patterns of one edition. `width` pads the sequence; offices differ, 2 or 3."""

    receipt_pattern: str
    registration_pattern: str
    width: int
    kinds: Mapping[str, str]
    elections: Mapping[str, str]
    levels: Mapping[str, str]
    letters: Mapping[str, LetterPattern]
    basis: Basis

    def letter_pattern(self, office: str) -> LetterPattern:
        """The office's own pattern, or the default one (office "")."""
        return self.letters.get(office, self.letters[""])


def roman(month: int) -> str:
    """The month in Roman numerals.

    >>> [roman(month) for month in (1, 4, 9, 12)]
    ['I', 'IV', 'IX', 'XII']
    """
    return _ROMAN[month - 1]


def receipt(
    numbering: Numbering, seq: int, kind: str, election: str, level: str, region: str, on: date
) -> str:
    """The number given when a report is received, e.g. `06/LP/PG/Prov/07.00/IX/2024`."""
    return _case_number(
        numbering, numbering.receipt_pattern, seq, kind, election, level, region, on
    )


def registration(
    numbering: Numbering, seq: int, kind: str, election: str, level: str, region: str, on: date
) -> str:
    """The number given at registration, e.g. `05/Reg/LP/PG/Prov/07.00/X/2024`."""
    return _case_number(
        numbering, numbering.registration_pattern, seq, kind, election, level, region, on
    )


def letter(
    pattern: LetterPattern | str, seq: int, on: date, *, region: str = "", inserted: int = 0
) -> str:
    """The number of an outgoing letter; `inserted` makes a number between two others.

    >>> letter("{seq}/PP.00.01/K/{mm}/{yyyy}", 194, date(2024, 9, 21))
    '194/PP.00.01/K/09/2024'
    >>> letter("{seq}/PP.00.00/K1/{mm}/{yyyy}", 207, date(2023, 1, 2), inserted=1)
    '207.1/PP.00.00/K1/01/2023'
    """
    text = pattern if isinstance(pattern, str) else pattern.pattern
    width = 0 if isinstance(pattern, str) else pattern.width
    number = f"{seq:0{width}d}" + (f".{inserted}" if inserted else "")
    return text.format_map(
        {
            "seq": number,
            "mm": f"{on.month:02d}",
            "roman": roman(on.month),
            "yyyy": f"{on.year:04d}",
            "region": region,
        }
    )


def _case_number(
    numbering: Numbering,
    pattern: str,
    seq: int,
    kind: str,
    election: str,
    level: str,
    region: str,
    on: date,
) -> str:
    return pattern.format_map(
        {
            "seq": f"{seq:0{numbering.width}d}",
            "kind": kind,
            "election": election,
            "level": numbering.levels[level],
            "region": region,
            "roman": roman(on.month),
            "yyyy": f"{on.year:04d}",
        }
    )
