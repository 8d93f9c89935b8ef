"""What the settings pages show of officers; of their cases only number, stage and limit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from casework.errors import NotPermitted
from casework.models import Absence, Office, Officer, OfficerRole
from casework.services.core.outbox import real_now
from casework.services.core.work import Work
from casework.services.people import (
    absences,
    accounts,
    leaving,
    officers,
    offices,
    second_factor,
    sessions,
)
from casework.services.people.leaving import OpenCase


@dataclass(frozen=True)
class RoleRow:
    """A role from–until at an office; `mine` where this administrator may end it."""

    id: int
    role: str
    office: str
    starts: date
    until: date | None
    held: bool
    mine: bool


@dataclass(frozen=True)
class StaffRow:
    """An officer in the list."""

    id: int
    name: str
    login: str
    position: str
    active: bool
    roles: tuple[RoleRow, ...]


@dataclass(frozen=True)
class Card:
    """One account. `locked` says why it cannot be changed from here, "" where it can."""

    row: Officer
    roles: tuple[RoleRow, ...]
    factor: bool
    sessions: int
    absences: Sequence[tuple[Absence, Officer, Officer]]
    locked: str
    myself: bool


def staff(work: Work) -> list[StaffRow]:
    """Everybody, those who work here now first."""
    roles = _roles(work, [one.id for one in accounts.staff(work)])
    return [
        StaffRow(one.id, one.name, one.login, one.position, one.active,
                 tuple(role for role in roles.get(one.id, ()) if role.held))
        for one in accounts.staff(work)
    ]  # fmt: skip


def card(work: Work, officer_id: int) -> Card:
    """One account; raises NotFound."""
    row = accounts.officer(work, officer_id)
    locked = ""
    try:
        accounts.account(work, officer_id)
    except NotPermitted as refusal:
        locked = str(refusal)
    return Card(
        row,
        tuple(_roles(work, [row.id]).get(row.id, ())),
        second_factor.in_force(work, row.id),
        len(sessions.living(work.session, row.id, real_now())),
        absences.concerning(work, row.id, officers.today(work.now)),
        locked,
        row.id == work.actor.officer_id,
    )


def office_choices(work: Work, *, by_code: bool = False) -> list[tuple[int | str, str]]:
    """The offices governed, as options."""
    return [(one.code if by_code else one.id, one.name) for one in offices.governed(work)]


def left_behind(work: Work, officer_id: int) -> list[OpenCase]:
    """The open cases an officer would leave behind."""
    return leaving.left_behind(work, officer_id)


def _roles(work: Work, officer_ids: list[int]) -> dict[int, list[RoleRow]]:
    today = officers.today(work.now)
    mine = {one.id for one in offices.governed(work)}
    found: dict[int, list[RoleRow]] = {}
    rows = work.session.execute(
        select(OfficerRole, Office.name)
        .join(Office, Office.id == OfficerRole.office_id)
        .where(OfficerRole.officer_id.in_(officer_ids))
        .order_by(OfficerRole.starts.desc(), OfficerRole.role)
    )
    for one, office in rows:
        held = one.starts <= today and (one.until is None or one.until > today)
        over = one.until is not None and one.until <= today
        found.setdefault(one.officer_id, []).append(
            RoleRow(one.id, one.role, office, one.starts, one.until, held,
                    one.office_id in mine and not over)
        )  # fmt: skip
    return found
