"""Every stored limit is what the law gives today from the same facts."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select

from casework.errors import LawError
from casework.models import Case, Deadline
from casework.services import derivation, facts, place
from casework.services.work import Work


def faults(work: Work) -> Iterator[str]:
    """Derive the newest limit of each rule again under its pinned revision; compare the row.

    A limit that ended under an older calendar keeps its date; one that runs must have the date of
    the calendar in hand.
    """
    newest: dict[tuple[int, str], tuple[Deadline, Case]] = {}
    rows = select(Deadline, Case).join(Case, Case.id == Deadline.case_id).order_by(Deadline.id)
    for row, case in work.session.execute(rows):
        newest[(case.id, row.rule)] = row, case
    for row, case in newest.values():
        where = f"perkara {case.id}, batas {row.rule}"
        older = row.calendar not in (
            None,
            place.of_case(work, case, row.office_id).calendar.version,
        )
        if older and row.state != "open":
            continue
        try:
            yield from (f"{where}: {text}" for text in _differences(work, case, row))
        except LawError as fault:
            yield f"{where}: {fault}"


def _differences(work: Work, case: Case, row: Deadline) -> Iterator[str]:
    rule = derivation.rule_of(work, case, row.rule, row.office_id)
    times = facts.times(work, case)
    found = derivation.derive(
        work, case, rule, times, extended=row.extended, office_id=row.office_id
    )
    pairs = (
        ("akhir", row.due, found.due.isoformat()),
        ("tanggal aman", row.safe, found.safe.isoformat()),
        ("pasal", row.citation, found.basis.citation),
        ("indeks", str(row.due_epoch), str(int(found.due.timestamp()))),
    )
    for name, stored, again in pairs:
        if stored != again:
            yield f"{name} {stored}, seharusnya {again}"
