"""Lengths of time in the words of a regulation: "paling lama 2 (dua) hari", "1 x 24 (…) jam"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from casework.engine.counting import Unit
from casework.engine.spelling import read_number

_MEASURE: Final = re.compile(
    r"(?<![\w.])(?:(?P<times>\d{1,3})\s*[xX×]\s*)?(?P<number>\d{1,4})\s*(?:\((?P<words>[^()]*)\)\s*)?"
    r"(?P<unit>hari\s+kalender|hari\s+kerja|hari|jam)\b",
    re.IGNORECASE,
)
_UNITS: Final = {
    "hari kalender": Unit.CALENDAR_DAYS,
    "hari kerja": Unit.WORKING_DAYS,
    "jam": Unit.HOURS,
}


@dataclass(frozen=True)
class Measure:
    """A length and its unit; None where the text says "hari" and nothing else.

    `spelled` is false where figures and words say different numbers. `start` and `end` are where
    it stands in the text.
    """

    length: int
    unit: Unit | None
    text: str
    spelled: bool
    start: int
    end: int

    def differs(self, length: int, unit: Unit, day: Unit | None = None) -> str:
        """How a rule of `length` `unit` says otherwise, in words; "" when it says the same.

        `day` is what the regulation defines a "hari" to be, where it does.
        """
        if not self.spelled:
            return f'angka dan huruf berlainan: "{self.text}"'
        mine = self.unit or day
        same_unit = mine is unit or (mine is None and unit is not Unit.HOURS)
        if self.length == length and same_unit:
            return ""
        return f'naskah: "{self.text}"; entri: {length} {unit.label}'


def measures(text: str) -> tuple[Measure, ...]:
    """Every length of time in a text, in order.

    >>> [(m.length, str(m.unit)) for m in measures("1 x 24 (satu kali dua puluh empat) jam")]
    [(24, 'hours')]
    >>> [(m.length, m.unit) for m in measures("paling lama 2 (dua) Hari")]
    [(2, None)]
    """
    return tuple(_measure(found) for found in _MEASURE.finditer(text))


def _measure(found: re.Match[str]) -> Measure:
    times, number = int(found["times"] or 1), int(found["number"])
    unit = _UNITS.get(" ".join(found["unit"].casefold().split()))
    spelled = _spelled(found["words"], times, number, several=bool(found["times"]))
    text = " ".join(found[0].split())
    return Measure(times * number, unit, text, spelled, found.start(), found.end())


def _spelled(words: str | None, times: int, number: int, *, several: bool) -> bool:
    if words is None or not words.strip():
        return True
    parts = words.casefold().split(" kali ")
    try:
        said = [read_number(" ".join(part.split())) for part in parts]
    except ValueError:
        return False
    return said == ([times, number] if several else [number])
