"""Keeps the counts of the picture (`Rollup`), so that it costs the same however many cases exist.

Every count is a sum over one of two things, and both are added in the transaction that changes
them: what the acts of the record did, by office and day (`of_event`), and what the line of each
case says now, by office (`of_line`). The same two functions count everything again for
`casework picture rebuild` and for the invariant, which is why a count cannot mean two things.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import delete, insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from casework.models import CaseLine, Event, Office, Rollup
from casework.models.base import table
from casework.services.core.runtime import NO_OFFICE, Door
from casework.services.core.work import Actor, Work

ACT = "act"
"""How many acts of one kind were done; `key` is the act."""
STAGE = "stage"
"""By how many the cases in a stage grew on a day; without a day how many stand in it now."""
DUE, STALLED = "due", "stalled"
"""Running cases by the hour (`moment`) in which their nearest deadline ends, or they are stuck.

By the hour, so that there are not as many counts as cases; who asks within one reads its lines.
"""
OWNER = "owner"
"""Running cases by the officer who has them; 0 for nobody."""
CLASS, SAID, SECRET = "class", "said-class", "kajian-class"
"""Cases by class: decided; reported; and only proposed in a kajian, which not everybody reads."""
ALLEGED = (SAID, SECRET)
LACK = "lack"
"""Reports not registered by `requirement/kind of reporter` that was not met."""
SENT = "sent"
"""Cases by `agency`, and by `agency/state` of what was forwarded to it."""
USED = "used"
"""Cases by `rule/per cent` of the legal limit that was used until the duty was done."""
OF_EVENTS = (ACT, STAGE)
NOT_REGISTERED = "tidak_diregistrasi"
_NOW = ""

Key = tuple[int, str, str, str]
"""Office, figure, day (ISO) or nothing, key."""


class LineRow(NamedTuple):
    """What of a line is counted; `stalled` is None for a case that is over."""

    office_id: int
    stage: str
    owner_id: int | None
    due: int | None
    stalled: int | None
    tags: str


def moment(epoch: int) -> str:
    """Epoch seconds as a key: keys are in the order of their moments."""
    return f"{epoch:012d}"


def hour_of(epoch: int) -> int:
    """When the hour of a moment began, in epoch seconds."""
    return epoch - epoch % 3600


def is_act(detail: Mapping[str, Any]) -> bool:
    """Whether an event with this detail is an act of the law on a case."""
    # A move to another edition notes what it pinned, which is no stage.
    return "version" in detail and "to" in detail and "@" not in str(detail["to"])


def of_event(
    office_id: int, action: str, detail: Mapping[str, Any], day: str
) -> Iterator[tuple[Key, int]]:
    """What one event adds to the counts; `day` is the ISO date on the clock of its office."""
    if not is_act(detail):
        return
    yield (office_id, ACT, day, action), 1
    # The first act of the receiver follows the last link of the office that gave the case away.
    source = int(detail["follows"][0]) if "follows" in detail else office_id
    left, entered = (source, str(detail["from"])), (office_id, str(detail["to"]))
    steps = [(entered, 1)] if detail["version"] == 1 else [(left, -1), (entered, 1)]
    if left == entered and detail["version"] != 1:
        return
    for (office, stage), number in steps:
        yield (office, STAGE, day, stage), number
        yield (office, STAGE, _NOW, stage), number


def of_line(line: LineRow) -> Iterator[Key]:
    """The counts one line is in."""
    office = line.office_id
    if line.due is not None:
        yield office, DUE, _NOW, moment(hour_of(line.due))
    if line.stalled is not None:
        yield office, STALLED, _NOW, moment(line.stalled)
        yield office, OWNER, _NOW, str(line.owner_id or 0)
    told = defaultdict[str, list[str]](list)
    for tag in line.tags.split():
        name, _, value = tag.partition(":")
        told[name].append(value)
    yield from ((office, figure, _NOW, value) for figure, value in _of_tags(line.stage, told))


def _of_tags(stage: str, told: defaultdict[str, list[str]]) -> Iterator[tuple[str, str]]:
    known: set[str] = set()
    for figure in (CLASS, SAID, SECRET):
        for value in told[figure]:
            if value not in known:
                known.add(value)
                yield figure, value
    if stage == NOT_REGISTERED:
        kind = next(iter(told["reporter"]), "")
        yield from ((LACK, f"{value}/{kind}") for value in told[LACK])
    for figure in (SENT, USED):
        yield from ((figure, value) for value in told[figure])


def note_event(work: Work, event: Event, zone: str) -> None:
    """Add what an event says; `zone` is that of its office."""
    for key, number in of_event(event.office_id, event.action, event.detail, _day(event.at, zone)):
        work.rollups[key] += number


def note_line(work: Work, before: LineRow | None, after: LineRow) -> None:
    """Add the difference between a line as it was and as it is."""
    if before is not None:
        for key in of_line(before):
            work.rollups[key] -= 1
    for key in of_line(after):
        work.rollups[key] += 1


def settle(work: Work) -> None:
    """Write what this transaction adds; called before its commit, after the lines."""
    # Always in one order: two transactions never wait for each other crosswise.
    rows = [_row(key, number) for key, number in sorted(work.rollups.items()) if number]
    work.rollups.clear()
    if rows:
        work.connection.execute(_ADD[work.session.get_bind().dialect.name], rows)


def _row(key: Key, number: int) -> dict[str, object]:
    office, figure, day, name = key
    return {"office_id": office, "figure": figure, "day": day, "key": name, "n": number}


_rollup = table(Rollup)


def _adding(insert_: Any) -> Any:
    asked = insert_(_rollup)
    return asked.on_conflict_do_update(
        index_elements=["office_id", "figure", "day", "key"],
        set_={"n": _rollup.c.n + asked.excluded.n},
    )


_ADD = {"sqlite": _adding(sqlite.insert), "postgresql": _adding(postgresql.insert)}
_AT_A_TIME = 2_000


def _day(at: datetime, zone: str) -> str:
    return at.astimezone(ZoneInfo(zone)).date().isoformat()


def counted_events(
    session: Session,
    *,
    offices: Iterable[int] | None = None,
    cases: Iterable[int] | None = None,
    until: datetime | None = None,
) -> Counter[Key]:
    """Count the events one by one: all, or of the cases that `offices` had, or up to a moment.

    An event belongs to the day that the clock of its office showed.
    """
    zones = dict(session.execute(select(Office.id, Office.zone)).all())
    # Hours are enough: no zone changes its day within one.
    days: dict[tuple[int, datetime], str] = {}
    query = select(Event.office_id, Event.action, Event.detail, Event.at).where(
        Event.case_id.is_not(None)
    )
    if offices is not None:
        # Also what another office did with a case that had been here.
        ours = select(Event.case_id).where(Event.office_id.in_(sorted(offices)))
        query = query.where(Event.case_id.in_(ours))
    if cases is not None:
        query = query.where(Event.case_id.in_(sorted(cases)))
    if until is not None:
        query = query.where(Event.at < until)
    found: Counter[Key] = Counter()
    for office, action, detail, at in session.execute(
        query.execution_options(yield_per=_AT_A_TIME)
    ):
        hour = office, at.replace(minute=0, second=0, microsecond=0)
        if (day := days.get(hour)) is None:
            day = days[hour] = _day(hour[1], zones[office])
        for key, number in of_event(office, action, detail, day):
            found[key] += number
    return found


def counted_lines(session: Session, cases: Iterable[int] | None = None) -> Counter[Key]:
    """Count the lines one by one: all of them, or of some cases."""
    line = table(CaseLine).c
    query = select(line.office_id, line.stage, line.owner_id, line.due, line.stalled, line.tags)
    if cases is not None:
        query = query.where(line.case_id.in_(sorted(cases)))
    found: Counter[Key] = Counter()
    for row in session.execute(query.execution_options(yield_per=_AT_A_TIME)):
        found.update(of_line(LineRow(*row)))
    return found


def counted(session: Session) -> dict[Key, int]:
    """Every count that is not zero, made again from events and lines."""
    every = counted_events(session)
    every.update(counted_lines(session))
    return {key: number for key, number in every.items() if number}


def kept(session: Session) -> dict[Key, int]:
    """Every count that is kept and not zero."""
    rows = session.execute(
        select(Rollup.office_id, Rollup.figure, Rollup.day, Rollup.key, Rollup.n)
    )
    return {(one[0], one[1], one[2], one[3]): one[4] for one in rows if one[4]}


def rebuild(door: Door) -> int:
    """Count everything again and keep that, in one transaction; gives how many counts there are.

    Acts wait meanwhile on SQLite; on PostgreSQL the table is locked against them.
    """
    with door.unit_of_work(Actor.system(NO_OFFICE)) as work:
        if work.session.get_bind().dialect.name == "postgresql":
            work.connection.exec_driver_sql("LOCK TABLE rollups IN SHARE ROW EXCLUSIVE MODE")
        work.connection.execute(delete(_rollup))
        rows = [_row(key, number) for key, number in sorted(counted(work.session).items())]
        for start in range(0, len(rows), _AT_A_TIME):
            work.connection.execute(insert(_rollup), rows[start : start + _AT_A_TIME])
    return len(rows)


def waiting(session: Session) -> bool:
    """Were acts recorded before there were counts, so that they have to be made?"""
    if session.scalar(select(Rollup.n).limit(1)) is not None:
        return False
    return session.scalar(select(CaseLine.case_id).limit(1)) is not None


def hours_up(at: datetime) -> int:
    """The full hour at or after a moment, in epoch seconds."""
    return -(-int(at.timestamp()) // 3600) * 3600


def stalled_at(
    since: datetime, limit: tuple[datetime, datetime] | None, share: int, days: int
) -> int:
    """From when a case counts as stuck that had its last act at `since`, in epoch seconds.

    With a limit (start and end) that is after `share` per cent of its length without an act, at its
    end at the latest; without one after so many days. Rounded up to a full hour.
    """
    if limit is None:
        return hours_up(since + timedelta(days=days))
    started, due = limit
    return hours_up(min(max(since, started) + (due - started) * share / 100, due))
