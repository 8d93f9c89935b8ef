"""As what an officer works today: asked with each page, so it is one statement, built once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Date, bindparam, literal, select, union_all
from sqlalchemy.orm import Session

from casework.models import Absence, Office, Officer, OfficerRole
from casework.services import deputies
from casework.services.deputies import held
from casework.services.work import Actor

_TODAY = bindparam("today", type_=Date)
_OFFICER = bindparam("officer", type_=Officer.id.type)
_OWN = 0  # no officer has this id: the role is not another's


@dataclass(frozen=True)
class Standing:
    """An active officer at an office where roles are held on a day."""

    actor: Actor
    position: str
    office: str
    office_code: str
    zone: str


_ROLES = union_all(
    select(OfficerRole.office_id, OfficerRole.role, literal(_OWN).label("away")).where(
        OfficerRole.officer_id == _OFFICER, held(_TODAY)
    ),
    deputies.passed(None, _TODAY)
    .where(Absence.deputy_id == _OFFICER)
    .with_only_columns(OfficerRole.office_id, OfficerRole.role, OfficerRole.officer_id),
).subquery("roles")
_STATEMENT = (
    select(
        Officer.name,
        Officer.position,
        Office.id,
        Office.name.label("office"),
        Office.code,
        Office.zone,
        _ROLES.c.role,
        _ROLES.c.away,
    )
    .join_from(_ROLES, Office, Office.id == _ROLES.c.office_id)
    .join(Officer, Officer.id == _OFFICER)
    .where(Officer.active)
    .order_by(Office.code)
)


def of(session: Session, officer_id: int, office_id: int | None, on: date) -> Standing | None:
    """An active officer at the chosen office, or the first one where roles are held on a day.

    Roles of officers away whose deputy this is come with the own ones. None without a role.
    """
    rows = session.execute(_STATEMENT, {"officer": officer_id, "today": on}).all()
    offices = [row.id for row in rows if row.away == _OWN]
    if not offices:
        return None
    chosen: int = office_id if office_id and office_id in offices else offices[0]
    here = [row for row in rows if row.id == chosen]
    first = here[0]
    return Standing(
        actor=Actor(
            officer_id,
            first.name,
            chosen,
            frozenset(row.role for row in here),
            deputy_for=tuple(sorted({row.away for row in here} - {_OWN})),
        ),
        position=first.position,
        office=first.office,
        office_code=first.code,
        zone=first.zone,
    )
