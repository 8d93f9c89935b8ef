"""When and where an office can hear people: open hours, rooms, other sessions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from casework.engine.planner import Busy, Span
from casework.models import Case, ClarificationSession, Office
from casework.models.handling import SessionState
from casework.services.acts.clarification.sessions import REMOTE_PLACE
from casework.services.core.work import Work
from casework.services.law import openings


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


def open_hours(work: Work, case: Case, end: datetime, *, free_days: bool) -> tuple[Span, ...]:
    """The hours in which the office is open until the limit, without its breaks."""
    hours = openings.of_case(work, case)
    zone = ZoneInfo(hours.zone)
    settings = work.law.practice.hearings(case.office.code)
    breaks = settings.breaks if settings else ()
    found: list[Span] = []
    day: date = work.now.astimezone(zone).date()
    while day <= end.astimezone(zone).date():
        span = hours.on(day) or (hours.usual(day) if free_days else None)
        if span:
            found += _apart(Span(*span), [
                Span(datetime.combine(day, since, zone), datetime.combine(day, until, zone))
                for since, until in breaks
            ])  # fmt: skip
        day += timedelta(days=1)
    return tuple(found)


def _apart(span: Span, breaks: Sequence[Span]) -> list[Span]:
    found = [span]
    for pause in breaks:
        found = [
            part
            for one in found
            for part in (
                Span(one.opens, min(one.closes, max(one.opens, pause.opens))),
                Span(max(one.opens, min(one.closes, pause.closes)), one.closes),
            )
            if part.opens < part.closes
        ]
    return found


def taken(work: Work, case: Case, rooms: Collection[str], length: timedelta) -> tuple[Busy, ...]:
    """Sessions of every case of the office that wait to be held, as this plan sees them."""
    rows = work.session.scalars(
        select(ClarificationSession)
        .join(Case, Case.id == ClarificationSession.case_id)
        .where(
            Case.office_id == case.office_id,
            ClarificationSession.state == SessionState.INVITED,
            ClarificationSession.scheduled_at >= work.now - timedelta(days=1),
        )
        .order_by(ClarificationSession.scheduled_at)
    )
    return tuple(_taken(row, rooms, case.office, length) for row in rows)


def _taken(
    row: ClarificationSession, rooms: Collection[str], office: Office, length: timedelta
) -> Busy:
    span = Span(row.scheduled_at, row.scheduled_at + length)
    room = room_of(row.place, rooms, office)
    if room is None and row.place.startswith(REMOTE_PLACE):
        room = ""
    return Busy(span, room, row.examiner_id)
