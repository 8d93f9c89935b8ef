"""Free days, and the decrees that made them or took them back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casework.engine.basis import Mark


class HolidayKind(StrEnum):
    """What made the day free. The last two hold in their places, or in one office, only."""

    NATIONAL = "nasional"
    JOINT_LEAVE = "cuti_bersama"
    POLLING = "pemungutan_suara"
    REVOTE = "pemungutan_suara_ulang"
    CLOSURE = "tutup_kantor"

    @property
    def label(self) -> str:
        """The kind in words."""
        return {
            HolidayKind.NATIONAL: "libur nasional",
            HolidayKind.JOINT_LEAVE: "cuti bersama",
            HolidayKind.POLLING: "hari pemungutan suara",
            HolidayKind.REVOTE: "hari pemungutan suara ulang",
            HolidayKind.CLOSURE: "kantor tutup",
        }[self]


@dataclass(frozen=True)
class Decree:
    """The decree that made a day free; its number may not be known.

    `signed` is the day from which it was known, None where no source tells: such a decree
    counts as known all along.
    """

    id: str
    title: str
    number: str | None
    mark: Mark
    source: str
    signed: date | None = None
    note: str = ""

    def known_on(self, day: date) -> bool:
        """Had the decree been made by `day`?"""
        return self.signed is None or self.signed <= day


@dataclass(frozen=True)
class Holiday:
    """One free day.

    `places` names the regions it holds in, as the Ministry of Home Affairs writes them
    ("Kabupaten Bengkulu Selatan"); none means everywhere. `free` is false for a re-vote that
    nobody made a free day. `withdrawn_by` is the later decree that took the day back.
    """

    on: date
    name: str
    kind: HolidayKind
    decree: Decree
    places: tuple[str, ...] = ()
    free: bool = True
    withdrawn_by: Decree | None = None

    @property
    def why(self) -> str:
        """Why the day is not a working day, naming the decree."""
        if self.kind is HolidayKind.CLOSURE:
            return f"{self.kind.label}: {self.name} ({self.decree.title})"
        number = self.decree.number or "nomor belum diketahui"
        return f"{self.kind.label} {self.name} ({self.decree.title}, {number})"

    def known_on(self, day: date) -> bool:
        """Did the day stand as free by the decrees made up to `day`?"""
        back = self.withdrawn_by is not None and self.withdrawn_by.known_on(day)
        return self.decree.known_on(day) and not back
