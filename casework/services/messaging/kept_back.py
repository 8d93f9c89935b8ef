"""Messages an officer was written before a case kept him away: neither shown nor sent any more."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import ColumnElement, not_, or_, select

from casework.models import Case, Notice
from casework.services.cases import access
from casework.services.staff import excluded
from casework.services.unit.work import Work


def is_kept(work: Work, notice: Notice) -> bool:
    """Does a message tell its officer of a case that keeps him away?

    The message of the day is about many cases and calls each by its number.
    """
    cases = excluded.of_officer(work.session, notice.officer_id)
    if not cases or notice.case_id is not None:
        return notice.case_id in cases
    return any(number in notice.body for number in _numbers(work, cases))


def readable(work: Work) -> tuple[ColumnElement[bool], ...]:
    """The condition that a message of the actor is not kept back; none where no case is."""
    if not work.actor.excluded:
        return ()
    told = (
        or_(Notice.case_id.is_not(None), not_(Notice.body.contains(number, autoescape=True)))
        for number in _numbers(work, work.actor.excluded)
    )
    return (*access.not_kept_away(work, Notice.case_id), *told)


def _numbers(work: Work, cases: Collection[int]) -> list[str]:
    rows = work.session.scalars(select(Case).where(Case.id.in_(sorted(cases))))
    return sorted({one for row in rows for one in (row.number, row.receipt_number) if one})
