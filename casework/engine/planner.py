"""Sessions of a clarification inside the window a limit leaves: who is heard when, where, by whom.

Pure and deterministic: the same frame gives the same plan. Nobody is left out silently: whoever
does not fit stands in `left` with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

# Sessions begin at these minutes of the clock, so that letters name hours people keep.
GRID = timedelta(minutes=15)
REMOTE = ""
"""The room of a session by video."""

ORDER = ("reporter", "witness", "respondent", "expert")


class Why(StrEnum):
    """Why somebody does not fit."""

    NO_TIME = "no_time"
    FULL = "full"
    NOBODY = "nobody"


@dataclass(frozen=True)
class Invitee:
    """One person to be heard; `remote`: by video, so that no room is needed."""

    key: int
    role: str
    ordinal: int = 0
    remote: bool = False

    @property
    def rank(self) -> tuple[int, int, int]:
        """Reporter, witnesses, respondents, experts; within them as they were entered."""
        place = ORDER.index(self.role) if self.role in ORDER else len(ORDER)
        return place, self.ordinal, self.key


@dataclass(frozen=True)
class Span:
    """Time from `opens` up to `closes` (aware)."""

    opens: datetime
    closes: datetime

    def meets(self, other: Span) -> bool:
        """Do both have a moment in common? One may begin as the other ends."""
        return self.opens < other.closes and other.opens < self.closes


@dataclass(frozen=True)
class Busy:
    """A session that stands already. One whose room or officer is not known takes any one."""

    span: Span
    room: str | None = None
    officer: int | None = None


@dataclass(frozen=True)
class Frame:
    """What there is to plan with.

    `open` are the hours of the office, in order and apart. No session begins before `ready` (the
    notice) or ends after `end` (the limit, less what the kajian needs).
    """

    invitees: tuple[Invitee, ...]
    open: tuple[Span, ...]
    ready: datetime
    end: datetime
    rooms: tuple[str, ...]
    officers: tuple[int, ...]
    length: timedelta
    gap: timedelta = timedelta(0)
    busy: tuple[Busy, ...] = ()


@dataclass(frozen=True)
class Session:
    """One proposed session."""

    invitee: int
    span: Span
    room: str
    officer: int


@dataclass(frozen=True)
class Left:
    """One who does not fit, and why."""

    invitee: int
    why: Why


@dataclass(frozen=True)
class Plan:
    """The proposal: every invitee is in one of both."""

    sessions: tuple[Session, ...]
    left: tuple[Left, ...]


def plan(frame: Frame) -> Plan:
    """Give everybody the first free place, in the order of hearing.

    Raises ValueError for a length that is not positive.
    """
    if frame.length <= timedelta(0):
        raise ValueError("a session needs a length")
    found: list[Session] = []
    left: list[Left] = []
    starts = tuple(_starts(frame))
    first = 0
    for one in sorted(frame.invitees, key=lambda one: one.rank):
        session = None
        # Whoever is heard later in the order never begins before those ahead.
        for number in range(first, len(starts)):
            session = _seat(frame, one, starts[number], found)
            if session is not None:
                first = number
                break
        if session is None:
            left.append(Left(one.key, _why(frame, one, starts)))
        else:
            found.append(session)
    return Plan(tuple(found), tuple(left))


def clashes(sessions: Sequence[Session]) -> tuple[tuple[int, int], ...]:
    """Pairs of sessions that share an officer or a room at one time, by their places."""
    return tuple(
        (i, j)
        for i, one in enumerate(sessions)
        for j, other in enumerate(sessions[:i])
        if one.span.meets(other.span)
        and (one.officer == other.officer or (one.room == other.room != REMOTE))
    )


def _starts(frame: Frame) -> Iterator[datetime]:
    """Every moment at which a session may begin."""
    for span in frame.open:
        at = _on_grid(max(span.opens, frame.ready))
        while at + frame.length <= min(span.closes, frame.end):
            yield at
            at += GRID


def _on_grid(at: datetime) -> datetime:
    hour = at.replace(minute=0, second=0, microsecond=0)
    steps = -(-(at - hour) // GRID)
    return hour + steps * GRID


def _seat(frame: Frame, one: Invitee, at: datetime, found: Sequence[Session]) -> Session | None:
    span = Span(at, at + frame.length)
    felt = Span(at - frame.gap, span.closes + frame.gap)
    officers, rooms = _free(frame, felt, found)
    if not officers:
        return None
    room = REMOTE if one.remote else next(iter(rooms), None)
    return None if room is None else Session(one.key, span, room, officers[0])


def _free(frame: Frame, span: Span, found: Sequence[Session]) -> tuple[list[int], list[str]]:
    """Officers and rooms that nobody has during a span, in the order given."""
    taken = [Busy(one.span, one.room or REMOTE, one.officer) for one in found]
    there = [one for one in (*frame.busy, *taken) if one.span.meets(span)]
    officers = [one for one in frame.officers if one not in {busy.officer for busy in there}]
    rooms = [one for one in frame.rooms if one not in {busy.room for busy in there}]
    # What is not known of a session is taken to be the worst: it needs one of each.
    unknown_officers = sum(one.officer is None for one in there)
    unknown_rooms = sum(one.room is None for one in there)
    return officers[unknown_officers:], rooms[unknown_rooms:]


def _why(frame: Frame, one: Invitee, starts: Sequence[datetime]) -> Why:
    if not frame.officers or not (frame.rooms or one.remote):
        return Why.NOBODY
    return Why.FULL if starts else Why.NO_TIME


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
