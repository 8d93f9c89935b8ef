"""How a clerical correction is checked and kept: the value before sealed, digests in the record."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from casework.errors import BadInput, Conflict, NotFound, NotPermitted
from casework.models import Base, Case, Correction, Party
from casework.services.acting import acts
from casework.services.cases import access, lines
from casework.services.errata import clerical_letters
from casework.services.record import audit, naming, remark
from casework.services.record.identity import Person
from casework.services.unit.text import TextChecker
from casework.services.unit.work import Work

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
    if case.version != version:
        raise Conflict(
            "Perkara ini sudah berubah sejak halaman dibuka. Isian Anda belum disimpan; periksa "
            "perubahannya, lalu kirim kembali bila masih perlu.",
            acts.changes_since(work, case, version),
        )
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
    """The reason, which names no protected person (`new` is one to be); raises what was noted."""
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
