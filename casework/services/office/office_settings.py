"""What an administrator may set of an office: its letterhead, its code, its zone, its emblem."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from casework.engine.zones import not_indonesian
from casework.errors import BadInput, NotFound
from casework.models import Case, Office
from casework.ports import StoredFile
from casework.services.office import offices
from casework.services.office.offices import NewOffice
from casework.services.unit.text import TextChecker
from casework.services.unit.work import Work

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
    return offices.add(work, new)


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
    offices.record(work, row, "kantor_diubah", f"offices:{row.id}", {"changed": changed})
    return row


def set_emblem(work: Work, office_id: int, file: StoredFile, media_type: str) -> Office:
    """Keep an emblem that was checked and stored; the older file stays in the store."""
    row = office(work, office_id)
    row.letterhead = {
        **row.letterhead,
        "emblem": {"path": file.path, "sha256": file.sha256, "type": media_type},
    }
    offices.record(work, row, "lambang_diganti", f"offices:{row.id}", {"sha256": file.sha256})
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
