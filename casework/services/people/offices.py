"""Offices: added by the installation's own people, and set by their administrator."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import select

from casework.engine.office import Level
from casework.engine.roles import TITLES
from casework.engine.zones import not_indonesian
from casework.errors import BadInput, NotFound, wording
from casework.models import Base, Case, Office, Officer, OfficerRole
from casework.ports import StoredFile
from casework.services.cases.record import audit
from casework.services.core.text import TextChecker
from casework.services.core.work import Actor, Work
from casework.services.people import officers

_LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{1,62}[a-z0-9]")
_CODE = re.compile(r"[0-9]{2}\.[0-9]{2}")


@dataclass(frozen=True)
class NewOffice:
    """An office as it is set up; `address` are the lines under its name on a letter."""

    code: str
    name: str
    level: str
    zone: str
    city: str
    parent: str = ""
    region_code: str = ""
    code_is_training: bool = False
    address: tuple[str, ...] = ()


@dataclass(frozen=True)
class NewOfficer:
    """A member of staff with the roles held at one office from a day on."""

    login: str
    name: str
    office: str
    roles: Collection[str]
    password_hash: str
    starts: date
    position: str = ""
    email: str = ""
    nip: str = ""


def by_code(work: Work, code: str) -> Office:
    """The office with that code; raises NotFound."""
    office = work.session.scalar(select(Office).where(Office.code == code))
    if office is None:
        raise NotFound(
            wording(
                "Kantor %(code)s belum ada. Tambahkan dahulu: casework office add "
                "--code %(same)s …",
                code=code,
                same=code,
            )
        )
    return office


def add_office(work: Work, new: NewOffice) -> Office:
    """Add an office; raises BadInput naming each field, NotFound for an unknown parent."""
    check = TextChecker()
    name = check.text("nama", "Nama kantor", new.name, required=True)
    city = check.text("kota", "Kota", new.city, limit=100, required=True)
    address = [check.text("alamat", "Alamat", line, limit=120) for line in new.address]
    if not _CODE.fullmatch(new.code):
        check.refuse("kode", f"Kode kantor “{new.code}” tidak sah; contoh 07.05.")
    if new.level not in set(Level):
        check.refuse("tingkat", f"Tingkat “{new.level}” tidak ada. Pilih: {', '.join(Level)}.")
    if wrong := not_indonesian(new.zone):
        check.refuse("zona", wrong)
    if work.session.scalar(select(Office.id).where(Office.code == new.code)):
        check.refuse("kode", f"Kantor {new.code} sudah ada.")
    check.done()
    office = Office(
        code=new.code,
        name=name,
        level=new.level,
        parent_id=by_code(work, new.parent).id if new.parent else None,
        zone=new.zone,
        region_code=new.region_code or new.code,
        code_is_training=new.code_is_training,
        city=city,
        letterhead={"address": [line for line in address if line]},
    )
    work.session.add(office)
    work.session.flush()
    record(work, office, "kantor_ditambahkan", f"offices:{office.id}", {"code": office.code})
    return office


def add_officer(work: Work, new: NewOfficer) -> Officer:
    """Add an officer with roles; raises BadInput naming each field, NotFound for the office."""
    check = TextChecker()
    login = new.login.strip().lower()
    name = check.text("nama", "Nama petugas", new.name, required=True)
    if not _LOGIN.fullmatch(login):
        check.refuse(
            "nama_masuk", f"Nama masuk “{new.login}” tidak sah: 3–64 huruf kecil, angka, . _ -"
        )
    elif work.session.scalar(select(Officer.id).where(Officer.login == login)):
        check.refuse("nama_masuk", f"Nama masuk {login} sudah dipakai.")
    for role in sorted(set(new.roles) - set(TITLES)):
        check.refuse("peran", f"Peran “{role}” tidak ada. Pilih: {', '.join(TITLES)}.")
    if not new.roles:
        check.refuse("peran", f"Sebutkan paling sedikit satu peran: {', '.join(TITLES)}.")
    check.done()
    office = by_code(work, new.office)
    officer = Officer(
        login=login,
        name=name,
        email=check.text("surel", "Surel", new.email, limit=254),
        nip=check.text("nip", "NIP", new.nip, limit=32),
        position=check.text("jabatan", "Jabatan", new.position, limit=120),
        password_hash=new.password_hash,
    )
    check.done()
    work.session.add(officer)
    work.session.flush()
    work.session.add_all(
        OfficerRole(officer_id=officer.id, office_id=office.id, role=role, starts=new.starts)
        for role in sorted(new.roles)
    )
    record(
        work, office, "petugas_ditambahkan", f"officers:{officer.id}",
        {"roles": sorted(new.roles), "from": new.starts.isoformat()},
    )  # fmt: skip
    return officer


def local_day(work: Work, office: Office) -> date:
    """Today at an office."""
    return work.now.astimezone(ZoneInfo(office.zone)).date()


def prepared(login: str, name: str, password: str) -> str:
    """The hash of a new officer's password; raises BadInput for one that would be guessed."""
    officers.check_password(login, password, name)
    return officers.hash_password(password)


