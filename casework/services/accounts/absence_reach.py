"""Whose absence one may record: an administrator's offices, the own office, or oneself."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import select

from casework.errors import BadInput, NotFound
from casework.models import Absence, Office, Officer, OfficerRole
from casework.services.office import office_settings
from casework.services.staff import deputies
from casework.services.unit.work import Work

LEADERS = frozenset({"coordinator", "head_of_secretariat"})
"""They record for the officers of their own office."""
ROLES = deputies.PASSING | {"administrator"}
"""Whoever holds one of these records at least for oneself: of other roles nothing passes on."""


def offices(work: Work) -> list[Office]:
    """The offices where the actor may record an absence of anybody, or of oneself."""
    governed = office_settings.governed(work)
    return governed or [work.session.get_one(Office, work.actor.office_id)]


def office(work: Work, office_id: int) -> Office:
    """One of those; raises NotFound for every other."""
    for one in offices(work):
        if one.id == office_id:
            return one
    raise NotFound("Kantor itu tidak ada atau bukan kantor Anda.")


def leads(work: Work) -> bool:
    """May the actor record for others? Roles held as a deputy do not count."""
    if "administrator" in work.actor.roles:
        return True
    return bool(_own(work) & LEADERS)


def people(work: Work, roles: Collection[str]) -> Mapping[int, list[Officer]]:
    """The active officers who hold one of these roles today, by name, at each of those offices."""
    inside = [one.id for one in offices(work)]
    rows = work.session.execute(
        select(OfficerRole.office_id, Officer)
        .join(Officer, Officer.id == OfficerRole.officer_id)
        .where(
            Officer.active,
            OfficerRole.office_id.in_(inside),
            OfficerRole.role.in_(roles),
            deputies.held(_today(work)),
        )
        .order_by(Officer.name, Officer.id)
    )
    found: dict[int, dict[int, Officer]] = {one: {} for one in inside}
    for office_id, officer in rows:
        found[office_id][officer.id] = officer
    return {one: list(named.values()) for one, named in found.items()}


def check(work: Work, away_id: int, deputy_id: int, passing: frozenset[str]) -> None:
    """Refuse what this actor may not record. Raises BadInput naming the field.

    `passing` are the roles that would pass on.
    """
    if "administrator" in work.actor.roles:
        return
    if away_id == work.actor.officer_id:
        return
    if not leads(work):
        raise BadInput.one(
            "petugas",
            "Anda mencatat ketidakhadiran sendiri. Untuk petugas lain, minta koordinator, kepala "
            "sekretariat, atau administrator kantor.",
        )
    if "supervisor" in passing:
        raise BadInput.one(
            "petugas",
            "Peran supervisor menjangkau kantor lain: ketidakhadirannya dicatat supervisor itu "
            "sendiri atau administrator.",
        )
    if deputy_id == work.actor.officer_id:
        raise BadInput.one(
            "wakil",
            "Yang mencatat ketidakhadiran orang lain tidak menjadi wakilnya: tidak seorang pun "
            "memberi peran kepada dirinya. Pilih petugas lain, atau minta administrator "
            "mencatatnya.",
        )


def may_end(work: Work, row: Absence) -> bool:
    """May the actor end this absence?"""
    if row.officer_id == work.actor.officer_id:
        return True
    return leads(work) and row.office_id in {one.id for one in offices(work)}


def shown(
    work: Work, rows: Sequence[tuple[Absence, Officer, Officer]]
) -> list[tuple[Absence, Officer, Officer]]:
    """The absences the actor sees: all of the offices where one records, else the own ones."""
    everybody, me = leads(work), work.actor.officer_id
    return [
        (row, away, deputy)
        for row, away, deputy in rows
        if everybody or me in (row.officer_id, row.deputy_id)
    ]


def _own(work: Work) -> frozenset[str]:
    """The roles the actor holds oneself at the office today."""
    return frozenset(
        work.session.scalars(
            select(OfficerRole.role).where(
                OfficerRole.officer_id == work.actor.officer_id,
                OfficerRole.office_id == work.actor.office_id,
                deputies.held(_today(work)),
            )
        )
    )


def _today(work: Work) -> date:
    zone = work.session.get_one(Office, work.actor.office_id).zone
    return work.now.astimezone(ZoneInfo(zone)).date()
