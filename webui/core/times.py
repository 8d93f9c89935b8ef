"""Converts times typed on a page, in the office's zone, to aware times for the services."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from webui.core import clock
from webui.core.transaction import house, me


def aware(typed: datetime | None) -> datetime:
    """What was typed, in the zone of the officer's office; only after validation."""
    if typed is None:
        raise TypeError("an hour field was read before it was validated")
    return typed.replace(tzinfo=ZoneInfo(me().zone))


def maybe(typed: datetime | None) -> datetime | None:
    """What was typed, in the zone of the officer's office; None for an hour that was left open."""
    return None if typed is None else aware(typed)


def wall_now() -> datetime:
    """The present minute on the office's wall, to begin an hour field with."""
    return wall(house().now())


def wall(moment: datetime) -> datetime:
    """The minute of a moment on the office's wall."""
    return clock.local(moment, me().zone).replace(second=0, microsecond=0, tzinfo=None)


DAY: Final = "%d-%m-%Y"
"""How a date stands in a field, in either language."""
HOUR: Final = "%d-%m-%Y %H.%M"
"""How a date and an hour stand in a field."""

# A month is known by its first three letters, in Indonesian or English.
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        ("jan", "feb peb", "mar", "apr", "mei may", "jun", "jul", "agu ags aug", "sep", "okt oct",
         "nov nop", "des dec"), 1,
    )
    for name in names.split()
}  # fmt: skip
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[T ]+(?P<hour>.+))?")
_WRITTEN = re.compile(
    r"(?:[a-z]+\s*,\s*)?(?P<day>\d{1,2})\s*[-./ ]\s*(?P<month>\d{1,2}|[a-z]{3,9})\s*[-./ ]\s*"
    r"(?P<year>\d{4})(?:\s*(?:,|\bpukul\b|\bat\b)?\s+(?P<hour>.+))?"
)
_HOUR = re.compile(r"(\d{1,2})[.:](\d{2})(?:[.:](\d{2}))?(?:\s*wi(?:b|ta|t))?")


def read_day(text: str) -> date:
    """The date somebody typed: 19-09-2024, 19/9/2024, 19 September 2024, or 2024-09-19.

    Day before month, always, and a year of four digits: a date read the wrong way round ends a
    case. Raises ValueError for anything else, and for a day no calendar has.
    """
    on, hour = _read(text)
    if hour and not _HOUR.fullmatch(hour):
        raise ValueError(text)
    return on


def read_hour(text: str) -> datetime:
    """The date and hour somebody typed: 21-09-2024 14.30, or one of `read_day` with an hour.

    Raises ValueError for anything else, and for a date without an hour.
    """
    on, hour = _read(text)
    found = _HOUR.fullmatch(hour)
    if found is None:
        raise ValueError(text)
    hours, minutes, seconds = found.groups()
    return datetime.combine(on, time(int(hours), int(minutes), int(seconds or 0)))


def has_no_hour(text: str) -> bool:
    """Whether what was typed is a date alone."""
    try:
        _on, hour = _read(text)
    except ValueError:
        return False
    return not hour


def _read(text: str) -> tuple[date, str]:
    plain = " ".join(text.lower().split())
    found = _ISO.fullmatch(plain.replace("t", "T", 1)) or _WRITTEN.fullmatch(plain)
    if found is None:
        raise ValueError(text)
    month = found["month"]
    number = int(month) if month.isdigit() else _MONTHS.get(month[:3], 0)
    return date(int(found["year"]), number, int(found["day"])), found["hour"] or ""
