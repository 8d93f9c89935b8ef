"""Which roles pass to a deputy while an officer is away.

Votes and the signature of the chair do not pass: nobody becomes chair or commissioner by it.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import BindParameter, ColumnElement, Select, false, or_, select
from sqlalchemy.orm import Session, aliased

from casework.models import Absence, Officer, OfficerRole

PASSING = frozenset(
    {
        "intake_officer",
        "case_officer",
        "coordinator",
        "secretariat",
        "head_of_secretariat",
        "supervisor",
    }
)

Day = date | BindParameter[date]
"""A day, or its place in a statement that is built once."""


def held(on: Day) -> ColumnElement[bool]:
    """The condition that a role is held on a day."""
    return (OfficerRole.starts <= on) & or_(OfficerRole.until.is_(None), OfficerRole.until > on)


def away(on: Day) -> ColumnElement[bool]:
    """The condition that an absence is in force on a day."""
    return (Absence.starts <= on) & (Absence.until > on) & Absence.cancelled_at.is_(None)


def present(session: Session, office_id: int, found: Collection[Officer], on: date) -> bool:
    """Whether one of these officers is not away from the office on a day."""
    ids = {one.id for one in found}
    gone = session.scalars(
        select(Absence.officer_id).where(
            Absence.office_id == office_id, Absence.officer_id.in_(ids), away(on)
        )
    )
    return bool(ids - set(gone))


def passed(
    office_id: int | BindParameter[int] | None,
    on: Day,
    *,
    roles: Collection[str] = PASSING,
) -> Select[str, int, int]:
    """Roles passed on at an office, or at each, on a day: role, the officer away, the deputy.

    Only to a deputy who still holds a role of the own there.
    """
    own = aliased(OfficerRole)
    at = OfficerRole.office_id if office_id is None else office_id
    query = (
        select(OfficerRole.role, OfficerRole.officer_id, Absence.deputy_id)
        .join(
            Absence,
            (Absence.officer_id == OfficerRole.officer_id)
            & (Absence.office_id == OfficerRole.office_id),
        )
        .join(Officer, Officer.id == OfficerRole.officer_id)
        .where(
            # Not a list: its length would be a part of the statement that is made anew each time.
            or_(false(), *(OfficerRole.role == one for one in sorted(PASSING & set(roles)))),
            Officer.active,
            held(on),
            away(on),
            Absence.deputy_id.in_(
                select(own.officer_id).where(
                    own.office_id == at,
                    own.starts <= on,
                    or_(own.until.is_(None), own.until > on),
                )
            ),
        )
    )
    return query if office_id is None else query.where(OfficerRole.office_id == office_id)
