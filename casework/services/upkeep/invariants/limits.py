"""Every stored limit is what the law gives today from the same facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from itertools import groupby

from sqlalchemy import select

from casework.errors import LawError
from casework.models import Case, Deadline
from casework.models.deadline import DeadlineState
from casework.services.cases import facts
from casework.services.cases.record.audit_check import AT_A_TIME
from casework.services.core.work import Work
from casework.services.law import derivation, place


def faults(work: Work) -> Iterator[str]:
    """Derive the newest limit of each rule, or letter, again under its pinned revision; compare.

    A limit that ended under an older calendar keeps its date; one that runs must have the date of
    the calendar in hand.
    """
    query = (
        select(Deadline, Case)
        .join(Case, Case.id == Deadline.case_id)
        .order_by(Deadline.case_id, Deadline.id)
        .execution_options(yield_per=AT_A_TIME)
    )
    for _, of_case in groupby(work.session.execute(query), key=lambda row: row[1].id):
        newest: dict[tuple[str, int | None], tuple[Deadline, Case]] = {}
        for row, case in of_case:
            newest[row.rule, row.document_id] = row, case
        for row, case in newest.values():
            yield from _of_limit(work, row, case)


def _of_limit(work: Work, row: Deadline, case: Case) -> Iterator[str]:
    where = f"perkara {case.id}, batas {row.rule}"
    calendar = place.of_case(work, case, row.office_id).calendar
    older = row.calendar not in (None, calendar.version)
    if older and row.state != DeadlineState.OPEN:
        return
    try:
        yield from (f"{where}: {text}" for text in _differences(work, case, row))
    except LawError as fault:
        yield f"{where}: {fault}"


def _differences(work: Work, case: Case, row: Deadline) -> Iterator[str]:
    rule = derivation.rule_of(work, case, row.rule, row.office_id)
    times = derivation.own_times(row, rule, facts.times(work, case))
    found = derivation.derive(
        work, case, rule, times, extended=row.extended, office_id=row.office_id
    )
    pairs = (
        ("akhir", row.due, found.due.isoformat()),
        ("tanggal aman", row.safe, found.safe.isoformat()),
        ("pasal", row.citation, found.basis.citation),
        ("saat", row.due_at.isoformat(), found.due.astimezone(UTC).isoformat()),
    )
    for name, stored, again in pairs:
        if stored != again:
            yield f"{name} {stored}, seharusnya {again}"
