"""What speaks against a number being somebody's NIK (nomor induk kependudukan).

Sixteen digits: two each for the province, the kabupaten or kota and the kecamatan where it was
first given, six for the day of birth (a woman's day is raised by 40), four counted from 0001. It
stays for life, also where it was given with a wrong day (`SOURCES`, as told in the press). So
nothing here refuses a number: it is read again from the card.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

LENGTH = 16
WOMAN = 40
"""Added to the day of birth of a woman."""
PROVINCES = frozenset(
    (*range(11, 20), 21, *range(31, 37), *range(51, 54), *range(61, 66), *range(71, 77), 81, 82,
     *range(91, 97))
)  # fmt: skip
"""Codes of provinces of the Ministry of Home Affairs."""


SOURCES = ("pp-37-2007", "pp-40-2019")
"""The instruments, in `rules/instruments.yaml`, that say how it is made and that it stays."""


class Doubt(StrEnum):
    """One thing to compare with the card again."""

    DIGITS = "digits"
    PROVINCE = "province"
    DAY = "day"
    BIRTH_DATE = "birth_date"
    SEX = "sex"
    COUNT = "count"


def doubts(number: str, *, born: date | None = None, woman: bool | None = None) -> list[Doubt]:
    """What speaks against the number, beside the date of birth and sex as they were written.

    Spaces, dots and dashes between the digits do not count; no number, no doubt.

    >>> doubts("1771 0455 0990 0001", born=date(1990, 9, 15), woman=True)
    []
    >>> [one.value for one in doubts("1771041509900001", born=date(1990, 9, 16), woman=True)]
    ['birth_date', 'sex']
    >>> [one.value for one in doubts("177104150990001")]
    ['digits']
    """
    digits = "".join(one for one in number if one not in " .-")
    if not digits:
        return []
    if len(digits) != LENGTH or not (digits.isascii() and digits.isdigit()):
        return [Doubt.DIGITS]
    found = [] if int(digits[:2]) in PROVINCES else [Doubt.PROVINCE]
    day, month, year = int(digits[6:8]), int(digits[8:10]), int(digits[10:12])
    raised = day > WOMAN
    day -= WOMAN if raised else 0
    if not _is_a_day(day, month, year):
        found.append(Doubt.DAY)
    elif born is not None and (born.day, born.month, born.year % 100) != (day, month, year):
        found.append(Doubt.BIRTH_DATE)
    if woman is not None and woman is not raised and Doubt.DAY not in found:
        found.append(Doubt.SEX)
    if digits[12:] == "0000":
        found.append(Doubt.COUNT)
    return found


def _is_a_day(day: int, month: int, year: int) -> bool:
    """Whether some century has that day."""
    for century in (1900, 2000):
        try:
            date(century + year, month, day)
        except ValueError:
            continue
        return True
    return False
