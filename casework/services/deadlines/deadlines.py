"""Opens, meets, extends and re-derives the legal limits of a case."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from sqlalchemy import bindparam, select

from casework.engine import deadline as calculus
from casework.engine.rule import DeadlineRule
from casework.models import Case, Deadline, Referral
from casework.models.deadline import UNMET, DeadlineState
from casework.services.cases import facts
from casework.services.core.work import Work
from casework.services.deadlines import reminders
from casework.services.law.derivation import derive, fill, own_times, rule_of, stands_still

LATE_STATES = frozenset({DeadlineState.LATE_MET, DeadlineState.EXPIRED})


def open_limit(
    work: Work,
    case: Case,
    rule_id: str,
    times: Mapping[str, datetime],
    letter: int | None = None,
) -> Deadline | None:
    """Open the limit of a rule from the times of its start facts, with its reminders.

    `letter` is the paper whose receipt begins it, where each letter has a limit of its own. A rule
    whose length nobody knows opens nothing; its entry says so on the page of the law.
    """
    rule = rule_of(work, case, rule_id)
    if not rule.known:
        return None
    due = derive(work, case, rule, times)
    row = Deadline(
        case_id=case.id,
        rule=rule.id,
        title=_title(work, rule, letter),
        edition=case.edition,
        revision=case.revision,
        on_expiry=rule.on_expiry or "",
        state=DeadlineState.OPEN,
        extension_reason="",
        document_id=letter,
    )
    fill(row, due)
    work.session.add(row)
    work.session.flush()
    if stands_still(work, case, rule, due.due):
        row.state = DeadlineState.PAUSED
    else:
        reminders.schedule(work, case, row)
    return row


def meet(work: Work, case: Case, rule_id: str, at: datetime) -> list[Deadline]:
    """Close the open limits of a rule at the time the act happened; late ones say so."""
    rows = open_rows(work, case, rule_id)
    close(work, rows, at)
    return rows


def close(work: Work, rows: Iterable[Deadline], at: datetime) -> None:
    """Close these limits at the time their duty was done."""
    for row in rows:
        late = calculus.is_late(row.due_at, at)
        row.state, row.closed_at = DeadlineState.LATE_MET if late else DeadlineState.MET, at
        reminders.cancel(work, row)


def _title(work: Work, rule: DeadlineRule, letter: int | None) -> str:
    """What a limit is called; of several letters each says to whom it went."""
    to = select(Referral.addressee).where(Referral.document_id == letter)
    addressee = work.session.scalar(to) if letter is not None else None
    return f"{rule.title} ({addressee})"[:200] if addressee else rule.title


def reopen(work: Work, case: Case, row: Deadline) -> None:
    """Let a limit run that was met by something which, as it turned out, did not happen."""
    row.state, row.closed_at = DeadlineState.OPEN, None
    remind_anew(work, case, row)


def extend(work: Work, case: Case, rule_id: str, reason: str) -> list[Deadline]:
    """Give an open limit its longer total, from the same start, with the recorded reason."""
    rows = open_rows(work, case, rule_id)
    times = facts.times(work, case)
    for row in rows:
        rule = rule_of(work, case, rule_id, row.office_id)
        own = own_times(row, rule, times)
        fill(row, derive(work, case, rule, own, extended=True, office_id=row.office_id))
        row.extension_reason = reason
        remind_anew(work, case, row)
    return [*rows, *_follow(work, case, rule_id)] if rows else []


def _derive_anew(work: Work, case: Case, rule: DeadlineRule, row: Deadline) -> None:
    """Count a limit again from the facts as they are now, by the clock of its own office."""
    told = own_times(row, rule, facts.times(work, case))
    fill(row, derive(work, case, rule, told, extended=row.extended, office_id=row.office_id))


def pause(work: Work, case: Case, names: Iterable[str]) -> list[Deadline]:
    """Stop or start again the clocks that the facts just recorded pause; gives those limits."""
    told, moved = set(names), []
    for row in open_rows(work, case) if told else ():
        rule = rule_of(work, case, row.rule, row.office_id)
        if not told & {name for one in rule.pauses for name in (one.begins, one.ends)}:
            continue
        _derive_anew(work, case, rule, row)
        if stands_still(work, case, rule, row.due_at):
            row.state = DeadlineState.PAUSED
        elif row.state == DeadlineState.PAUSED:
            row.state = DeadlineState.OPEN
        remind_anew(work, case, row)
        moved += [row, *_follow(work, case, rule.id)]
    return moved


def count_anew(work: Work, case: Case, wanted: Collection[int]) -> list[Deadline]:
    """Derive the unmet limits with these keys by today's calendar, and what follows on them."""
    moved: dict[int, Deadline] = {}
    for row in open_rows(work, case):
        if row.id not in wanted:
            continue
        rule = rule_of(work, case, row.rule, row.office_id)
        before = row.due
        _derive_anew(work, case, rule, row)
        judge_again(row, work.now)
        moved[row.id] = row
        if row.due != before:
            remind_anew(work, case, row)
            moved |= {one.id: one for one in _follow(work, case, row.rule)}
    return list(moved.values())


