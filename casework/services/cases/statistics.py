"""The figures an officer wants of a list of cases: by stage, office, officer, outcome, lateness.

Each is counted under the conditions of the list it leads to (`listing.query.conditions`), so it
cannot count a case that the officer does not find there. Three statements, whatever is asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, case, distinct, func, literal, select

from casework.engine.categories import ViolationClass
from casework.models import CaseLine, Deadline, Officer
from casework.models.deadline import DeadlineState
from casework.services.cases.listing import counts, criteria, query
from casework.services.cases.search.query import on_sqlite
from casework.services.core.work import Work

MONTHS = 12


class Group(NamedTuple):
    """What the cases counted together have in common; `owner` is 0 for nobody.

    `left` (one of `criteria.LEFT`) is empty for a case that is over.
    """

    office: int
    stage: str
    owner: int
    left: str
    stuck: bool


class Month(NamedTuple):
    """The first and the last day of a month, or of the part of it that is asked for."""

    first: date
    last: date


@dataclass(frozen=True)
class Statistics:
    """Counts of the cases of a list.

    `duties` are the cases by rule whose limit was kept and was not (both, where a case had it
    twice); a case with several decided classes is in each of `decided`.
    """

    groups: Mapping[Group, int]
    months: tuple[tuple[Month, int], ...]
    decided: Mapping[str, int]
    duties: Mapping[str, tuple[int, int]]
    officers: Mapping[int, str]

    @property
    def cases(self) -> int:
        """All cases of the list."""
        return sum(self.groups.values())

    @property
    def over(self) -> dict[str, int]:
        """The cases in each stage in which one is over."""
        final = {group.stage for group in self.groups if not group.left}
        found: Counter[str] = Counter()
        for group, number in self.groups.items():
            if group.stage in final:
                found[group.stage] += number
        return found

    def running(self, **wanted: object) -> int:
        """How many running cases have these things of `Group`."""
        return sum(
            number
            for group, number in self.groups.items()
            if group.left and all(getattr(group, name) == one for name, one in wanted.items())
        )

    def names(self, name: str) -> set[object]:
        """What running cases have of one thing of `Group`."""
        return {getattr(group, name) for group in self.groups if group.left}


def of(work: Work, wanted: criteria.Wanted, zone: str) -> Statistics:
    """The figures of the cases wanted; `zone` decides what is today."""
    where = query.conditions(work, wanted, zone)
    groups = _groups(work, where, zone)
    known = work.session.execute(
        select(Officer.id, Officer.name).where(
            Officer.id.in_({one.owner for one in groups}), Officer.active
        )
    )
    officers = dict(known.all())
    kept: Counter[Group] = Counter()
    for group, number in groups.items():
        # Whoever has left holds no case any more, as in the list.
        kept[group if group.owner in officers else group._replace(owner=0)] += number
    months = _months(work, wanted, zone)
    lite = on_sqlite(work.session)
    row = work.session.execute(
        select(
            *(_sum(_within(one, zone)) for one in months),
            *(_sum(counts.decided(one, lite=lite)) for one in ViolationClass),
        ).where(*where)
    ).one()
    told = [int(one or 0) for one in row]
    return Statistics(
        groups=kept,
        months=tuple(zip(months, told, strict=False)),
        decided=dict(zip(ViolationClass, told[len(months) :], strict=True)),
        duties=_duties(work, where),
        officers=officers,
    )


def _groups(work: Work, where: Iterable[ColumnElement[bool]], zone: str) -> dict[Group, int]:
    over = CaseLine.stalled.is_(None)
    told = (
        select(
            CaseLine.office_id.label("office"),
            CaseLine.stage,
            func.coalesce(CaseLine.owner_id, 0).label("owner"),
            case((over, literal("")), else_=counts.left(work.now, zone)).label("left_over"),
            case((CaseLine.stalled <= int(work.now.timestamp()), 1), else_=0).label("stuck"),
        )
        .where(*where)
        .subquery()
    )
    rows = work.session.execute(select(*told.c, func.count()).group_by(*told.c))
    return {Group(row[0], row[1], row[2], row[3], bool(row[4])): row[5] for row in rows}


def _months(work: Work, wanted: criteria.Wanted, zone: str) -> list[Month]:
    """The months up to the day that is asked for, at most `MONTHS` of them, the oldest first."""
    today = work.now.astimezone(ZoneInfo(zone)).date()
    last = min(wanted.until or today, today)
    since = wanted.since or date.min
    found: list[Month] = []
    while len(found) < MONTHS and last >= since and last.year > 1:
        first = max(last.replace(day=1), since)
        found.append(Month(first, last))
        last = last.replace(day=1) - timedelta(days=1)
    return found[::-1]


def _within(month: Month, zone: str) -> ColumnElement[bool]:
    since, until = (
        int(datetime.combine(day, time(), ZoneInfo(zone)).timestamp())
        for day in (month.first, month.last + timedelta(days=1))
    )
    return (CaseLine.received >= since) & (CaseLine.received < until)


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


def _duties(work: Work, where: Iterable[ColumnElement[bool]]) -> dict[str, tuple[int, int]]:
    rows = work.session.execute(
        select(Deadline.rule, Deadline.state, func.count(distinct(Deadline.case_id)))
        .join(CaseLine, CaseLine.case_id == Deadline.case_id)
        .where(Deadline.state.in_((DeadlineState.MET, DeadlineState.LATE_MET)), *where)
        .group_by(Deadline.rule, Deadline.state)
    )
    found: dict[str, dict[DeadlineState, int]] = {}
    for rule, state, number in rows:
        found.setdefault(rule, {})[DeadlineState(state)] = number
    return {
        rule: (told.get(DeadlineState.MET, 0), told.get(DeadlineState.LATE_MET, 0))
        for rule, told in found.items()
    }
