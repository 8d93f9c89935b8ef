"""Clerical corrections: what was typed wrongly is put right, recorded, and told where it stood.

Nothing is deleted: the value before is kept sealed (`corrections`), the event holds digests only.
A date of the law is another matter: `correction` moves facts, `respondents` categories.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date

from casework.errors import NotFound, NotPermitted
from casework.models import Correction, Identity
from casework.services.acting import exclusions
from casework.services.errata import clerical_record as record
from casework.services.errata.clerical_record import Change
from casework.services.record import identity, remark
from casework.services.record.identity import Person
from casework.services.unit.text import TextChecker
from casework.services.unit.work import Work

WRITERS = frozenset({"intake_officer", "case_officer", "coordinator"})
CASE = {"title": 300, "event_what": 4000, "event_place": 300, "account": 20_000}
PARTY = {"label": 300, "position": 300, "address": 1000, "phone": 64}
PERSON = {
    "name": 200, "birth_place": 100, "birth_date": 40, "sex": 40, "occupation": 120,
    "citizenship": 60, "address": 500, "phone": 40, "email": 254, "identity_number": 40,
}  # fmt: skip


def correct_case(
    work: Work,
    case_id: int,
    version: int,
    values: Mapping[str, str],
    event_date: date | None,
    reason: str,
) -> list[Correction]:
    """Put right the title, what, where, account or day of the event; None keeps the day.

    Raises NotFound, NotPermitted, Conflict or BadInput naming each field.
    """
    case = record.opened(work, case_id, version, WRITERS)
    check = TextChecker()
    new = record.texts(check, values, CASE)
    day = event_date or case.event_date
    if day > case.known_date:
        check.refuse("event_date", "Tanggal kejadian tidak boleh sesudah tanggal diketahui.")
    changes = [
        record.plain(field, str(getattr(case, field)), value) for field, value in new.items()
    ]
    for one, value in zip(changes, new.values(), strict=True):
        if one.was != one.now and remark.names_somebody(work, case, one.field, value):
            check.refuse(one.field, "Isian memuat data pelapor atau saksi; pakai sebutan samaran.")
    text = record.reason_of(work, case, check, reason)
    for field, value in new.items():
        setattr(case, field, value)
    if day != case.event_date:
        changes.append(record.day_change("event_date", case.event_date, day))
        case.event_date = day
    return record.keep(work, case, case, changes, text)


def correct_respondent(
    work: Work, case_id: int, version: int, party_id: int, values: Mapping[str, str], reason: str
) -> list[Correction]:
    """Put right the name, office, address or telephone of a respondent. Raises as above."""
    case = record.opened(work, case_id, version, WRITERS)
    party = record.party_of(work, case, party_id)
    if party.identity_id is not None:
        raise NotFound("Pihak ini dirahasiakan; identitasnya dibetulkan pada halamannya sendiri.")
    check = TextChecker()
    new = record.texts(check, values, PARTY)
    text = record.reason_of(work, case, check, reason)
    changes = [
        record.plain(field, str(getattr(party, field)), value) for field, value in new.items()
    ]
    for field, value in new.items():
        setattr(party, field, value)
    kept = record.keep(work, case, party, changes, text)
    exclusions.review(work, case)
    return kept


def correct_person(
    work: Work, case_id: int, version: int, party_id: int, values: Mapping[str, str], reason: str
) -> list[Correction]:
    """Put right fields of a protected identity; only for who may read it, and sealed throughout.

    The new identity is a row of its own; the old one stays, sealed. An empty value keeps what is
    there. Raises as above.
    """
    case = record.opened(work, case_id, version, None)
    if not identity.may_read(work, case):
        raise NotPermitted(
            "Identitas pelapor dan saksi dirahasiakan. Yang boleh membetulkannya: koordinator "
            "divisi, ketua, dan petugas yang menerima laporan ini."
        )
    party = record.party_of(work, case, party_id)
    if party.identity_id is None:
        raise NotFound("Pihak ini tidak mempunyai identitas yang dirahasiakan.")
    check, old = TextChecker(), identity.unseal(work, party)
    given = {field: value for field, value in values.items() if value.strip()}
    new = {
        field: check.text(field, "Isian", value, limit=PERSON[field])
        for field, value in given.items()
        if field in PERSON
    }
    text = record.reason_of(work, case, check, reason, Person(**{**asdict(old), **new}))
    before = asdict(old)
    new = {field: value for field, value in new.items() if value != before[field]}
    was = work.session.get_one(Identity, party.identity_id)
    row = identity.seal(work, case.office_id, replace(old, **new)) if new else None
    # A digest of a telephone number could be guessed: the record holds those of the sealed rows.
    old_seal, seal = (hashlib.sha256(one.sealed).hexdigest() for one in (was, row or was))
    changes = [Change(field, before[field], (before[field],), old_seal, seal) for field in new]
    if row is not None:
        party.identity_id = row.id
    kept = record.keep(work, case, party, changes, text, [row] if row else [])
    exclusions.review(work, case)
    return kept