def record(
    work: Work, office: Office, action: str, subject: str, detail: Mapping[str, object],
    touched: Iterable[Base] = (),
) -> None:  # fmt: skip
    """Record an act about an office: it belongs to that office's chain, whoever acted."""
    there = replace(work, actor=Actor(work.actor.officer_id, work.actor.name, office.id,
                                      work.actor.roles, work.actor.is_system))  # fmt: skip
    audit.record(there, action, subject=subject, detail=detail, touched=touched)


EMBLEM_LIMIT = 256 * 1024
MOST_LINES = 6


@dataclass(frozen=True)
class OfficeDetails:
    """An office as its administrator writes it; `institution` and `address` are lines."""

    name: str
    city: str
    zone: str
    region_code: str
    code_is_training: bool
    institution: tuple[str, ...] = ()
    address: tuple[str, ...] = ()


def governed(work: Work) -> list[Office]:
    """The administrator's own office and everything below it, by code."""
    if "administrator" not in work.actor.roles:
        return []
    rows = work.session.scalars(select(Office).order_by(Office.code)).all()
    inside = {work.actor.office_id}
    # Levels are few: each round adds the offices one step further down.
    while below := {row.id for row in rows if row.parent_id in inside} - inside:
        inside |= below
    return [row for row in rows if row.id in inside]


def office(work: Work, office_id: int) -> Office:
    """One of those offices; raises NotFound for every other."""
    for one in governed(work):
        if one.id == office_id:
            return one
    raise NotFound("Kantor itu tidak ada atau bukan di bawah kantor Anda.")


def add(work: Work, new: NewOffice) -> Office:
    """Add an office under one of those; raises BadInput naming each field."""
    if new.parent not in {one.code for one in governed(work)}:
        raise BadInput.one("induk", "Pilih kantor Anda sendiri atau kantor di bawahnya.")
    return add_office(work, new)


def change(work: Work, office_id: int, new: OfficeDetails) -> Office:
    """Change an office, in its record; raises BadInput naming each field.

    The zone stays once the office has cases: their limits were counted in it.
    """
    row, check = office(work, office_id), TextChecker()
    name = check.text("nama", "Nama kantor", new.name, limit=300, required=True)
    city = check.text("kota", "Kota", new.city, limit=100, required=True)
    region = check.text("kode_wilayah", "Kode wilayah", new.region_code, limit=20, required=True)
    lines = {
        "institution": _lines(check, "instansi", "Nama instansi pada kop", new.institution),
        "address": _lines(check, "alamat", "Alamat pada kop", new.address),
    }
    if new.zone != row.zone and (wrong := not_indonesian(new.zone)):
        check.refuse("zona", wrong)
    elif new.zone != row.zone and _has_cases(work, row):
        check.refuse(
            "zona",
            f"Zona waktu tetap {row.zone}: kantor ini sudah mempunyai perkara, dan batas waktunya "
            "dihitung dalam zona itu.",
        )
    check.done()
    before = _told(row)
    row.name, row.city, row.zone = name, city, new.zone
    row.region_code, row.code_is_training = region, new.code_is_training
    kept = {key: value for key, value in row.letterhead.items() if key not in lines}
    row.letterhead = kept | {key: value for key, value in lines.items() if value}
    after = _told(row)
    changed = {key: [before[key], after[key]] for key in after if before[key] != after[key]}
    record(work, row, "kantor_diubah", f"offices:{row.id}", {"changed": changed})
    return row


def set_emblem(work: Work, office_id: int, file: StoredFile, media_type: str) -> Office:
    """Keep an emblem that was checked and stored; the older file stays in the store."""
    row = office(work, office_id)
    row.letterhead = {
        **row.letterhead,
        "emblem": {"path": file.path, "sha256": file.sha256, "type": media_type},
    }
    record(work, row, "lambang_diganti", f"offices:{row.id}", {"sha256": file.sha256})
    return row


def _lines(check: TextChecker, field: str, label: str, lines: tuple[str, ...]) -> list[str]:
    given = [check.text(field, label, line, limit=120) for line in lines]
    kept = [line for line in given if line]
    if len(kept) > MOST_LINES:
        check.refuse(field, f"{label}: paling banyak {MOST_LINES} baris.")
    return kept


def _has_cases(work: Work, row: Office) -> bool:
    return work.session.scalar(select(Case.id).where(Case.office_id == row.id).limit(1)) is not None


def _told(row: Office) -> dict[str, object]:
    return {
        "name": row.name,
        "city": row.city,
        "zone": row.zone,
        "region_code": row.region_code,
        "training": row.code_is_training,
        "institution": row.letterhead.get("institution", []),
        "address": row.letterhead.get("address", []),
    }
