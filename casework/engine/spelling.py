"""Numbers and dates written out in Indonesian, and numbers read back.

Checked both ways for 0 to 9999. Ranks follow the spelling rules (EYD V): `ke` joins the first
word, "abad kedua puluh". From a thousand on that would read as "the second thousand …", so such a
rank is written with its digits, `ke-2026`.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from casework.engine.words import MONTHS, weekday

_ONES: Final = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
)  # fmt: skip
_SCALES: Final = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu"))
LARGEST: Final = 10**15 - 1
_ORDINAL_WORDS_BELOW: Final = 1000


def cardinal(number: int) -> str:
    """A whole number in words; from 0 to 10^15 - 1.

    >>> [cardinal(n) for n in (0, 11, 31, 100, 1100, 2026)]
    ['nol', 'sebelas', 'tiga puluh satu', 'seratus', 'seribu seratus', 'dua ribu dua puluh enam']

    Raises ValueError for a number outside these.
    """
    if not 0 <= number <= LARGEST:
        raise ValueError(f"no words for {number}")
    words = []
    rest = number
    for scale, name in _SCALES:
        count, rest = divmod(rest, scale)
        if count:
            words.append("seribu" if (count, scale) == (1, 1000) else f"{_below(count)} {name}")
    if rest or not words:
        words.append(_below(rest))
    return " ".join(words)


def ordinal(number: int) -> str:
    """A rank: in words below a thousand, with digits from there on.

    >>> [ordinal(n) for n in (1, 2, 10, 21, 100, 2026)]
    ['pertama', 'kedua', 'kesepuluh', 'kedua puluh satu', 'keseratus', 'ke-2026']

    Raises ValueError below 1.
    """
    if number < 1:
        raise ValueError(f"no rank {number}")
    if number == 1:
        return "pertama"
    if number >= _ORDINAL_WORDS_BELOW:
        return f"ke-{number}"
    return f"ke{cardinal(number)}"


def read_number(text: str) -> int:
    """The number that words say, cardinal or rank; the inverse of both.

    >>> read_number("dua ribu dua puluh empat"), read_number("kedua puluh satu")
    (2024, 21)

    Raises ValueError for words that are no number.
    """
    words = text.casefold().split()
    if words == ["pertama"]:
        return 1
    first = words[0] if words else ""
    if first.startswith("ke-"):
        return int(first[3:])
    if first.startswith("ke"):
        words[0] = first[2:]
    found = _read(words)
    if cardinal(found).split() != words:
        raise ValueError(f"{text!r} is no number")
    return found


def counted(number: int, unit: str) -> str:
    """A number with its words and unit, as letters write it.

    >>> counted(2, "hari kalender")
    '2 (dua) hari kalender'
    """
    return f"{number} ({cardinal(number)}) {unit}"


def date_in_words(day: date) -> str:
    """How minutes open: weekday, day and year in words.

    >>> date_in_words(date(2024, 9, 20))
    'Jumat tanggal dua puluh September tahun dua ribu dua puluh empat'
    """
    month = MONTHS[day.month - 1]
    return f"{weekday(day)} tanggal {cardinal(day.day)} {month} tahun {cardinal(day.year)}"


def _below(number: int) -> str:
    """A number below a thousand."""
    hundreds, rest = divmod(number, 100)
    words = []
    if hundreds:
        words.append("seratus" if hundreds == 1 else f"{_ONES[hundreds]} ratus")
    if rest or not hundreds:
        words.append(_below_hundred(rest))
    return " ".join(words)


def _below_hundred(number: int) -> str:
    tens, ones = divmod(number, 10)
    if number < len(_ONES):
        return _ONES[number]
    if tens == 1:
        return {0: "sepuluh", 1: "sebelas"}.get(ones) or f"{_ONES[ones]} belas"
    return f"{_ONES[tens]} puluh" + (f" {_ONES[ones]}" if ones else "")


_VALUES: Final = {word: value for value, word in enumerate(_ONES)} | {
    "sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000,
}  # fmt: skip
_TIMES: Final = {name: scale for scale, name in _SCALES}


def _read(words: list[str]) -> int:
    """Add the words up; nonsense gives a number whose words differ."""
    total = part = one = 0
    for word in words:
        if word == "belas":
            one += 10
        elif word in ("puluh", "ratus"):
            part, one = part + one * (10 if word == "puluh" else 100), 0
        elif word in _TIMES:
            total, part, one = total + (part + one) * _TIMES[word], 0, 0
        elif word == "seribu":
            total += 1000
        elif word in _VALUES:
            part, one = part + one, _VALUES[word]
        else:
            raise ValueError(f"{word!r} is no number")
    return total + part + one
