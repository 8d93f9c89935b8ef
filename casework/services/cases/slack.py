"""Which deadlines of a case still matter, and when the next act must be begun to meet them.

Those matter that run, and those that have run out and can still be met.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, or_, select

from casework.engine.edition import Edition
from casework.engine.law import Law
from casework.engine.remaining import Step
from casework.engine.slack import Slack, walk_back
from casework.models import Case, Deadline
from casework.models.base import among, table
from casework.models.deadline import DeadlineState
from casework.services.cases import case_rows
from casework.services.cases import facts as case_facts
from casework.services.cases.case_rows import CaseRows
from casework.services.core.work import Work
from casework.services.law import place


def met_from(edition: Edition, stage: str) -> frozenset[str]:
    """The rules some act of this stage can still meet; none where the case is over."""
    if stage not in edition.stages or edition.stages[stage].final:
        return frozenset()
    return frozenset(
        meeting.rule
        for act in edition.acts.values()
        if stage in act.from_stages
        for meeting in act.meets
    )


def matters(edition: Edition, stage: str, rule: str, state: str) -> bool:
    """Whether a limit runs, or has run out and can still be met."""
    return state == DeadlineState.OPEN or (
        state == DeadlineState.EXPIRED and rule in met_from(edition, stage)
    )


def still_matters(law: Law) -> ColumnElement[bool]:
    """The condition that a deadline runs, or has run out and can still be met, over all editions.

    It is for a query over deadlines and their cases.
    """
    editions = law.editions.values()
    stages = {stage for edition in editions for stage in edition.stages}
    lapsed = []
    for stage in sorted(stages):
        rules = frozenset[str]().union(*(met_from(edition, stage) for edition in editions))
        if rules:
            lapsed.append(and_(Case.stage == stage, Deadline.rule.in_(sorted(rules))))
    return or_(
        Deadline.state == DeadlineState.OPEN,
        and_(Deadline.state == DeadlineState.EXPIRED, or_(*lapsed)),
    )


INVITATION = "undangan_klarifikasi"
"""The notice that has been given when somebody is invited and not heard yet."""


@dataclass(frozen=True)
class Pressing:
    """What presses in a case, in seconds (UTC): the nearest limit, and the latest moment to begin.

    They may be of two limits: the one that ends first is not always the one to begin first.
    `started` is when the clock of the nearest one began.
    """

    started: datetime
    due: int
    latest: int


def latest_epoch(work: Work, case: Case) -> int | None:
    """When the next act of a case must be begun at the latest, in seconds (UTC); None: no limit."""
    found = pressing(work, [case]).get(case.id)
    return found.latest if found else None


def pressing(work: Work, cases: Sequence[Case]) -> Mapping[int, Pressing]:
    """What presses in each of these cases that has a limit, by key.

    Lines of cases keep it: it changes when an act is done on a case, or a limit of it moves.
    """
    limits = _pressed(work, cases)
    walks = of_cases(work, cases, limits)
    # The soonest limit stands first.
    return {
        case.id: Pressing(
            datetime.fromisoformat(rows[0].started_at),
            int(rows[0].due_at.timestamp()),
            min(int(walks[row.id].latest.timestamp()) for row in rows),
        )
        for case in cases
        if (rows := limits[case.id])
    }


def running(work: Work, case: Case) -> list[Deadline]:
    """The limits of a case that run, or have run out and can still be met; the soonest first."""
    return running_in(work, [case])[case.id]


def running_in(work: Work, cases: Sequence[Case]) -> Mapping[int, list[Deadline]]:
    """The deadlines of many cases that run, or have run out and can still be met.

    Given by key of the case, the soonest first.
    """
    rows = work.session.scalars(
        select(Deadline).where(_RUNNING).order_by(Deadline.due_at), _of(cases)
    )
    return _mattering(work, cases, rows)


def _pressed(work: Work, cases: Sequence[Case]) -> Mapping[int, Sequence[Deadline]]:
    """The deadlines that still matter as bare columns, by key of the case."""
    rows: Any = work.connection.execute(_LIMITS, _of(cases))
    return _mattering(work, cases, rows)


def _of(cases: Sequence[Case]) -> dict[str, list[int]]:
    return {"cases": [case.id for case in cases]}


def _mattering(
    work: Work, cases: Sequence[Case], rows: Iterable[Deadline]
) -> dict[int, list[Deadline]]:
    found: dict[int, list[Deadline]] = {case.id: [] for case in cases}
    known = {case.id: case for case in cases}
    for row in rows:
        case = known[row.case_id]
        edition = work.law.edition(case.edition, case.revision)
        if matters(edition, case.stage, row.rule, row.state):
            found[case.id].append(row)
    return found


_limit = table(Deadline).c
_RUNNING = and_(
    _limit.case_id.in_(bindparam("cases", expanding=True)),
    among(_limit.state, DeadlineState.OPEN, DeadlineState.EXPIRED),
)
_LIMITS = (
    select(
        _limit.id, _limit.case_id, _limit.rule, _limit.state,
        _limit.due, _limit.safe, _limit.due_at, _limit.started_at,
    )
    .where(_RUNNING)
    .order_by(_limit.due_at)
)  # fmt: skip


def steps_left(work: Work, case: Case, rule: str, rows: CaseRows) -> tuple[Step, ...]:
    """The steps between the stage of a case and the act that meets a limit, in order of doing.

    They are those that `of_cases` walks back through; `rows` are those of the case.
    """
    edition = work.law.edition(case.edition, case.revision)
    given = {INVITATION} if "invited" in rows.sessions else set()
    facts = case_facts.of_many(work, [case], {case.id: rows})[case.id]
    return work.law.lifecycle(edition).remaining.steps(case.stage, rule, facts, given)


def of_limits(
    work: Work, case: Case, rows: Sequence[Deadline], *, told: bool = False
) -> Mapping[int, Slack]:
    """The walk back from each of these limits, by key; `told` asks for every step in words."""
    return of_cases(work, [case], {case.id: rows}, told=told)


def of_cases(
    work: Work,
    cases: Sequence[Case],
    limits: Mapping[int, Sequence[Deadline]],
    *,
    told: bool = False,
    rows: Mapping[int, CaseRows] | None = None,
) -> Mapping[int, Slack]:
    """The walk back from each limit of many cases, by the key of the limit.

    Without `told` the facts of a case are asked for only where a step could take time, which
    spares a list of many cases that reading; `rows` are those of the cases where they are known.
    """
    timed: dict[int, set[int]] = {}
    for case in cases:
        edition = work.law.edition(case.edition, case.revision)
        remaining = work.law.lifecycle(edition).remaining
        timed[case.id] = {
            row.id for row in limits[case.id] if told or remaining.takes_time(case.stage, row.rule)
        }
    asked = [case for case in cases if timed[case.id]]
    rows = rows if rows is not None else case_rows.read_many(work, asked)
    facts = case_facts.of_many(work, asked, rows) if asked else {}
    given = {key: frozenset({INVITATION}) for key, one in rows.items() if "invited" in one.sessions}
    found = {}
    for case in cases:
        edition = work.law.edition(case.edition, case.revision)
        remaining = work.law.lifecycle(edition).remaining
        for row in limits[case.id]:
            steps: Iterable[Step] = ()
            if row.id in timed[case.id]:
                told_already = given.get(case.id, frozenset())
                steps = remaining.steps(case.stage, row.rule, facts[case.id], told_already)
            found[row.id] = _walk(work, case, row, steps)
    return found


def _walk(work: Work, case: Case, row: Deadline, steps: Iterable[Step]) -> Slack:
    where = place.of_case(work, case)
    own = [
        replace(step, notice=where.entry.adjust(step.notice))
        if step.notice and where.entry
        else step
        for step in steps
    ]
    return walk_back(
        own,
        datetime.fromisoformat(row.due),
        datetime.fromisoformat(row.safe),
        calendar=where.calendar,
        zone=where.zone,
    )
