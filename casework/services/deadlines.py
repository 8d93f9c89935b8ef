"""Opens, meets, extends and re-derives the legal limits of a case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select

from casework.engine import deadline as calculus
from casework.engine.deadline import DeadlineRule, Due
from casework.models import Case, Deadline
from casework.services import facts, reminders
from casework.services.work import Work

LATE_STATES = frozenset({"late_met", "expired"})


def open_limit(
    work: Work, case: Case, rule_id: str, times: Mapping[str, datetime]
) -> Deadline | None:
    """Open the limit of a rule from the times of its start facts, with its reminders.

    A rule whose length nobody knows opens nothing; its entry says so on the page of the law.
    """
    rule = _rule(work, case, rule_id)
    if not rule.known:
        return None
    due = _compute(work, case, rule, times, extended=False)
    row = Deadline(
        case_id=case.id,
        rule=rule.id,
        title=rule.title,
        edition=case.edition,
        revision=case.revision,
        on_expiry=rule.on_expiry or "",
        state="open",
        extension_reason="",
    )
    _fill(row, due)
    work.session.add(row)
    work.session.flush()
    reminders.schedule(work, case, row)
    return row


def meet(work: Work, case: Case, rule_id: str, at: datetime) -> list[Deadline]:
    """Close the open limits of a rule at the time the act happened; late ones say so."""
    rows = open_rows(work, case, rule_id)
    for row in rows:
        late = calculus.is_late(datetime.fromisoformat(row.due), at)
        row.state = "late_met" if late else "met"
        row.closed_at = at
        reminders.cancel(work, row)
    return rows


def extend(work: Work, case: Case, rule_id: str, reason: str) -> list[Deadline]:
    """Give an open limit its longer total, from the same start, with the recorded reason."""
    rows = open_rows(work, case, rule_id)
    rule = _rule(work, case, rule_id)
    for row in rows:
        start = datetime.fromisoformat(row.started_at)
        due = calculus.compute(
            rule, start, calendar=work.law.calendar, zone=case.office.zone, extended=True
        )
        _fill(row, due)
        row.extended, row.extension_reason = True, reason
        work.session.flush()
        reminders.cancel(work, row)
        reminders.schedule(work, case, row)
    return rows


# The fact whose time is that at which the duty of a rule was done.
_DONE_BY = {
    "penyampaian_laporan": "laporan_diterima",
    "perbaikan": "kelengkapan_diterima",
    "penanganan": "diputuskan",
}


def derive_again(work: Work, case: Case, fact: str, was: datetime) -> list[Deadline]:
    """Derive anew the limits that start or ended at a corrected fact; gives those that changed.

    One that was met is judged again, one that had run out runs again when its end is still to
    come. `was` is the time the fact had before.
    """
    times = facts.times(work, case)
    rows = work.session.scalars(
        select(Deadline)
        .where(Deadline.case_id == case.id, Deadline.state != "superseded")
        .order_by(Deadline.due_epoch)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    ).all()
    moved = []
    for row in rows:
        rule = _rule(work, case, row.rule)
        before = _standing(row)
        if _DONE_BY.get(rule.id) == fact and row.closed_at == was:
            row.closed_at = times[fact]
        if fact in rule.starts_on:
            _fill(row, _compute(work, case, rule, times, extended=row.extended))
        _judge_again(row, work.now)
        if _standing(row) == before:
            continue
        moved.append(row)
        if row.due != before[0] and row.closed_at is None:
            work.session.flush()
            reminders.cancel(work, row)
            reminders.schedule(work, case, row)
    return moved


def _standing(row: Deadline) -> tuple[object, ...]:
    # Another hour of the same day keeps the limit but not its derivation.
    return row.due, row.started_at, row.state, row.closed_at


def _judge_again(row: Deadline, now: datetime) -> None:
    due = datetime.fromisoformat(row.due)
    if row.closed_at is not None:
        row.state = "late_met" if calculus.is_late(due, row.closed_at) else "met"
    elif row.state == "expired" and not calculus.is_late(due, now):
        row.state = "open"


def close_all(work: Work, case: Case) -> list[Deadline]:
    """Supersede what is still open when a case ends without that limit being met."""
    rows = open_rows(work, case)
    for row in rows:
        row.state, row.closed_at = "superseded", work.now
        reminders.cancel(work, row)
    return rows


def open_rows(work: Work, case: Case, rule_id: str | None = None) -> list[Deadline]:
    """The open limits of a case, soonest first; `expired` ones stay until they are met."""
    query = select(Deadline).where(
        Deadline.case_id == case.id, Deadline.state.in_(("open", "expired"))
    )
    if rule_id is not None:
        query = query.where(Deadline.rule == rule_id)
    # Locked and read anew: the sweep may be recording that a limit ran out.
    query = query.with_for_update(key_share=True).execution_options(populate_existing=True)
    return list(work.session.scalars(query.order_by(Deadline.due_epoch)))


def states(work: Work, case: Case, rule_id: str) -> set[str]:
    """How the limits of a rule stand."""
    return set(
        work.session.scalars(
            select(Deadline.state).where(Deadline.case_id == case.id, Deadline.rule == rule_id)
        )
    )


def _rule(work: Work, case: Case, rule_id: str) -> DeadlineRule:
    return work.law.edition(case.edition, case.revision).deadlines[rule_id]


def _compute(
    work: Work, case: Case, rule: DeadlineRule, times: Mapping[str, datetime], *, extended: bool
) -> Due:
    first, *others = rule.starts_on
    return calculus.compute(
        rule,
        times[first],
        calendar=work.law.calendar,
        zone=case.office.zone,
        extended=extended,
        also={name: times[name] for name in others if name in times},
    )


def _fill(row: Deadline, due: Due) -> None:
    row.citation, row.quote = due.basis.citation, due.basis.quote
    row.verification = due.basis.mark.value
    row.started_at = due.start.isoformat()
    row.due = due.due.isoformat()
    row.safe = due.safe.isoformat()
    row.due_epoch = int(due.due.timestamp())
    row.unit = due.unit
    row.extended = due.extended
    row.provisional = due.provisional
    row.derivation = [
        {"date": step.date.isoformat(), "counted": step.counted, "why": step.why}
        for step in due.derivation
    ]
