"""Where an office hears people: a room as an invitation names it, and back."""

from __future__ import annotations

from collections.abc import Collection

from casework.models import Case, Office
from casework.services.unit.work import Work


def full(room: str, office: Office) -> str:
    """A room of an office for somebody who has never been there."""
    return f"{room}, {office.name}"


def room_of(place: str, rooms: Collection[str], office: Office) -> str | None:
    """Which of these rooms a session takes; None where its place is another one."""
    return next((room for room in rooms if place in (room, full(room, office))), None)


def usual(work: Work, case: Case) -> str:
    """Where the office hears people unless told otherwise: its first room, else its name."""
    settings = work.law.practice.hearings(case.office.code)
    rooms = settings.rooms if settings else ()
    return full(rooms[0], case.office) if rooms else case.office.name
