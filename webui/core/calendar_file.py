"""Deadlines as an iCalendar file (RFC 5545): number of the case, deadline and time only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, vDuration

from casework.engine.words import clock
from casework.services.deadlines.feeds import Entry

SPAN = timedelta(minutes=30)
"""An entry fills the last half hour before the limit: one without length spills over midnight."""


def calendar_file(entries: Iterable[Entry], now: datetime, base_url: str) -> bytes:
    """The file that a calendar program reads; times are in UTC, texts in Indonesian.

    `base_url` only makes the identifiers unique in the world.
    """
    host = urlsplit(base_url).hostname or "localhost"
    calendar = Calendar()
    calendar.add("prodid", "-//Bawaslu//Penanganan Pelanggaran//ID")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Batas waktu perkara")
    calendar.add("refresh-interval", vDuration(timedelta(hours=1)), {"value": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(entry, now, host))
    content: bytes = calendar.to_ical()
    return content


def _event(entry: Entry, now: datetime, host: str) -> Event:
    event = Event()
    summary = f"{entry.number}: {entry.title}, {_end(entry.due)}"
    event.add("uid", f"batas-{entry.deadline_id}@{host}")
    event.add("dtstamp", now)
    event.add("sequence", entry.sequence)
    event.add("summary", summary)
    event.add("dtstart", _utc(entry.due) - SPAN)
    event.add("dtend", _utc(entry.due))
    event.add("status", "CANCELLED" if entry.over else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    for before in entry.alarms:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", summary)
        alarm.add("trigger", -before, {"related": "END"})
        event.add_component(alarm)
    return event


def _end(due: datetime) -> str:
    zones = {"+07:00": "Asia/Jakarta", "+08:00": "Asia/Makassar", "+09:00": "Asia/Jayapura"}
    return clock(due, zones.get(due.isoformat()[-6:], ""))


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(ZoneInfo("UTC"))
