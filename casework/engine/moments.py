"""Times as people type them: a date alone, or ISO-8601 with or without an offset."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from casework.engine.refusals import DeadlineRefused

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}):[0-9]{2}.*")


def day(text: str) -> date:
    """Read a date written as YYYY-MM-DD. Raises DeadlineRefused with an example.

    >>> day("2024-09-19")
    datetime.date(2024, 9, 19)
    """
    typed = text.strip()
    try:
        if _DAY.fullmatch(typed):
            return date.fromisoformat(typed)
    except ValueError as wrong:
        raise DeadlineRefused(f'Tanggal "{typed}" tidak ada dalam kalender.') from wrong
    raise DeadlineRefused(f'"{typed}" bukan tanggal. Tulis misalnya 2024-09-19.')


def moment(text: str, zone: str, *, whole_day: bool) -> datetime:
    """Read `text`; without an offset it is in `zone`.

    A date alone means the start of that day, and is accepted only when `whole_day` is true.
    Raises DeadlineRefused with an example.

    >>> moment("2024-09-19", "Asia/Jakarta", whole_day=True).isoformat()
    '2024-09-19T00:00:00+07:00'
    >>> moment("2024-09-19T03:30:00Z", "Asia/Jakarta", whole_day=True).isoformat()
    '2024-09-19T03:30:00+00:00'
    """
    typed = text.strip()
    if _DAY.fullmatch(typed):
        return _midnight(typed, zone, whole_day=whole_day)
    parts = _MOMENT.fullmatch(typed)
    if parts:
        day(parts[1])
    if parts and parts[2] == "24":
        raise DeadlineRefused(
            f'Pukul 24 pada "{typed}" dapat berarti dua hari. Tulis {parts[1]}T23:59 atau pukul '
            "00:00 hari berikutnya."
        )
    try:
        # Other forms of ISO 8601, such as 20240919, would pass for a time of midnight.
        found = datetime.fromisoformat(typed if parts else "")
    except ValueError as wrong:
        raise DeadlineRefused(
            f'Waktu "{typed}" tidak terbaca. Tulis misalnya 2024-09-19 atau '
            "2024-09-19T10:30:00+07:00."
        ) from wrong
    return found if found.tzinfo else found.replace(tzinfo=ZoneInfo(zone))


def span(text: str, zone: str, *, whole_day: bool) -> tuple[datetime, datetime]:
    """Read two times with a slash between them. Raises DeadlineRefused with an example.

    >>> [at.day for at in span("2024-09-20/2024-09-23", "Asia/Jakarta", whole_day=True)]
    [20, 23]
    """
    since, slash, until = text.partition("/")
    if not slash:
        raise DeadlineRefused(
            f'"{text.strip()}" bukan dua waktu. Tulis misalnya 2024-09-20/2024-09-23.'
        )
    return moment(since, zone, whole_day=whole_day), moment(until, zone, whole_day=whole_day)


def _midnight(typed: str, zone: str, *, whole_day: bool) -> datetime:
    if not whole_day:
        raise DeadlineRefused(
            f'Batas berjam perlu jam mulainya, bukan tanggal saja ("{typed}"). Tulis misalnya '
            f"{typed}T10:30:00+07:00."
        )
    return datetime.combine(day(typed), time(), ZoneInfo(zone))
