"""Clerical corrections: what was typed wrongly is put right, recorded, and told where it stood.

Nothing is deleted: the value before is kept sealed (`corrections`), the event holds digests only.
A date of the law is another matter: `correction` moves facts, `respondents` categories.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime

from casework.errors import BadInput, NotFound, NotPermitted
from casework.models import Base, Case, Correction, Identity, Party
from casework.services.acts.corrections import clerical_letters
from casework.services.acts.registration import opening
from casework.services.cases import access, lines
from casework.services.cases.record import audit, identity, naming, remark
from casework.services.cases.record.identity import Person
from casework.services.core import phone
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.law import regions
from casework.services.people import exclusions

ACTION = "data_dibetulkan"
NEEDED = frozenset({"title", "event_what", "event_place", "account", "label", "name"})


@dataclass(frozen=True)
class Change:
    """One field: what was there, and what letters would have quoted; digests for the record."""

    field: str
    before: str
    quoted: tuple[str, ...]
    was: str
    now: str


def opened(work: Work, case_id: int, version: int, roles: frozenset[str] | None) -> Case:
    """The case of the actor's office, locked, as the page showed it; None asks for no role.

    Raises NotPermitted, NotFound or Conflict.
    """
    if roles is not None and not work.actor.roles & roles:
        raise NotPermitted("Data perkara dibetulkan oleh petugas yang menanganinya.")
    case = access.changeable(work, case_id)
    access.at_version(work, case, version)
    return case


def party_of(work: Work, case: Case, party_id: int) -> Party:
    """One party of the case. Raises NotFound."""
    party = work.session.get(Party, party_id)
    if party is None or party.case_id != case.id:
        raise NotFound("Pihak itu tidak ada pada perkara ini.")
    return party


def texts(
    check: TextChecker, values: Mapping[str, str], known: Mapping[str, int]
) -> dict[str, str]:
    """The given texts that are known, cleaned; `known` holds the most letters of each."""
    return {
        field: check.text(field, "Isian", values[field], limit=most, required=field in NEEDED)
        for field, most in known.items()
        if field in values
    }


def reason_of(
    work: Work, case: Case, check: TextChecker, reason: str, new: Person | None = None
) -> str:
    """The reason, which names no protected person (`new`: one about to be added).

    Raises BadInput ("alasan") with every problem noted so far.
    """
    text = check.text("alasan", "Alasan pembetulan", reason, limit=500, required=True)
    if remark.names_somebody(work, case, "alasan", text) or (new and naming.tells(new, [text])):
        check.refuse(
            "alasan",
            "Alasan memuat data pelapor atau saksi, padahal jejak perkara dibaca semua petugas. "
            "Pakai sebutan samarannya.",
        )
    check.done()
    return text


def plain(field: str, before: str, now: str) -> Change:
    """A text that changed, or not: letters quote it as it stood."""
    return Change(field, before, (before,) if before != now else (), _hash(before), _hash(now))


def day_change(field: str, before: date, now: date) -> Change:
    """A day that changed: letters quote it in words."""
    quoted = clerical_letters.day_words(before)
    return Change(field, before.isoformat(), quoted, _hash(f"{before}"), _hash(f"{now}"))


def moment(field: str, before: datetime, now: datetime) -> Change:
    """A moment that changed; letters do not quote when another one left."""
    old, new = before.isoformat(), now.isoformat()
    return Change(field, old, (), _hash(old), _hash(new))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def keep(
    work: Work, case: Case, row: Base, changes: Iterable[Change], reason: str,
    moved: Iterable[Base | None] = (),
) -> list[Correction]:  # fmt: skip
    """Keep what really changed, with drafts drawn anew; `moved` are other rows of the record.

    Raises BadInput when nothing changed.
    """
    made_of = [one for one in changes if one.was != one.now]
    if not made_of:
        raise BadInput.one("", "Tidak ada isian yang berbeda dari yang tercatat.")
    if work.actor.officer_id is None:
        raise NotPermitted("Data perkara dibetulkan oleh seorang petugas.")
    kept = []
    for one in made_of:
        handle = secrets.token_hex(16)
        letters = clerical_letters.quoting(work, case, one.quoted)
        sealed = work.vault.seal(json.dumps(one.before).encode(), f"correction:{handle}")
        kept.append(
            Correction(case_id=case.id, subject=audit.row_name(row), field=one.field,
                       handle=handle, before=sealed, letters=letters, reason=reason,
                       officer_id=work.actor.officer_id, at=work.now)
        )  # fmt: skip
    work.session.add_all(kept)
    case.version += 1
    drafts = clerical_letters.draw_again(work, case, f"pembetulan {case.version}")
    lines.retell(work, case)
    event = audit.record(
        work,
        ACTION,
        case=case,
        subject=audit.row_name(row),
        detail={
            "reason": reason,
            "fields": [{"field": one.field, "was": one.was, "is": one.now} for one in made_of],
            "letters": sorted({key for one in kept for key in one.letters}),
            "version": case.version,
        },
        touched=[case, row, *kept, *drafts, *(one for one in moved if one is not None)],
    )
    clerical_letters.tell(work, case, event.id, [text for one in made_of for text in one.quoted])
    return kept


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

    Where is the text (`event_place`), the code of its region (`event_region`, "" for none) and the
    point (`event_point`).

    Raises NotFound, NotPermitted, Conflict or BadInput naming each field.
    """
    case = opened(work, case_id, version, WRITERS)
    check = TextChecker()
    new = texts(check, values, CASE)
    day = event_date or case.event_date
    if day > case.known_date:
        check.refuse("event_date", "Tanggal kejadian tidak boleh sesudah tanggal diketahui.")
    changes = [plain(field, str(getattr(case, field)), value) for field, value in new.items()]
    place = _place(work, case, check, values)
    for one, value in zip(changes, new.values(), strict=True):
        if one.was != one.now and remark.names_somebody(work, case, one.field, value):
            check.refuse(one.field, "Isian memuat data pelapor atau saksi; pakai sebutan samaran.")
    text = reason_of(work, case, check, reason)
    changes += [_placed(work, case, field, value) for field, value in place.items()]
    for field, value in new.items():
        setattr(case, field, value)
    for field, known in place.items():
        setattr(case, field, known)
    if day != case.event_date:
        changes.append(day_change("event_date", case.event_date, day))
        case.event_date = day
    return keep(work, case, case, changes, text)


