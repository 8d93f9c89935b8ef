"""Keeps the line of each case true: what lists sort, filter and search by.

An act notes which cases it touched; before its transaction commits, their lines and words are made
anew in it. Nothing is recorded about them: they can be made again from the rows at any time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import bindparam, insert, update

from casework.engine import chain
from casework.models import (
    Base,
    Case,
    CaseLine,
    Document,
    Fact,
    Number,
    Outcome,
    Party,
    TransferStep,
)
from casework.models.base import table
from casework.models.listing import NO_LIMIT
from casework.services.cases import review_secrecy, slack, tags
from casework.services.cases.search import index
from casework.services.unit.work import Stale, Work

# A change of one of these changes what a case is found by.
_TOLD = (Number, Outcome, Party, TransferStep)

Line = Mapping[str, object]


def note(work: Work, case: Case, touched: Iterable[Base]) -> None:
    """Remember that a case changed in this transaction, and whether its words may have."""
    rows = list(touched)
    if rows:
        opens = review_secrecy.ended_by(work)
        _remember(work, case, words=any(_tells(row, opens) for row in rows))


def _tells(row: Base, opens: Collection[str]) -> bool:
    """Whether a row may bear words; a paper that was only planned has none yet."""
    if isinstance(row, Document):
        return bool(row.number) or row.data is not None
    return isinstance(row, _TOLD) or (isinstance(row, Fact) and row.name in opens)


def retag(work: Work, case: Case) -> None:
    """Remember that what a case has many of changed, where no row of the record says so."""
    _remember(work, case, tags=True)


def retell(work: Work, case: Case) -> None:
    """The same of its words, and so of all that it is found by."""
    _remember(work, case, words=True)


def _remember(work: Work, case: Case, *, tags: bool = False, words: bool = False) -> None:
    known = work.stale.get(case.id, Stale(case))
    work.stale[case.id] = Stale(case, known.tags or tags, known.words or words)


def settle(work: Work) -> None:
    """Make the lines anew of every case this transaction touched; called before its commit."""
    if not work.stale:
        return
    work.session.flush()
    _renew(work, [stale for _, stale in sorted(work.stale.items())])
    work.stale.clear()


def renew(work: Work, cases: Iterable[Case]) -> None:
    """Make the lines of cases anew, and the words of those whose text changed."""
    _renew(work, [Stale(case, words=True) for case in cases])


def _renew(work: Work, stale: Sequence[Stale]) -> None:
    values = expected(work, [one.case for one in stale])
    for case, retagged, told in stale:
        own: dict[str, object] = values[case.id]
        if retagged and not told:
            own = own | {"tags": tags.of_cases(work, [case])[case.id]}
        before = work.connection.scalar(_RENEW, {"case": case.id, **own})
        if before is None or told or not before.startswith(own_mark(case)):
            _tell(work, case, values[case.id], before)


def _tell(work: Work, case: Case, values: Line, before: str | None) -> None:
    found = index.read(work, case)
    mark = f"{own_mark(case)}{found.mark}"
    made: dict[str, object] = {"mark": mark, "tags": tags.of_cases(work, [case])[case.id]}
    if before is None:
        work.connection.execute(insert(_line), {"case_id": case.id, **values, **made})
    else:
        work.connection.execute(_RETELL, {"case": case.id, **made})
    if before != mark:
        index.write(work, case.id, found)


_line = table(CaseLine)
# What is set is what is handed over with the statement.
_HERE = update(_line).where(_line.c.case_id == bindparam("case"))
_RENEW, _RETELL = _HERE.returning(_line.c.mark), _HERE


def expected(work: Work, cases: Sequence[Case]) -> dict[int, dict[str, object]]:
    """What lists sort and filter by, as the cases stand; without their tags and words.

    The one place that says what a list is sorted by: `urgency`.
    """
    pressing = slack.pressing(work, cases)
    found: dict[int, dict[str, object]] = {}
    for case in cases:
        limit = pressing.get(case.id)
        found[case.id] = {
            "office_id": case.office_id,
            "stage": case.stage,
            "kind": case.kind,
            "owner_id": case.owner_id,
            "received": int(case.received_at.timestamp()),
            "urgency": limit.latest if limit else NO_LIMIT - case.id,
            "due": limit.due if limit else None,
        }
    return found


def own_mark(case: Case) -> str:
    """Of which texts of its own the words of a case are made, in half a mark."""
    return chain.digest(
        {
            "title": case.title,
            "numbers": [case.receipt_number, case.registration_number],
            "event": [case.event_what, case.event_place, case.suspects_crime],
            "account": case.account,
            "office": case.office_id,
        }
    )[:32]
