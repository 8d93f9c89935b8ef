"""Doubts a clock that jumped: limits are not closed by it until an administrator has looked.

Law is counted in wall time, and a wrong wall time closes limits that still run. What is watched is
the machine's own clock, never the one that training may set.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from casework.errors import BadInput, NotPermitted
from casework.models import ClockState, Office
from casework.models.clock import Jump
from casework.services.cases.record import audit
from casework.services.core.work import Actor, Work

BACK, AHEAD = timedelta(seconds=5), timedelta(hours=1)
CONFIRMS = "administrator"
_ROW = 1


@dataclass(frozen=True)
class Reading:
    """The machine's clocks at one moment: wall time (UTC), and seconds since a named start.

    The second one counts on while the machine sleeps and cannot be set.
    """

    wall: datetime
    boot: str
    uptime: float


@dataclass(frozen=True)
class Doubt:
    """Why the clock is not trusted, and since when (by the clock itself)."""

    since: datetime
    reason: str


def look(work: Work, reading: Reading) -> Doubt | None:
    """Compare the clock with what was seen before; a jump begins a doubt, recorded once.

    Back by more than five seconds is always a jump. Ahead by more than an hour is one when more
    wall time than machine time has passed since the last look; after a restart nobody can tell.
    """
    row = _row(work, reading)
    if row.suspect_since is not None:
        return Doubt(row.suspect_since, row.reason)
    if kind := jumped(Reading(row.max_seen, row.boot, row.uptime), reading):
        return _begin(work, row, reading, kind)
    _remember(row, reading)
    return None


def jumped(before: Reading, now: Reading) -> Jump:
    """Whether the wall clock jumped between two looks: "mundur" (back), "maju" (ahead) or ""."""
    passed = now.wall - before.wall
    if passed < -BACK:
        return Jump.BACK
    if not now.boot or before.boot != now.boot:
        return Jump.NONE
    # Whole milliseconds: seconds since the start are a float.
    machine = timedelta(milliseconds=round((now.uptime - before.uptime) * 1000))
    return Jump.AHEAD if passed - machine >= AHEAD + timedelta(milliseconds=1) else Jump.NONE


def suspect(work: Work) -> Doubt | None:
    """The doubt that is open now, for banners and for whoever would close a limit."""
    row = work.session.get(ClockState, _ROW)
    if row is None or row.suspect_since is None:
        return None
    return Doubt(row.suspect_since, row.reason)


def confirm(work: Work, reading: Reading) -> None:
    """An administrator has compared the clock and vouches for it; limits are closed again.

    Raises NotPermitted, or BadInput when nothing is doubted.
    """
    if CONFIRMS not in work.actor.roles:
        raise NotPermitted("Jam sistem dinyatakan benar oleh administrator.")
    row = _row(work, reading)
    if row.suspect_since is None:
        raise BadInput.one("jam", "Jam sistem tidak sedang diragukan; tidak ada yang diubah.")
    _record(work, "jam_dinyatakan_benar", {"wall": reading.wall.isoformat(), "kind": row.kind},
            role=CONFIRMS)  # fmt: skip
    row.suspect_since, row.reason, row.kind = None, "", Jump.NONE
    _remember(row, reading)


def _begin(work: Work, row: ClockState, reading: Reading, kind: Jump) -> Doubt:
    by = reading.wall - row.max_seen
    if kind == Jump.AHEAD:
        by -= timedelta(seconds=reading.uptime - row.uptime)
    seconds = int(abs(by).total_seconds())
    row.suspect_since, row.kind = reading.wall, kind
    row.reason = (
        f"Jam sistem {kind} {seconds} detik (terakhir {row.max_seen:%Y-%m-%d %H:%M:%S} UTC, "
        f"sekarang {reading.wall:%Y-%m-%d %H:%M:%S} UTC)."
    )
    detail: dict[str, str | int] = {
        "kind": kind,
        "seconds": seconds,
        "last": row.max_seen.isoformat(),
        "wall": reading.wall.isoformat(),
    }
    for office in work.session.scalars(select(Office).order_by(Office.id)):
        # Every office's limits wait, so every office's record says why.
        there = replace(work, actor=Actor.system(office.id))
        _record(there, "jam_diragukan", detail)
    return Doubt(reading.wall, row.reason)


def _record(work: Work, action: str, detail: dict[str, str | int], role: str = "") -> None:
    audit.record(work, action, subject=f"clock_state:{_ROW}", role=role, detail=detail)


def _remember(row: ClockState, reading: Reading) -> None:
    row.max_seen, row.boot, row.uptime = reading.wall, reading.boot, reading.uptime


def _row(work: Work, reading: Reading) -> ClockState:
    query = (
        select(ClockState)
        .where(ClockState.id == _ROW)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    row = work.session.scalar(query)
    if row is None:
        # Two workers may look for the first time at once.
        with suppress(IntegrityError), work.session.begin_nested():
            first = ClockState(id=_ROW, max_seen=reading.wall)
            _remember(first, reading)
            work.session.add(first)
        row = work.session.scalars(query).one()
    return row
