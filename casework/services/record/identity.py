"""Protected people: sealed at rest, a pseudonym elsewhere, each reading with a reason."""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass

from casework.errors import BadInput, NotFound, NotPermitted
from casework.models import Case, Identity, Party
from casework.services.cases import access, transfers
from casework.services.record import audit
from casework.services.unit.work import Work
from casework.services.unit.writing import write

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
    return write(work, row)


def unseal(work: Work, party: Party) -> Person:
    """Open an identity for a paper that must carry it; pages call `read` instead."""
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


def read(work: Work, party_id: int, reason: str) -> Person:
    """Give a protected identity and leave an event that tells who read it and why.

    Raises NotPermitted, NotFound, or BadInput when the reason is missing.
    """
    party = work.session.get(Party, party_id)
    if party is None or party.identity_id is None:
        raise NotFound("Identitas itu tidak ada.")
    case = access.readable(work, party.case_id)
    if not may_read(work, case):
        raise NotPermitted(
            "Identitas pelapor dan saksi dirahasiakan. Yang boleh membukanya: koordinator divisi, "
            "ketua, dan petugas yang menerima laporan ini."
        )
    reason = reason.strip()
    if len(reason) < 5:
        raise BadInput.one("alasan", "Tulis alasan membuka identitas (paling sedikit 5 huruf).")
    audit.record(
        work,
        "identitas_dibuka",
        case=case,
        subject=f"parties:{party.id}",
        citation="Perbawaslu 1/2022 Pasal 18 ayat (2) (sekunder)",
        detail={"reason": reason[:500]},
    )
    return unseal(work, party)
