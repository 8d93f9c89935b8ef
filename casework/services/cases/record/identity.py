"""Protected people: sealed at rest, a pseudonym elsewhere; `disclosure` opens them for a page."""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass

from casework.models import Case, Identity, Party
from casework.services.cases import transfers
from casework.services.core.work import Work

READERS = frozenset({"coordinator", "chair"})


@dataclass(frozen=True)
class Person:
    """Who someone is, in the order of the report form (9/2024 annex, part 1)."""

    name: str
    birth_place: str = ""
    birth_date: str = ""
    sex: str = ""
    occupation: str = ""
    citizenship: str = "WNI"
    address: str = ""
    phone: str = ""
    email: str = ""
    identity_number: str = ""


def seal(work: Work, office_id: int, person: Person) -> Identity:
    """Store a person sealed; the row's handle binds the sealed bytes to the row."""
    handle = secrets.token_hex(16)
    row = Identity(
        office_id=office_id,
        handle=handle,
        sealed=work.vault.seal(json.dumps(asdict(person)).encode(), f"identity:{handle}"),
        created_at=work.now,
    )
    work.session.add(row)
    work.session.flush()
    return row


def unseal(work: Work, party: Party) -> Person:
    """Open an identity for a paper that must carry it; pages call `disclosure.read` instead."""
    row = work.session.get_one(Identity, party.identity_id)
    return Person(**json.loads(work.vault.open(row.sealed, f"identity:{row.handle}")))


def may_read(work: Work, case: Case) -> bool:
    """Coordinator and chair of the office that has the case, and the officer who took the report.

    That officer keeps it when the case goes to another office; the others of the sender do not.
    """
    actor = work.actor
    if actor.office_id == case.office_id and actor.roles & READERS:
        return True
    took_it = actor.officer_id is not None and actor.officer_id == case.received_by
    return took_it and actor.office_id in {case.office_id, *transfers.readers(work, case.id)}
