"""What an officer sees of the own account."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from casework.models import Absence, Office, Officer, OfficerRole
from casework.services.core.outbox import real_now
from casework.services.core.work import Work
from casework.services.people import absences, officers, second_factor, sessions
from webui.core.session import row
from webui.core.transaction import house, me


@dataclass(frozen=True)
class RoleLine:
    """A role from–until at an office."""

    role: str
    office: str
    starts: date
    until: date | None


@dataclass(frozen=True)
class SessionLine:
    """One signed-in browser."""

    id: int
    device: str
    since: datetime
    seen: datetime
    here: bool


@dataclass(frozen=True)
class Account:
    """The signed-in officer's account."""

    login: str
    email: str
    roles: tuple[RoleLine, ...]
    offices: list[tuple[int, str]]
    factor: bool
    codes_left: int
    absences: Sequence[tuple[Absence, Officer, Officer]]


def account(work: Work) -> Account:
    """Read the account of the acting officer."""
    officer = work.session.get_one(Officer, work.actor.officer_id)
    today = officers.today(work.now)
    return Account(
        login=officer.login,
        email=officer.email,
        roles=tuple(roles_of(work, officer.id)),
        offices=[(one.id, one.name) for one in officers.offices_of(work.session, officer, today)],
        factor=second_factor.in_force(work, officer.id),
        codes_left=second_factor.left(work, officer.id),
        absences=absences.concerning(work, officer.id, today),
    )


def roles_of(work: Work, officer_id: int) -> list[RoleLine]:
    """Every role an officer holds, held or will hold."""
    rows = work.session.execute(
        select(OfficerRole.role, Office.name, OfficerRole.starts, OfficerRole.until)
        .join(Office, Office.id == OfficerRole.office_id)
        .where(OfficerRole.officer_id == officer_id)
        .order_by(OfficerRole.starts, OfficerRole.role)
    )
    return [RoleLine(*one) for one in rows]


def own_sessions() -> Sequence[SessionLine]:
    """The living sessions of the signed-in officer; the present one is marked."""
    here = row()
    with house().database.read() as session:
        found = sessions.living(session, me().actor.officer_id or 0, real_now())
    return [
        SessionLine(
            one.id, one.device, one.created_at, one.seen_at, here is not None and one.id == here.id
        )
        for one in found
    ]
