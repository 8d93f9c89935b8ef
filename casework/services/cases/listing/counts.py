"""How many cases there are in each stage, and how many of them are late or end today."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import BigInteger, ColumnElement, and_, case, func, literal, select, type_coerce

from casework.models import CaseLine, Deadline, Rollup
from casework.models.base import among, table
from casework.models.deadline import DeadlineState
from casework.services.cases import access, rollups
from casework.services.cases.listing import criteria
from casework.services.core.work import Work

MOST_COUNTED = 10_000


class Stage(NamedTuple):
    """The cases in one stage: all, those that are late, those whose deadline ends today."""

    stage: str
    cases: int
    late: int
    today: int


class Limit(NamedTuple):
    """A deadline of a case as a list draws it; moments are ISO-8601 with the office's offset."""

    title: str
    started_at: str
    due: str
    safe: str


def by_stage(work: Work, zone: str) -> tuple[Stage, ...]:
    """The counts of every stage with cases the actor may see; what is given away is left out.

    Nothing where there are more than `MOST_COUNTED`: a page of the list costs the same however
    many cases there are.
    """
    office = type_coerce(CaseLine.office_id, BigInteger)
    late, today = is_late(work.now), ends_today(work.now, zone)
    seen = (
        select(CaseLine.stage, _flag(late).label("late"), _flag(today).label("today"))
        .where(access.seen_by(work, office), *access.not_kept_away(work, CaseLine.case_id))
        .limit(MOST_COUNTED + 1)
        .subquery("seen")
    )
    rows = work.session.execute(
        select(seen.c.stage, func.count(), func.sum(seen.c.late), func.sum(seen.c.today)).group_by(
            seen.c.stage
        )
    )
    found = tuple(Stage(*row) for row in rows)
    return found if sum(one.cases for one in found) <= MOST_COUNTED else ()


def grown(work: Work, since: date) -> dict[str, dict[str, int]]:
    """By how many the cases of each stage grew on each day (ISO) from `since`, where they did."""
    rows = work.session.execute(
        select(Rollup.key, Rollup.day, func.sum(Rollup.n))
        .where(
            Rollup.figure == rollups.STAGE,
            Rollup.day >= since.isoformat(),
            access.seen_by(work, Rollup.office_id),
        )
        .group_by(Rollup.key, Rollup.day)
    )
    found: dict[str, dict[str, int]] = {}
    for stage, day, number in rows:
        found.setdefault(stage, {})[day] = int(number)
    return found


def is_late(now: datetime) -> ColumnElement[bool]:
    """The condition that the nearest deadline of a case is over.

    Whatever is over should have begun before it was: the index leads to those.
    """
    seconds = int(now.timestamp())
    return and_(CaseLine.urgency < seconds, CaseLine.due < seconds)


def ends_today(now: datetime, zone: str) -> ColumnElement[bool]:
    """The condition that the nearest deadline of a case ends on the present day of a zone."""
    tomorrow = now.astimezone(ZoneInfo(zone)).date() + timedelta(days=1)
    midnight = int(datetime.combine(tomorrow, time(), ZoneInfo(zone)).timestamp())
    return and_(
        CaseLine.urgency < midnight, CaseLine.due >= int(now.timestamp()), CaseLine.due < midnight
    )


def left(now: datetime, zone: str) -> ColumnElement[str]:
    """How long is left of the nearest deadline of a running case, one of `criteria.LEFT`."""
    today = now.astimezone(ZoneInfo(zone)).date()
    tomorrow, week = (
        int(datetime.combine(today + timedelta(days=days), time(), ZoneInfo(zone)).timestamp())
        for days in (1, 7)
    )
    return case(
        (CaseLine.due.is_(None), literal(criteria.NO_LIMIT)),
        (CaseLine.due < int(now.timestamp()), literal(criteria.LATE)),
        (CaseLine.due < tomorrow, literal(criteria.TODAY)),
        (CaseLine.due < week, literal(criteria.WEEK)),
        else_=literal(criteria.LATER),
    )


def decided(violation_class: str, *, lite: bool) -> ColumnElement[bool]:
    """The condition that a pleno decided a class of violation; `lite` is SQLite."""
    within = func.instr if lite else func.strpos
    found: ColumnElement[bool] = within(CaseLine.tags, f" class:{violation_class} ") > 0
    return found


def nearest(work: Work, dues: Mapping[int, int]) -> dict[int, Limit]:
    """The deadline behind the moment (epoch seconds) a line names, by key of the case."""
    limit = table(Deadline).c
    rows = work.session.execute(
        select(
            limit.case_id, limit.due_at, limit.title, limit.started_at, limit.due, limit.safe
        ).where(
            limit.case_id.in_(sorted(dues)),
            among(limit.state, DeadlineState.OPEN, DeadlineState.EXPIRED),
        )
    )
    return {
        key: Limit(*told) for key, due_at, *told in rows if dues.get(key) == int(due_at.timestamp())
    }


def _flag(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return case((condition, 1), else_=0)
