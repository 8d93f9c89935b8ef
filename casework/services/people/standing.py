"""As what an officer works today: asked with each page, so it is one statement, built once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    Date,
    Row,
    Select,
    SQLColumnExpression,
    bindparam,
    literal,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from casework.models import Absence, Office, Officer, OfficerRole
from casework.services.cases import conflict_of_interest
from casework.services.core.work import Actor
from casework.services.people import deputies
from casework.services.people.deputies import held

TODAY = bindparam("today", type_=Date)
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


def shown(
    role: SQLColumnExpression[str], away: SQLColumnExpression[int] | None = None
) -> tuple[SQLColumnExpression[Any], ...]:
    """What `chosen` reads of each role; without `away` the role is the own."""
    return (
        Officer.name,
        Officer.position,
        Office.id.label("at"),
        Office.name.label("office"),
        Office.code,
        Office.zone,
        role.label("role"),
        literal(_OWN).label("away") if away is None else away,
    )


def _statement() -> Select[*tuple[Any, ...]]:
    """Every role an officer works with on the day `today`, and the office it is held at.

    `away` is the officer whose deputy this is, for roles that are not the own.
    """
    own = select(OfficerRole.office_id, OfficerRole.role, literal(_OWN).label("away")).where(
        OfficerRole.officer_id == _OFFICER, held(TODAY)
    )
    passed = (
        deputies.passed(None, TODAY)
        .where(Absence.deputy_id == _OFFICER)
        .with_only_columns(OfficerRole.office_id, OfficerRole.role, OfficerRole.officer_id)
    )
    roles = union_all(own, passed).subquery("roles")
    return (
        select(*shown(roles.c.role, roles.c.away))
        .join_from(roles, Office, Office.id == roles.c.office_id)
        .join(Officer, Officer.id == _OFFICER)
        .where(Officer.active)
    )


STATEMENT = _statement().order_by(Office.code)


def of(session: Session, officer_id: int, office_id: int | None, on: date) -> Standing | None:
    """An active officer at the chosen office, or the first one where roles are held on a day.

    Roles of officers away whose deputy this is come with the own ones. None without a role.
    """
    rows = session.execute(STATEMENT, {"officer": officer_id, "today": on}).all()
    return chosen(rows, officer_id, office_id, conflict_of_interest.of_officer(session, officer_id))


def chosen(
    rows: Sequence[Row[*tuple[Any, ...]]],
    officer_id: int,
    office_id: int | None,
    away_from: frozenset[int],
) -> Standing | None:
    """What rows of the statement, ordered by the code of the office, say at the chosen office.

    A row without an office is of somebody who holds no role. `away_from` are the cases the officer
    is kept away from.
    """
    offices = [row.at for row in rows if row.away == _OWN and row.at is not None]
    if not offices:
        return None
    at: int = office_id if office_id and office_id in offices else offices[0]
    here = [row for row in rows if row.at == at]
    first = here[0]
    return Standing(
        actor=Actor(
            officer_id,
            first.name,
            at,
            frozenset(row.role for row in here),
            deputy_for=tuple(sorted({row.away for row in here} - {_OWN})),
            excluded=away_from,
        ),
        position=first.position,
        office=first.office,
        office_code=first.code,
        zone=first.zone,
    )