def _place(
    work: Work, case: Case, check: TextChecker, values: Mapping[str, str]
) -> dict[str, str | None]:
    """The region and the point that are told and differ from what is recorded."""
    told: dict[str, str | None] = {}
    if "event_region" in values:
        told["event_region"] = opening.check_region(check, work, values["event_region"]) or None
    if "event_point" in values:
        told["event_point"] = opening.check_point(check, values["event_point"]) or None
    return {field: value for field, value in told.items() if value != getattr(case, field)}


def _placed(work: Work, case: Case, field: str, now: str | None) -> Change:
    """A region or point that changes: letters quote the region in words."""
    before = str(getattr(case, field) or "")
    told, quoted = before, tuple[str, ...]()
    if field == "event_region" and before:
        quoted = (regions.words(work, before),)
        told = f"{quoted[0]} ({before})"
    return Change(field, told, quoted, _hash(before), _hash(now or ""))


def correct_respondent(
    work: Work, case_id: int, version: int, party_id: int, values: Mapping[str, str], reason: str
) -> list[Correction]:
    """Put right the name, position, address or telephone number of a respondent.

    Raises NotFound (also for a protected party), NotPermitted, Conflict when the case changed
    since `version`, or BadInput naming each field ("label", "position", "address", "phone",
    "alasan").
    """
    case = opened(work, case_id, version, WRITERS)
    party = party_of(work, case, party_id)
    if party.identity_id is not None:
        raise NotFound("Pihak ini dirahasiakan; identitasnya dibetulkan pada halamannya sendiri.")
    check = TextChecker()
    new = texts(check, values, PARTY)
    text = reason_of(work, case, check, reason)
    changes = [plain(field, str(getattr(party, field)), value) for field, value in new.items()]
    for field, value in new.items():
        setattr(party, field, value)
    party.phone_e164 = phone.e164(party.phone) or None
    kept = keep(work, case, party, changes, text)
    exclusions.review(work, case)
    return kept


def correct_person(
    work: Work, case_id: int, version: int, party_id: int, values: Mapping[str, str], reason: str
) -> list[Correction]:
    """Put right fields of a protected identity; only for who may read it, and sealed throughout.

    The new identity is a row of its own; the old one stays, sealed. An empty value keeps what
    is there. Raises NotFound, NotPermitted, Conflict when the case changed since `version`, or
    BadInput naming each field (those of `Person`, "alasan").
    """
    case = opened(work, case_id, version, None)
    party = party_of(work, case, party_id)
    if not identity.may_read(work, case, party):
        raise NotPermitted(
            "Identitas pelapor dan saksi dirahasiakan. Yang boleh membetulkannya: koordinator "
            "divisi, ketua, dan petugas yang menerima laporan ini."
        )
    if party.identity_id is None:
        raise NotFound("Pihak ini tidak mempunyai identitas yang dirahasiakan.")
    check, old = TextChecker(), identity.unseal(work, party)
    given = {field: value for field, value in values.items() if value.strip()}
    new = {
        field: check.text(field, "Isian", value, limit=PERSON[field])
        for field, value in given.items()
        if field in PERSON
    }
    text = reason_of(work, case, check, reason, Person(**{**asdict(old), **new}))
    before = asdict(old)
    new = {field: value for field, value in new.items() if value != before[field]}
    was = work.session.get_one(Identity, party.identity_id)
    row = identity.seal(work, case.office_id, replace(old, **new)) if new else None
    # A digest of a telephone number could be guessed: the record holds those of the sealed rows.
    old_seal, seal = (hashlib.sha256(one.sealed).hexdigest() for one in (was, row or was))
    changes = [Change(field, before[field], (before[field],), old_seal, seal) for field in new]
    if row is not None:
        party.identity_id = row.id
    kept = keep(work, case, party, changes, text, [row] if row else [])
    exclusions.review(work, case)
    return kept
