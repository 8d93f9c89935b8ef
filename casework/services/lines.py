"""Keeps the line of each case true: what lists sort, filter and search by.

An act notes which cases it touched; before its transaction commits, their lines and words are made
anew in it. Nothing is recorded about them: they can be made again from the rows at any time.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, and_, func, insert, or_, select, update

from casework.engine import chain
from casework.models import Base, Case, CaseLine, Deadline, Document, Number, Outcome, Party
from casework.models.listing import NO_LIMIT
from casework.services.running import met_from
from casework.services.search import index
from casework.services.work import Work

# A change of one of these changes what a case is found by.
_TOLD = (Document, Number, Outcome, Party)


def note(work: Work, case: Case, touched: Iterable[Base]) -> None:
    """Remember that a case changed in this transaction, and whether its words may have."""
    rows = list(touched)
    if rows:
        told = any(isinstance(row, _TOLD) for row in rows)
        work.stale[case.id] = told or work.stale.get(case.id, False)


def settle(work: Work) -> None:
    """Make the lines anew of every case this transaction touched; called before its commit."""
    if work.stale:
        work.session.flush()
    for case_id, told in sorted(work.stale.items()):
        renew(work, work.session.get_one(Case, case_id), told=told)
    work.stale.clear()


def renew(work: Work, case: Case, *, told: bool = True) -> None:
    """Make the line of a case anew; its words too when `told`, or when its own text changed."""
    values: dict[str, object] = {
        "office_id": case.office_id,
        "stage": case.stage,
        "kind": case.kind,
        "owner_id": case.owner_id,
        "received": int(case.received_at.timestamp()),
        "urgency": func.coalesce(_nearest(work, case), NO_LIMIT - case.id),
    }
    before = work.session.scalar(
        update(CaseLine)
        .where(CaseLine.case_id == case.id)
        .values(values)
        .returning(CaseLine.mark)
        .execution_options(synchronize_session=False)
    )
    own = _own(case)
    if before is not None and before.startswith(own) and not told:
        return
    found = index.read(work, case)
    mark = f"{own}{found.mark}"
    made: dict[str, object] = {"mark": mark, "tags": tags(work, case.id)}
    if before is None:
        work.session.execute(insert(CaseLine).values(case_id=case.id, **values, **made))
    else:
        work.session.execute(
            update(CaseLine)
            .where(CaseLine.case_id == case.id)
            .values(made)
            .execution_options(synchronize_session=False)
        )
    if before != mark:
        index.write(work, case.id, found)


def _nearest(work: Work, case: Case) -> ColumnElement[int]:
    """When the nearest limit ends that runs, or has run out and can still be met.

    The one place that says what a list is sorted by.
    """
    edition = work.law.edition(case.edition, case.revision)
    lapsed = and_(
        Deadline.state == "expired", Deadline.rule.in_(sorted(met_from(edition, case.stage)))
    )
    return (
        select(func.min(Deadline.due_epoch))
        .where(Deadline.case_id == case.id, or_(Deadline.state == "open", lapsed))
        .scalar_subquery()
    )


def tag(name: str, value: str) -> str:
    """One of the many things a case has, as it stands between blanks in `tags`."""
    return f"{name}:{value}".replace(" ", "_")


def tags(work: Work, case_id: int) -> str:
    """Classes and articles decided, categories and regions of respondents."""
    about = select(Party.category, Party.region).where(
        Party.case_id == case_id, Party.role.in_(("respondent", "matter"))
    )
    decided = select(Outcome.violation_class, Outcome.article).where(Outcome.case_id == case_id)
    found = {
        tag(name, value)
        for query, names in ((about, ("category", "region")), (decided, ("class", "article")))
        for row in work.session.execute(query.distinct())
        for name, value in zip(names, row, strict=True)
        if value
    }
    return "".join(f" {one}" for one in sorted(found)) + " "


def _own(case: Case) -> str:
    """Of which texts of its own the words of a case are made, in half a mark."""
    return chain.digest(
        {
            "title": case.title,
            "numbers": [case.receipt_number, case.registration_number],
            "event": [case.event_what, case.event_place],
            "account": case.account,
            "office": case.office_id,
        }
    )[:32]
