"""What would let more people be heard in time: each cure tried alone, with what it brings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from casework.engine.planner import Frame, Span, plan


class Kind(StrEnum):
    """A way to make room."""

    EXTEND = "extend"
    ROOM_AND_OFFICER = "room_and_officer"
    OFFICER = "officer"
    ROOM = "room"
    VIDEO = "video"
    FREE_DAYS = "free_days"
    SHORTER = "shorter"
    RESERVE = "reserve"


@dataclass(frozen=True)
class Cure:
    """How many of those who did not fit would fit with it alone; `amount` is what it takes."""

    kind: Kind
    more: int
    all: bool
    amount: int = 1


@dataclass(frozen=True)
class Ways:
    """What could be changed; None or empty where it could not.

    `extended` is the end with the extension of the limit, `unreserved` the end without the time
    kept for the kajian, `free_days` the hours of the days the office is closed.
    """

    extended: datetime | None = None
    unreserved: datetime | None = None
    free_days: Sequence[Span] = ()
    video: bool = False
    shortest: timedelta = timedelta(minutes=30)
    most_rooms: int = 6


def cures(frame: Frame, ways: Ways) -> tuple[Cure, ...]:
    """Every cure that helps, those that help everybody first."""
    left = len(plan(frame).left)
    if not left:
        return ()
    tried = [
        _growing(left, Kind.OFFICER, lambda n: _add(frame, officers=n), ways.most_rooms),
        _growing(left, Kind.ROOM, lambda n: _add(frame, rooms=n), ways.most_rooms),
        _growing(left, Kind.ROOM_AND_OFFICER, lambda n: _add(frame, n, n), ways.most_rooms),
    ]
    if ways.extended is not None:
        tried.append(_one(left, Kind.EXTEND, replace(frame, end=ways.extended)))
    if ways.unreserved is not None and ways.unreserved > frame.end:
        tried.append(_one(left, Kind.RESERVE, replace(frame, end=ways.unreserved)))
    if ways.free_days:
        spans = tuple(sorted((*frame.open, *ways.free_days), key=lambda span: span.opens))
        tried.append(_one(left, Kind.FREE_DAYS, replace(frame, open=spans)))
    if ways.video:
        people = tuple(replace(one, remote=True) for one in frame.invitees)
        tried.append(_one(left, Kind.VIDEO, replace(frame, invitees=people)))
    if ways.shortest < frame.length:
        shorter = _one(left, Kind.SHORTER, replace(frame, length=ways.shortest))
        minutes = int(ways.shortest.total_seconds() // 60)
        tried.append(replace(shorter, amount=minutes) if shorter else None)
    helpful = [one for one in tried if one is not None]
    return tuple(sorted(helpful, key=lambda one: (not one.all, -one.more)))


def _one(left: int, kind: Kind, frame: Frame, amount: int = 1) -> Cure | None:
    still = len(plan(frame).left)
    return Cure(kind, left - still, still == 0, amount) if still < left else None


def _growing(left: int, kind: Kind, change: Callable[[int], Frame], most: int) -> Cure | None:
    """The smallest number that lets everybody in, else what the greatest brings."""
    found = None
    for amount in range(1, most + 1):
        found = _one(left, kind, change(amount), amount) or found
        if found is not None and found.all:
            break
    return found


def _add(frame: Frame, rooms: int = 0, officers: int = 0) -> Frame:
    more = tuple(f"+{number}" for number in range(rooms))
    others = tuple(-number for number in range(1, officers + 1))
    return replace(frame, rooms=(*frame.rooms, *more), officers=(*frame.officers, *others))
