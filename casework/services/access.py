"""Who may see and change which case: offices are tenants, everything else is denied."""

from __future__ import annotations

from sqlalchemy import ColumnElement, false, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from casework.errors import NotFound
from casework.models import Case, Office
from casework.services.work import Work

CONTENT_ROLES = frozenset(
    {
        "intake_officer",
        "case_officer",
        "coordinator",
        "commissioner",
        "chair",
        "secretariat",
        "head_of_secretariat",
        "auditor",
        "sistem",
    }
)
"""Roles that see every case of their own office."""
_MISSING = "Perkara itu tidak ada atau bukan perkara kantor Anda."


def visible(
    work: Work, office: ColumnElement[int] | InstrumentedAttribute[int] = Case.office_id
) -> ColumnElement[bool]:
    """The condition every list of cases carries: own office, or the offices one supervises.

    `office` is the column that tells the office of a case, where it is not read from the case.
    """
    allowed: list[ColumnElement[bool]] = []
    if work.actor.roles & CONTENT_ROLES:
        allowed.append(office == work.actor.office_id)
    if "supervisor" in work.actor.roles:
        below = select(Office.id).where(Office.parent_id == work.actor.office_id)
        allowed += [office == work.actor.office_id, office.in_(below)]
    return or_(*allowed) if allowed else false()


def readable(work: Work, case_id: int) -> Case:
    """Load a case the actor may read; raises NotFound, which does not tell whether it exists."""
    case = work.session.scalar(select(Case).where(Case.id == case_id, visible(work)))
    if case is None:
        raise NotFound(_MISSING)
    return case


def changeable(work: Work, case_id: int) -> Case:
    """Load and lock a case of the actor's own office; raises NotFound."""
    case = work.session.scalar(
        select(Case)
        .where(Case.id == case_id, visible(work), Case.office_id == work.actor.office_id)
        # The key stays, so rows that refer to the case may be written meanwhile.
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    if case is None:
        raise NotFound(_MISSING)
    return case


def locked(work: Work, case_id: int) -> Case:
    """Lock a case for an effect of the system.

    Acts lock the case before any of its rows; effects that did it the other way round would
    wait for an act that waits for them.
    """
    return work.session.scalars(
        select(Case)
        .where(Case.id == case_id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    ).one()


def offices(work: Work) -> list[int]:
    """The offices whose books the actor may read: the own one, and those one supervises."""
    found = [work.actor.office_id] if work.actor.roles & CONTENT_ROLES else []
    if "supervisor" in work.actor.roles:
        below = select(Office.id).where(Office.parent_id == work.actor.office_id)
        found = [work.actor.office_id, *work.session.scalars(below)]
    return found