def _follow(work: Work, case: Case, rule_id: str) -> list[Deadline]:
    """Derive anew the unmet limits that start where a moved one ends."""
    moved = []
    for row in open_rows(work, case):
        rule = rule_of(work, case, row.rule, row.office_id)
        if rule.follows is None or rule.follows.id != rule_id:
            continue
        _derive_anew(work, case, rule, row)
        remind_anew(work, case, row)
        moved += [row, *_follow(work, case, row.rule)]
    return moved


def remind_anew(work: Work, case: Case, row: Deadline) -> None:
    """Remind of a limit as it stands now, and no more of what it was."""
    work.session.flush()
    reminders.cancel(work, row)
    if row.state in reminders.RUNNING:
        reminders.schedule(work, case, row)


def judge_again(row: Deadline, now: datetime) -> None:
    """Say anew how a limit stands after its end or the time of its act moved."""
    due = row.due_at
    if row.closed_at is not None:
        row.state = (
            DeadlineState.LATE_MET if calculus.is_late(due, row.closed_at) else DeadlineState.MET
        )
    elif row.state == DeadlineState.EXPIRED and not calculus.is_late(due, now):
        row.state = DeadlineState.OPEN


def renew(work: Work, case: Case) -> list[Deadline]:
    """Derive the running limits anew under the law that the case holds since now.

    One whose rule that law does not have is superseded. Gives every running limit.
    """
    times = facts.times(work, case)
    rules = work.law.edition(case.edition, case.revision).deadlines
    rows = open_rows(work, case)
    for row in rows:
        before, rule = row.due, rules.get(row.rule)
        row.edition, row.revision = case.edition, case.revision
        if rule is None or not rule.known or not set(rule.starts_on) <= set(times):
            row.state, row.closed_at = DeadlineState.SUPERSEDED, work.now
            reminders.cancel(work, row)
            continue
        row.title = _title(work, rule, row.document_id)
        row.on_expiry = rule.on_expiry or ""
        longer = row.extended and rule.extension is not None
        own = rule_of(work, case, rule.id, row.office_id)
        told = own_times(row, rule, times)
        fill(row, derive(work, case, own, told, extended=longer, office_id=row.office_id))
        judge_again(row, work.now)
        if row.due != before:
            remind_anew(work, case, row)
    return rows


def close_all(work: Work, case: Case) -> list[Deadline]:
    """Supersede what is still open when a case ends without that limit being met.

    A limit that ran out stays expired: the end of the case does not undo that.
    """
    rows = open_rows(work, case)
    for row in rows:
        reminders.cancel(work, row)
    return _superseded(work, [row for row in rows if row.state != DeadlineState.EXPIRED])


def drop(work: Work, case: Case, rule_id: str) -> list[Deadline]:
    """Supersede the running limits of a rule that nobody has to keep any more.

    One that ran out stays what it is, also when that was not recorded yet.
    """
    rows = open_rows(work, case, rule_id)
    running = [
        row
        for row in rows
        if row.state != DeadlineState.EXPIRED and not calculus.is_late(row.due_at, work.now)
    ]
    for row in running:
        reminders.cancel(work, row)
    return _superseded(work, running)


def _superseded(work: Work, rows: list[Deadline]) -> list[Deadline]:
    for row in rows:
        row.state, row.closed_at = DeadlineState.SUPERSEDED, work.now
    return rows


def open_rows(work: Work, case: Case, rule_id: str | None = None) -> list[Deadline]:
    """The open limits of a case, soonest first; `expired` ones stay until they are met."""
    if rule_id is None:
        return list(work.session.scalars(_OPEN, {"case": case.id}))
    return list(work.session.scalars(_OPEN_OF_RULE, {"case": case.id, "rule": rule_id}))


# Locked and read anew: the sweep may be recording that a limit ran out.
_OPEN = (
    select(Deadline)
    .where(Deadline.case_id == bindparam("case"), Deadline.state.in_(UNMET))
    .order_by(Deadline.due_at)
    .with_for_update(key_share=True)
    .execution_options(populate_existing=True)
)
_OPEN_OF_RULE = _OPEN.where(Deadline.rule == bindparam("rule"))


def states(work: Work, case: Case, rule_id: str) -> set[str]:
    """How the limits of a rule stand."""
    return set(
        work.session.scalars(
            select(Deadline.state).where(Deadline.case_id == case.id, Deadline.rule == rule_id)
        )
    )
