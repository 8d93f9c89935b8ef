"""Protected people: sealed at rest, a pseudonym elsewhere; `disclosure` opens them for a page."""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass, replace

from sqlalchemy import select

from casework.models import Case, Correction, Document, Evidence, Identity, Party
from casework.services.cases import known
from casework.services.cases.known import Known
from casework.services.core import phone
from casework.services.core.work import Work

READERS = frozenset({"coordinator", "chair"})
_TOLD, _ASSUMED = "citizenship_told", "WNI"


@dataclass(frozen=True)
class Person:
    """Who someone is, in the order of the report form (9/2024 annex, part 1).

    `phone` is what was typed, `phone_e164` what it is (set where it is sealed), "" for neither.
    """

    name: str
    birth_place: str = ""
    birth_date: str = ""
    sex: str = ""
    occupation: str = ""
    citizenship: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    identity_number: str = ""
    phone_e164: str = ""

    @property
    def telephone(self) -> str:
        """The telephone number as it is read out."""
        return phone.shown(self.phone, self.phone_e164)


def seal(work: Work, office_id: int, person: Person) -> Identity:
    """Store a person sealed; the row's handle binds the sealed bytes to the row."""
    handle = secrets.token_hex(16)
    person = replace(person, phone_e164=phone.e164(person.phone))
    told = asdict(person) | {_TOLD: bool(person.citizenship)}
    row = Identity(
        office_id=office_id,
        handle=handle,
        sealed=work.vault.seal(json.dumps(told).encode(), f"identity:{handle}"),
        created_at=work.now,
    )
    work.session.add(row)
    work.session.flush()
    return row


def unseal(work: Work, party: Party) -> Person:
    """Open an identity for a paper that must carry it; pages call `disclosure.read` instead."""
    row = work.session.get_one(Identity, party.identity_id)
    return opened(work.vault.open(row.sealed, f"identity:{row.handle}"))


def opened(plain: bytes) -> Person:
    """The person that sealed bytes hold.

    Rows of before say "WNI" of everybody though nobody was asked: there it means nothing.
    """
    held = json.loads(plain)
    if held.pop(_TOLD, None) is None and held.get("citizenship") == _ASSUMED:
        held["citizenship"] = ""
    return Person(**held)


def may_read(work: Work, case: Case, row: Party | Evidence | Document) -> bool:
    """Coordinator and chair of the office that has the case, and the officer who took the report.

    That officer keeps it when the case goes to another office, of what was there until then and
    was not corrected since; the others of the sender do not.
    """
    actor = work.actor
    if actor.office_id == case.office_id and actor.roles & READERS:
        return True
    took_it = actor.officer_id is not None and actor.officer_id == case.received_by
    if not took_it or actor.office_id == case.office_id:
        return took_it
    then = known.given(work, case)
    return then is not None and then.has(row) and not _corrected(work, then, row)


def _corrected(work: Work, then: Known, row: Party | Evidence | Document) -> bool:
    """Whether a row says something else by now than it said when the case was given away."""
    last = then.last.get(Correction.__tablename__, 0)
    later = select(Correction.id).where(
        Correction.subject == f"{row.__tablename__}:{row.id}", Correction.id > last
    )
    return work.session.scalar(later.limit(1)) is not None
