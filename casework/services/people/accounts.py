"""Accounts and roles as an administrator keeps them, from their first moment on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import or_, select

from casework.engine.roles import TITLES
from casework.errors import BadInput, NotFound, NotPermitted, wording
from casework.models import Office, Officer, OfficerRole
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.people import (
    exclusions,
    officers,
    offices,
    passwords,
    second_factor,
    sessions,
)
from casework.services.people.offices import NewOfficer


def add(work: Work, new: NewOfficer) -> Officer:
    """Add an officer with roles; raises BadInput naming each field, NotFound for the office."""
    found = exclusions.foreseen(work, new.name, new.nip)
    row = offices.add_officer(work, new)
    exclusions.keep_newcomer_away(work, row.id, found)
    return row


# Whoever keeps the accounts sees no case, so the role stands alone.
_ALONE = "administrator"


@dataclass(frozen=True)
class Grant:
    """A role to be given at an office; `until` is the first day it is no longer held."""

    office_id: int
    role: str
    starts: date
    until: date | None = None


def staff(work: Work) -> list[Officer]:
    """Everybody who holds, held or will hold a role at an office the administrator governs."""
    inside = [one.id for one in offices.governed(work)]
    return list(
        work.session.scalars(
            select(Officer)
            .where(
                Officer.id.in_(
                    select(OfficerRole.officer_id).where(OfficerRole.office_id.in_(inside))
                )
            )
            .order_by(Officer.active.desc(), Officer.name, Officer.id)
        )
    )


def officer(work: Work, officer_id: int) -> Officer:
    """One of them; raises NotFound for every other."""
    for one in staff(work):
        if one.id == officer_id:
            return one
    raise NotFound("Petugas itu tidak ada atau bukan petugas kantor Anda.")


def account(work: Work, officer_id: int) -> Officer:
    """An officer whose account the administrator may change; raises NotPermitted otherwise.

    Who also serves elsewhere is changed by that office: an account opens all its offices.
    """
    row = officer(work, officer_id)
    inside = {one.id for one in offices.governed(work)}
    today = officers.today(work.now)
    elsewhere = work.session.scalar(
        select(Office.name)
        .join(OfficerRole, OfficerRole.office_id == Office.id)
        .where(
            OfficerRole.officer_id == row.id,
            OfficerRole.office_id.not_in(inside),
            or_(OfficerRole.until.is_(None), OfficerRole.until > today),
        )
        .limit(1)
    )
    if elsewhere is not None:
        raise NotPermitted(
            wording(
                "Petugas ini juga bertugas di %(elsewhere)s. Minta administrator kantor "
                "itu, atau kantor di atasnya, mengubah akunnya.",
                elsewhere=elsewhere,
            )
        )
    return row


def create(work: Work, new: NewOfficer, now: datetime) -> tuple[Officer, str]:
    """Add an officer and make the link by which the password is set; gives both.

    `now` is the machine's time. Raises BadInput naming each field.
    """
    if new.office not in {one.code for one in offices.governed(work)}:
        raise BadInput.one("kantor", "Pilih kantor Anda sendiri atau kantor di bawahnya.")
    _fitting(set(new.roles))
    row = add(work, new)
    return row, passwords.make_link(work, row, now)


def correct(work: Work, officer_id: int, name: str, position: str, email: str, nip: str) -> None:
    """Change how an officer is called and reached; raises BadInput naming each field."""
    row, check = account(work, officer_id), TextChecker()
    name = check.text("nama", "Nama petugas", name, required=True)
    position = check.text("jabatan", "Jabatan", position, limit=120)
    email = check.text("surel", "Surel", email, limit=254)
    nip = check.text("nip", "NIP", nip, limit=32)
    check.done()
    changed = [
        field
        for field, old, new in (
            ("name", row.name, name), ("position", row.position, position),
            ("email", row.email, email), ("nip", row.nip, nip),
        )
        if old != new
    ]  # fmt: skip
    renamed = {"name", "nip"} & set(changed)
    found = exclusions.foreseen(work, name, nip) if renamed else {}
    row.name, row.position, row.email, row.nip = name, position, email, nip
    record(work, row, "petugas_diubah", {"fields": changed})
    exclusions.keep_newcomer_away(work, row.id, found)


def give(work: Work, officer_id: int, grant: Grant) -> OfficerRole:
    """Give a role from–until; raises BadInput naming the field, NotPermitted for oneself."""
    row = officer(work, officer_id)
    office = offices.office(work, grant.office_id)
    if row.id == work.actor.officer_id:
        raise NotPermitted("Peran sendiri tidak dapat ditambah. Minta administrator lain.")
    if grant.role not in TITLES:
        raise BadInput.one("peran", "Pilih salah satu peran yang ada.")
    if grant.until is not None and grant.until <= grant.starts:
        raise BadInput.one("sampai", "Hari terakhir harus sesudah hari mulai.")
    today = officers.today(work.now)
    others = work.session.scalars(
        select(OfficerRole).where(
            OfficerRole.officer_id == row.id,
            or_(OfficerRole.until.is_(None), OfficerRole.until > min(today, grant.starts)),
        )
    ).all()
    _fitting({one.role for one in others} | {grant.role})
    for one in others:
        same = (one.office_id, one.role) == (office.id, grant.role)
        if same and (grant.until is None or one.starts < grant.until) and _goes_on(one, grant):
            raise BadInput.one("peran", "Peran itu sudah dipegang pada sebagian waktu tersebut.")
    made = OfficerRole(
        officer_id=row.id, office_id=office.id, role=grant.role,
        starts=grant.starts, until=grant.until,
    )  # fmt: skip
    work.session.add(made)
    work.session.flush()
    offices.record(work, office, "peran_diberikan", f"officers:{row.id}", _told(made))
    return made


def take(work: Work, officer_id: int, role_id: int, until: date) -> None:
    """End a role on a day; raises BadInput when the day does not fit, NotFound."""
    row, held = officer(work, officer_id), work.session.get(OfficerRole, role_id)
    if held is None or held.officer_id != row.id:
        raise NotFound("Peran itu tidak ada.")
    office = offices.office(work, held.office_id)
    if row.id == work.actor.officer_id and held.role == _ALONE:
        raise NotPermitted("Peran administrator sendiri hanya dapat diakhiri administrator lain.")
    if until < held.starts:
        raise BadInput.one("sampai", "Peran itu belum mulai pada hari tersebut.")
    held.until = until
    offices.record(work, office, "peran_diakhiri", f"officers:{row.id}", _told(held))


def new_link(work: Work, officer_id: int, now: datetime) -> str:
    """Make another link for setting a password; gives its token."""
    return passwords.make_link(work, account(work, officer_id), now)


def reset_factor(work: Work, officer_id: int, now: datetime) -> None:
    """Remove an officer's second factor and end the sessions; signing in sets up a new one."""
    row = account(work, officer_id)
    second_factor.reset(work, row)
    sessions.end(work.session, row.id, now)


def end_sessions(work: Work, officer_id: int, now: datetime) -> int:
    """End every session of an officer, in the record; gives how many."""
    row = account(work, officer_id)
    ended = sessions.end(work.session, row.id, now)
    record(work, row, "sesi_diakhiri", {"count": ended})
    return ended


def record(work: Work, row: Officer, action: str, detail: dict[str, object]) -> None:
    """Record an act about an officer in the chain of the administrator's office."""
    office = work.session.get_one(Office, work.actor.office_id)
    offices.record(work, office, action, f"officers:{row.id}", detail)


def _fitting(roles: set[str]) -> None:
    if _ALONE in roles and len(roles) > 1:
        raise BadInput.one(
            "peran",
            "Administrator mengurus akun dan setelan dan tidak melihat perkara: peran itu tidak "
            "digabung dengan peran lain. Buat akun tersendiri.",
        )


def _goes_on(one: OfficerRole, grant: Grant) -> bool:
    return one.until is None or one.until > grant.starts


def _told(role: OfficerRole) -> dict[str, object]:
    until = role.until.isoformat() if role.until else None
    return {"role": role.role, "from": role.starts.isoformat(), "until": until}
