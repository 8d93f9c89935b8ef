"""Dates, hours and counts as an official letter words them."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date

from casework.engine.spelling import counted as counted
from casework.engine.spelling import date_in_words
from casework.engine.words import clock, long_date


def date_only(moment: datetime, zone: str) -> str:
    """The date a letter bears, in the office's zone: `21 September 2024`."""
    return format_date(moment.astimezone(ZoneInfo(zone)).date(), "d MMMM y", locale="id")


def day(moment: datetime, zone: str) -> str:
    """Weekday and date: `Sabtu, 21 September 2024`."""
    return long_date(moment.astimezone(ZoneInfo(zone)).date())


def hour(moment: datetime, zone: str) -> str:
    """The time of day with its zone: `10.15 WIB`."""
    return clock(moment.astimezone(ZoneInfo(zone)), zone)


def day_and_hour(moment: datetime, zone: str) -> str:
    """Weekday, date and hour; the last second of a day reads 24.00."""
    return f"{day(moment, zone)} pukul {hour(moment, zone)}"


def iso_day_and_hour(text: str, zone: str) -> str:
    """A limit as it is stored, as weekday, date and hour."""
    return day_and_hour(datetime.fromisoformat(text), zone)


def day_in_words(moment: datetime, zone: str) -> str:
    """How minutes open: weekday, then day and year in words, then the hour."""
    local = moment.astimezone(ZoneInfo(zone))
    return f"{date_in_words(local.date())} pukul {clock(local, zone)}"


def iso_day(text: str) -> str:
    """An ISO date as Indonesian text; anything else stays as it was typed."""
    try:
        return format_date(date.fromisoformat(text), "d MMMM y", locale="id")
    except ValueError:
        return text


_NIP = re.compile(r"[\s,;(]*\bNIP\b[.:\s]*((?:\d[ .]?){17}\d)\)?", re.IGNORECASE)


def without_nip(position: str) -> tuple[str, str]:
    """A position, and the number of the civil servant that was written with it.

    >>> without_nip("Camat Contoh, NIP 19800101 200501 1 001")
    ('Camat Contoh', '19800101 200501 1 001')
    >>> without_nip("Camat Contoh")
    ('Camat Contoh', '')
    """
    found = _NIP.search(position)
    if found is None:
        return position, ""
    digits = re.sub(r"\D", "", found[1])
    grouped = f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"
    return f"{position[: found.start()]}{position[found.end() :]}".strip(" ,;"), grouped


def inside(text: str, names: Collection[str] = ()) -> str:
    """A title for the middle of a sentence; names keep their capitals.

    A name is a word among `names`, a word in capitals (ASN, KPU), or one before another with a
    capital (Budi Santoso, Kepala Desa Tes).
    """
    first, _, rest = text.partition(" ")
    second = rest.partition(" ")[0]
    named = first in names or (second[:1].isupper() and second[1:].islower())
    ordinary = len(first) > 1 and first[1:].islower()
    return text[0].lower() + text[1:] if ordinary and not named else text
