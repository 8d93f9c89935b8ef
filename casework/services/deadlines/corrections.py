"""Limits whose beginning or whose act was put right: counted and judged again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select

from casework.engine.rule import DeadlineRule
from casework.models import Case, Deadline
from casework.models.deadline import DeadlineState
from casework.services.cases import facts
from casework.services.core.work import Work
from casework.services.deadlines import deadlines
from casework.services.law.derivation import derive, fill, own_times, rule_of

# The facts at whose time the duty of a rule was done, beside those that its acts record.
_DONE_BY = {
    "penyampaian_laporan": "laporan_diterima",
    "perbaikan": "kelengkapan_diterima",
    "penanganan": "diputuskan",
}


def _done_by(work: Work, case: Case) -> Mapping[str, set[str]]:
    """The facts at whose time the duty of each rule was done, by rule."""
    found = {rule: {name} for rule, name in _DONE_BY.items()}
    for act in work.law.edition(case.edition, case.revision).acts.values():
        for meeting in act.meets:
            found.setdefault(meeting.rule, set()).update(act.records)
    return found


def derive_again(work: Work, case: Case, fact: str, was: datetime) -> list[Deadline]:
    """Derive anew the limits that start or ended at a corrected fact; gives those that changed.

    One that was met is judged again, one that had run out runs again when its end is still to
    come. `was` is the time the fact had before.
    """
    times, done = facts.times(work, case), _done_by(work, case)
    rows = work.session.scalars(
        select(Deadline)
        .where(Deadline.case_id == case.id, Deadline.state != DeadlineState.SUPERSEDED)
        # Of two limits in a chain the later one was opened later.
        .order_by(Deadline.id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    ).all()
    # What happened again began a limit of its own; those before it began at what happened then.
    newest = {row.rule: row.id for row in rows}
    moved = []
    for row in rows:
        rule = rule_of(work, case, row.rule, row.office_id)
        before = _standing(row)
        if fact in done.get(rule.id, ()) and row.closed_at == was:
            row.closed_at = times[fact]
        starts = fact in rule.starts_on
        if row.document_id is None:
            older = starts and row.id != newest[row.rule]
        else:
            older = starts and datetime.fromisoformat(row.started_at) != was.replace(microsecond=0)
        told = times if starts else own_times(row, rule, times)
        if _hangs_on(rule, fact) and not older:
            fill(
                row, derive(work, case, rule, told, extended=row.extended, office_id=row.office_id)
            )
        if _judged_anew(work, case, row, before):
            moved.append(row)
    return moved


def restart(work: Work, case: Case, letter: int, at: datetime) -> list[Deadline]:
    """Derive anew the limits that a letter's receipt began, when that was at another time."""
    rows = work.session.scalars(
        select(Deadline)
        .where(Deadline.case_id == case.id, Deadline.document_id == letter)
        .where(Deadline.state != DeadlineState.SUPERSEDED)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    ).all()
    for row in rows:
        rule = rule_of(work, case, row.rule, row.office_id)
        before = _standing(row)
        told = {**facts.times(work, case), **dict.fromkeys(rule.starts_on, at)}
        fill(row, derive(work, case, rule, told, extended=row.extended, office_id=row.office_id))
        _judged_anew(work, case, row, before)
    return list(rows)


def _judged_anew(work: Work, case: Case, row: Deadline, before: tuple[object, ...]) -> bool:
    """Judge a limit whose end or act may have moved, remind of it anew; did anything change?"""
    deadlines.judge_again(row, work.now)
    if row.due != before[0] and row.closed_at is None:
        deadlines.remind_anew(work, case, row)
    return _standing(row) != before


def _hangs_on(rule: DeadlineRule, fact: str) -> bool:
    paused = any(fact in (one.begins, one.ends) for one in rule.pauses)
    follows = rule.follows is not None and _hangs_on(rule.follows, fact)
    return fact in rule.starts_on or paused or follows


def _standing(row: Deadline) -> tuple[object, ...]:
    # Another hour of the same day keeps the limit but not its derivation.
    return row.due, row.started_at, row.state, row.closed_at
