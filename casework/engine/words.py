"""Dates and times as an Indonesian officer reads them."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import lru_cache
from typing import Final

from casework.engine.zones import zone_name

WEEKDAYS: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS: Final = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
END_OF_DAY: Final = time(23, 59, 59)


def weekday(day: date) -> str:
    """The name of the weekday.

    >>> weekday(date(2024, 9, 19))
    'Kamis'
    """
    return WEEKDAYS[day.weekday()]


@lru_cache(maxsize=4096)
def long_date(day: date) -> str:
    """The date in words, with its weekday.

    >>> long_date(date(2024, 9, 21))
    'Sabtu, 21 September 2024'
    """
    return f"{weekday(day)}, {day.day} {MONTHS[day.month - 1]} {day.year}"


def clock(moment: datetime, zone: str) -> str:
    """The time of day in the office's zone; the last second of a day reads as 24.00.

    >>> from zoneinfo import ZoneInfo
    >>> clock(datetime(2024, 9, 21, 23, 59, 59, tzinfo=ZoneInfo("Asia/Jakarta")), "Asia/Jakarta")
    '24.00 WIB'
    """
    if moment.time() == END_OF_DAY:
        return f"24.00 {zone_name(zone)}"
    return f"{moment:%H.%M} {zone_name(zone)}"
