"""Derives a limit of a case from its dated facts, by the rule as its office runs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

from casework.engine import deadline as calculus
from casework.engine import pauses
from casework.engine.basis import Mark
from casework.engine.deadline import DeadlineRule, Due, Pause, Stop
from casework.engine.refusals import DeadlineRefused
from casework.errors import wording
from casework.models import Case, Deadline, Fact
from casework.models.deadline import DeadlineState
from casework.services.core.work import Work
from casework.services.law import place


def rule_of(work: Work, case: Case, rule_id: str, office_id: int | None = None) -> DeadlineRule:
    """The rule of the case's own edition and revision, as the case's office runs it.

    `office_id` is that of a limit which began at another office.
    """
    edition = work.law.edition(case.edition, case.revision)
    return place.of_case(work, case, office_id).rule(edition, rule_id)


def own_times(
    row: Deadline, rule: DeadlineRule, times: Mapping[str, datetime]
) -> Mapping[str, datetime]:
    """The times a limit is counted from: one that a letter began keeps that letter's receipt.

    The case's own fact tells only of the newest letter.
    """
    if row.document_id is None:
        return times
    return {**times, **dict.fromkeys(rule.starts_on, datetime.fromisoformat(row.started_at))}


def derive(
    work: Work,
    case: Case,
    rule: DeadlineRule,
    times: Mapping[str, datetime],
    *,
    extended: bool = False,
    office_id: int | None = None,
) -> Due:
    """The limit as the facts of the case and the calendar of its office give it now.

    `office_id` is that of a limit which began at another office.

    Raises DeadlineRefused when a fact that starts the clock has no time yet.
    """
    where = place.of_case(work, case, office_id)
    missing = [name for name in rule.starts_on if name not in times]
    if missing:
        raise DeadlineRefused(
            wording(
                "Batas %(rule)s (%(citation)s) belum dapat dihitung: waktu %(missing)s "
                "belum dicatat.",
                rule=rule.id,
                citation=rule.basis.citation,
                missing=", ".join(missing),
            )
        )
    start, also = _start(rule, times)
    followed = _newest(work, case, rule.follows.id) if rule.follows else None
    if rule.follows and followed is not None:
        # The one before may have been extended or paused: its own row knows when it ends.
        rule = after_the_one_before(rule)
        start, also = datetime.fromisoformat(followed.due), {}
    due = calculus.compute(
        rule,
        start,
        calendar=where.calendar,
        zone=where.zone,
        extended=extended,
        also=also,
        stops=stops(work, case, rule),
    )
    outer = _newest(work, case, rule.within) if rule.within else None
    if outer is None:
        return due
    end = datetime.fromisoformat(outer.due)
    return calculus.kept_within(due, end, rule_of(work, case, outer.rule, outer.office_id))


def mark_of(work: Work, row: Deadline) -> Mark:
    """The mark a stored limit may bear: the weakest of all that its date rests on.

    The row keeps how far the words of its article were read, which is what a letter asks.
    """
    rule = work.law.edition(row.edition, row.revision).deadlines.get(row.rule)
    return Mark.weakest((Mark(row.verification), *((rule.mark,) if rule else ())))


def after_the_one_before(rule: DeadlineRule) -> DeadlineRule:
    """A rule that follows another, as one that starts when that other one ended."""
    if rule.follows is None:
        return rule
    title = f"berakhirnya batas {rule.follows.title}"
    return replace(rule, follows=None, starts_on=(rule.follows.id,), start_titles=(title,))


def longest(work: Work, case: Case, row: Deadline, times: Mapping[str, datetime]) -> Due | None:
    """A limit with the longer term that the law allows it; None where there is none, or it has it.

    `times` are those of the dated facts of the case. Raises DeadlineRefused as `derive` does.
    """
    rule = rule_of(work, case, row.rule, row.office_id)
    if row.extended or rule.extension is None:
        return None
    return derive(
        work, case, rule, own_times(row, rule, times), extended=True, office_id=row.office_id
    )


def stops(work: Work, case: Case, rule: DeadlineRule) -> list[Stop]:
    """The times a pause of the rule stopped its clock and let it go on."""
    return [
        Stop(pause, since, until)
        for pause, since, until in stood(work, case, rule)
        if until is not None
    ]


def stands_still(work: Work, case: Case, rule: DeadlineRule, due: datetime) -> bool:
    """Does the clock of a limit that ends at `due` stand still now?"""
    return any(until is None and since <= due for _, since, until in stood(work, case, rule))


def fill(row: Deadline, due: Due) -> None:
    """Write a computed limit into its row, and count the times its end moved."""
    # A row that is filled for the first time has no end yet.
    if getattr(row, "due", None) not in (None, due.due.isoformat()):
        row.moves = (row.moves or 0) + 1
    row.citation, row.quote = due.basis.citation, due.basis.quote
    row.verification = due.basis.mark
    row.started_at = due.start.isoformat()
    row.due = due.due.isoformat()
    row.safe = due.safe.isoformat()
    row.due_at = due.due
    row.unit = due.unit
    row.extended = due.extended
    row.provisional = due.provisional
    row.calendar = due.calendar
    row.derivation = [
        {"date": step.date.isoformat(), "counted": step.counted, "why": step.why}
        for step in due.derivation
    ]


def _start(
    rule: DeadlineRule, times: Mapping[str, datetime]
) -> tuple[datetime, dict[str, datetime]]:
    first, *others = rule.starts_on
    return times[first], {name: times[name] for name in others}


def stood(
    work: Work, case: Case, rule: DeadlineRule
) -> list[tuple[Pause, datetime, datetime | None]]:
    """Each time a pause of the rule stopped the clock; without an end it still does."""
    if not rule.pauses:
        return []
    rows = list(work.session.scalars(select(Fact).where(Fact.case_id == case.id).order_by(Fact.id)))
    return [
        (pause, since, until)
        for pause in rule.pauses
        for since, until in pauses.spans(
            (row.name == pause.begins, row.at)
            for row in rows
            if row.name in (pause.begins, pause.ends)
        )
    ]


def _newest(work: Work, case: Case, rule_id: str) -> Deadline | None:
    return work.session.scalar(
        select(Deadline)
        .where(
            Deadline.case_id == case.id,
            Deadline.rule == rule_id,
            Deadline.state != DeadlineState.SUPERSEDED,
        )
        .order_by(Deadline.id.desc())
        .limit(1)
    )
