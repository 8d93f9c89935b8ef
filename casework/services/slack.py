"""The slack of a case: what its running limits leave for the next act."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

from casework.engine.remaining import Step
from casework.engine.slack import Slack, walk_back
from casework.models import Case, ClarificationSession, Deadline
from casework.services import case_facts, place
from casework.services.running import matters
from casework.services.work import Work

INVITATION = "undangan_klarifikasi"
"""The notice that has been given when somebody is invited and not heard yet."""


def latest_epoch(work: Work, case: Case) -> int | None:
    """When the next act of a case must be begun at the latest, in seconds (UTC); None: no limit.

    Whoever sorts cases by what is left may keep this number: it changes when an act is done on
    the case, or one of its limits moves.
    """
    found = of_limits(work, case, running(work, case))
    return min((int(one.latest.timestamp()) for one in found.values()), default=None)


def running(work: Work, case: Case) -> list[Deadline]:
    """The limits of a case that run, or have run out and can still be met; the soonest first."""
    edition = work.law.edition(case.edition, case.revision)
    rows = work.session.scalars(
        select(Deadline)
        .where(Deadline.case_id == case.id, Deadline.state.in_(("open", "expired")))
        .order_by(Deadline.due_epoch)
    )
    return [row for row in rows if matters(edition, case.stage, row.rule, row.state)]


def of_limits(
    work: Work, case: Case, rows: Sequence[Deadline], *, told: bool = False
) -> Mapping[int, Slack]:
    """The walk back from each of these limits, by key.

    `told` asks for every step in words. Otherwise the facts of the case are read only where a
    step could take time, which spares a list of many cases that reading.
    """
    remaining = work.law.edition(case.edition, case.revision).remaining
    timed = [row for row in rows if told or remaining.takes_time(case.stage, row.rule)]
    facts = case_facts.facts_of(work, case) if timed else {}
    given = _given(work, case) if timed else frozenset()
    found = {}
    for row in rows:
        steps: Iterable[Step] = ()
        if row in timed:
            steps = remaining.steps(case.stage, row.rule, facts, given)
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


def _given(work: Work, case: Case) -> frozenset[str]:
    invited = work.session.scalar(
        select(ClarificationSession.id)
        .where(ClarificationSession.case_id == case.id, ClarificationSession.state == "invited")
        .limit(1)
    )
    return frozenset({INVITATION} if invited is not None else ())
