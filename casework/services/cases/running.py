"""Which limits of a case still matter: those that run, and lapsed ones that can still be met."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, or_

from casework.engine.edition import Edition
from casework.engine.law import Law
from casework.models import Case, Deadline


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
    return state == "open" or (state == "expired" and rule in met_from(edition, stage))


def still_matters(law: Law) -> ColumnElement[bool]:
    """The same for a query over limits and their cases, over all editions at once."""
    editions = law.editions.values()
    stages = {stage for edition in editions for stage in edition.stages}
    lapsed = []
    for stage in sorted(stages):
        rules = frozenset[str]().union(*(met_from(edition, stage) for edition in editions))
        if rules:
            lapsed.append(and_(Case.stage == stage, Deadline.rule.in_(sorted(rules))))
    return or_(Deadline.state == "open", and_(Deadline.state == "expired", or_(*lapsed)))
