"""What an act would do to the clocks of a case if done with these times; changes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from casework.engine import deadline as calculus
from casework.engine.act import Act
from casework.engine.basis import Basis, Mark
from casework.errors import LawError
from casework.models import Case, Deadline
from casework.models.deadline import UNMET
from casework.services.cases import facts
from casework.services.core.work import Work
from casework.services.law import derivation


@dataclass(frozen=True)
class Opened:
    """A limit the act would open; `due` and `safe` are None where `why` says what is missing."""

    rule: str
    title: str
    due: datetime | None
    safe: datetime | None
    basis: Basis
    mark: Mark
    why: str


@dataclass(frozen=True)
class Met:
    """A running limit the act would meet: late when the duty was done after its end."""

    rule: str
    title: str
    due: datetime
    late: bool


def foresee(
    work: Work, case: Case, act: Act, at: Mapping[str, datetime]
) -> tuple[tuple[Opened, ...], tuple[Met, ...]]:
    """The limits an act would open and meet when `at` are the moments it records."""
    given = dict.fromkeys(at, True)
    found = facts.facts_of(work, case, given)
    times = {**facts.times(work, case), **at}
    opened = tuple(_opened(work, case, rule, times) for rule in act.opened(found))
    done = max(at.values(), default=work.now)
    rows = work.session.scalars(
        select(Deadline)
        .where(
            Deadline.case_id == case.id,
            Deadline.rule.in_(act.met(found)),
            Deadline.state.in_(UNMET),
        )
        .order_by(Deadline.due_at)
    )
    met = []
    for row in rows:
        due = datetime.fromisoformat(row.due)
        met.append(Met(row.rule, row.title, due, calculus.is_late(due, done)))
    return opened, tuple(met)


def _opened(work: Work, case: Case, rule_id: str, times: Mapping[str, datetime]) -> Opened:
    edition = work.law.edition(case.edition, case.revision)
    rule = derivation.rule_of(work, case, rule_id)
    if not rule.known:
        return Opened(rule.id, rule.title, None, None, rule.basis, rule.mark, rule.basis.note or "")
    absent = [edition.facts[name].title for name in rule.starts_on if name not in times]
    if absent:
        why = f"Dihitung sejak: {', '.join(absent)}."
        return Opened(rule.id, rule.title, None, None, rule.basis, rule.mark, why)
    try:
        due = derivation.derive(work, case, rule, times)
    except LawError as refusal:
        return Opened(rule.id, rule.title, None, None, rule.basis, rule.mark, str(refusal))
    return Opened(rule.id, rule.title, due.due, due.safe, due.basis, due.mark, "")
