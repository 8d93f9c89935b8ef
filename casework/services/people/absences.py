"""Whose absence one may record: an administrator's offices, the own office, or oneself."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select

from casework.engine.words import long_date
from casework.errors import BadInput, NotFound
from casework.models import Absence, Office, Officer, OfficerRole
from casework.services.core.work import Work
from casework.services.people import deputies, notices, offices
from casework.services.people import offices as office_settings

LEADERS = frozenset({"coordinator", "head_of_secretariat"})
"""Roles that record absences for the officers of their own office."""
ROLES = deputies.PASSING | {"administrator"}
"""Whoever holds one of these records at least for oneself: of other roles nothing passes on."""


def offices_in_reach(work: Work) -> list[Office]:
    """The offices where the actor may record an absence of anybody, or of oneself."""
    governed = office_settings.governed(work)
    return governed or [work.session.get_one(Office, work.actor.office_id)]


def office_in_reach(work: Work, office_id: int) -> Office:
    """One of those; raises NotFound for every other."""
    for one in offices_in_reach(work):
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
    inside = [one.id for one in offices_in_reach(work)]
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
    return leads(work) and row.office_id in {one.id for one in offices_in_reach(work)}


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


NO_DEPUTY = frozenset({"administrator", "auditor"})
"""Roles whose holders cannot be deputies: they do no work on cases, not even for a week."""


def record(
    work: Work, officer_id: int, office_id: int, deputy_id: int, starts: date, until: date
) -> Absence:
    """Record an absence; both officers are told. `until` is the first day back.

    Raises BadInput naming the field (also where the actor may not record that absence), NotFound
    for an office out of reach.
    """
    office = office_in_reach(work, office_id)
    away = _holder(work, officer_id, office_id, starts, "petugas")
    _dates(work, office.zone, starts, until)
    roles = _roles(work, away.id, office_id, starts)
    if not roles & deputies.PASSING:
        raise BadInput.one(
            "petugas",
            "Tidak satu pun perannya beralih kepada wakil: suara pleno, tanda tangan, dan "
            "pengelolaan akun tetap pada orangnya. Beri peran kepada petugas lain sampai tanggal "
            "tertentu bila perlu.",
        )
    check(work, away.id, deputy_id, roles & deputies.PASSING)
    deputy = _holder(work, deputy_id, office_id, starts, "wakil")
    if deputy.id == away.id:
        raise BadInput.one("wakil", "Pilih petugas lain sebagai wakil.")
    if _roles(work, deputy.id, office_id, starts) & NO_DEPUTY:
        raise BadInput.one(
            "wakil",
            "Administrator dan auditor tidak dapat menjadi wakil: mereka tidak menangani perkara.",
        )
    _no_clash(work, away.id, deputy.id, office_id, starts, until)
    row = Absence(
        office_id=office_id,
        officer_id=away.id,
        deputy_id=deputy.id,
        starts=starts,
        until=until,
        recorded_by=work.actor.officer_id,
        recorded_at=work.now,
    )
    work.session.add(row)
    work.session.flush()
    offices.record(
        work, office, "ketidakhadiran_petugas_dicatat", f"absences:{row.id}",
        {"officer": away.id, "deputy": deputy.id, "from": starts.isoformat(),
         "until": until.isoformat()},
    )  # fmt: skip
    _tell(work, row, away, deputy, office.zone)
    return row


def cancel(work: Work, absence_id: int) -> Absence:
    """End an absence before its time, or call it off; raises NotFound."""
    row = work.session.get(Absence, absence_id)
    if row is None or row.cancelled_at is not None:
        raise NotFound("Ketidakhadiran itu tidak ada atau sudah diakhiri.")
    if not may_end(work, row):
        raise NotFound("Ketidakhadiran itu tidak ada atau bukan petugas kantor Anda.")
    office = work.session.get_one(Office, row.office_id)
    row.cancelled_at = work.now
    offices.record(work, office, "ketidakhadiran_petugas_diakhiri", f"absences:{row.id}", {})
    return row


def concerning(work: Work, officer_id: int, on: date) -> Sequence[tuple[Absence, Officer, Officer]]:
    """Absences, present or to come, in which an officer is away or stands in; with both."""
    return _listed(work, or_(Absence.officer_id == officer_id, Absence.deputy_id == officer_id), on)


def of_offices(
    work: Work, office_ids: Sequence[int], on: date
) -> Sequence[tuple[Absence, Officer, Officer]]:
    """Absences, present or to come, at some offices."""
    return _listed(work, Absence.office_id.in_(office_ids), on)


def _listed(work: Work, which: object, on: date) -> Sequence[tuple[Absence, Officer, Officer]]:
    rows = work.session.scalars(
        select(Absence)
        .where(which, Absence.until > on, Absence.cancelled_at.is_(None))  # type: ignore[arg-type]  # a condition
        .order_by(Absence.starts, Absence.id)
    ).all()
    wanted = {one for row in rows for one in (row.officer_id, row.deputy_id)}
    known = {
        one.id: one for one in work.session.scalars(select(Officer).where(Officer.id.in_(wanted)))
    }
    return [(row, known[row.officer_id], known[row.deputy_id]) for row in rows]


def _holder(work: Work, officer_id: int, office_id: int, on: date, field: str) -> Officer:
    row = work.session.get(Officer, officer_id)
    if row is None or not row.active or not _roles(work, officer_id, office_id, on):
        raise BadInput.one(field, "Pilih petugas aktif yang memegang peran di kantor itu.")
    return row


def _roles(work: Work, officer_id: int, office_id: int, on: date) -> frozenset[str]:
    return frozenset(
        work.session.scalars(
            select(OfficerRole.role).where(
                OfficerRole.officer_id == officer_id,
                OfficerRole.office_id == office_id,
                deputies.held(on),
            )
        )
    )


def _dates(work: Work, zone: str, starts: date, until: date) -> None:
    today = work.now.astimezone(ZoneInfo(zone)).date()
    if until <= starts:
        raise BadInput.one("sampai", "Hari masuk kembali harus sesudah hari pertama.")
    if until <= today:
        raise BadInput.one("sampai", "Ketidakhadiran itu sudah lewat.")


def _no_clash(
    work: Work, away: int, deputy: int, office_id: int, starts: date, until: date
) -> None:
    overlapping = work.session.scalars(
        select(Absence).where(
            Absence.office_id == office_id,
            Absence.cancelled_at.is_(None),
            Absence.starts < until,
            Absence.until > starts,
        )
    ).all()
    if any(one.officer_id == away for one in overlapping):
        raise BadInput.one("dari", "Petugas itu sudah tercatat tidak masuk pada waktu tersebut.")
    if any(one.officer_id == deputy for one in overlapping):
        raise BadInput.one("wakil", "Wakil itu sendiri tidak masuk pada waktu tersebut.")
    if any(one.deputy_id == away for one in overlapping):
        raise BadInput.one(
            "petugas",
            "Petugas itu menjadi wakil orang lain pada waktu tersebut. Ganti dahulu wakil itu.",
        )


def _tell(work: Work, row: Absence, away: Officer, deputy: Officer, zone: str) -> None:
    # No names: a message may travel by mail.
    span = f"{long_date(row.starts)} sampai sebelum {long_date(row.until)}"
    for one, text in (
        (away, f"Anda tercatat tidak masuk {span}. Wakil Anda tertulis di Akun saya."),
        (deputy, f"Anda menjadi wakil petugas yang tidak masuk {span}. Lihat Akun saya."),
    ):
        notices.write(
            work, one, key=f"absence-{row.id}:officer-{one.id}",
            subject="Ketidakhadiran dan wakil", body=text, zone=zone,
        )  # fmt: skip
