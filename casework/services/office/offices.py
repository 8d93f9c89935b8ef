"""Offices and their staff: added by the installation's own people, each addition recorded."""

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
from casework.errors import NotFound
from casework.models import Base, Office, Officer, OfficerRole
from casework.services.record import audit
from casework.services.staff import officers
from casework.services.unit.text import TextChecker
from casework.services.unit.work import Actor, Work

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
            f"Kantor {code} belum ada. Tambahkan dahulu: casework office add --code {code} …"
        )
    return office


def add(work: Work, new: NewOffice) -> Office:
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


def prepared(password: str) -> str:
    """The hash of a new password; raises BadInput for one that is too short."""
    return officers.hash_password(password)


def record(
    work: Work, office: Office, action: str, subject: str, detail: Mapping[str, object],
    touched: Iterable[Base] = (),
) -> None:  # fmt: skip
    """Record an act about an office: it belongs to that office's chain, whoever acted."""
    there = replace(work, actor=Actor(work.actor.officer_id, work.actor.name, office.id,
                                      work.actor.roles, work.actor.is_system))  # fmt: skip
    audit.record(there, action, subject=subject, detail=detail, touched=touched)
