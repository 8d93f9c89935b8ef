"""Opens the signed form and the identity card to the officer who must compare them, and no other.

Each opening is a reading of a sealed identity and stands in the record as one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select

from casework.engine.requirements import Check
from casework.errors import NotFound, NotPermitted
from casework.models import Blob, Case, Evidence, Signature
from casework.services.acts.registration import kajian_awal, suggestions
from casework.services.acts.registry import id_of
from casework.services.cases import access
from casework.services.cases.record import audit
from casework.services.core.work import Actor, Work

REASON = "Membandingkan tanda tangan pada formulir laporan dengan kartu identitas"
_COMPARED = (Check.SIGNATURE, Check.IDENTITY_COPY)


class Kind(StrEnum):
    """What is compared: a piece of evidence that shows an identity, or a scan of the form."""

    CARD = "bukti"
    FORM = "formulir"


@dataclass(frozen=True)
class Sheet:
    """One of the two things that are compared, with what it is called."""

    kind: Kind
    id: int
    label: str
    media_type: str


def may_compare(work: Work, case: Case, actor: Actor | None = None) -> bool:
    """Has the officer (the actor) to judge, now, a requirement that asks for the comparison?

    The act must be theirs by role, stage and office; another officer, or the same one before and
    after, opens nothing here.
    """
    who = actor or work.actor
    edition = work.law.edition(case.edition, case.revision)
    asked = any(
        one.decided_by is not None and one.decided_by.check in _COMPARED
        for one in edition.requirements.values()
    )
    act = edition.acts.get(id_of(kajian_awal.assess))
    # Judging sends the case nowhere, so it is done by the office that has it.
    if not asked or act is None or case.office_id != who.office_id or case.id in who.excluded:
        return False
    return case.stage in act.from_stages and not who.roles.isdisjoint(act.roles)


def sheets(work: Work, case: Case) -> tuple[Sheet, ...]:
    """What there is to compare, the form first; nothing for an officer who has not to."""
    return tuple(_sheets(work, case)) if may_compare(work, case) else ()


def _sheets(work: Work, case: Case) -> Iterator[Sheet]:
    if (scan := suggestions.signed_form(work, case)) is not None:
        blob = work.session.get_one(Blob, scan.blob_id)
        yield Sheet(Kind.FORM, scan.id, "Pindaian formulir laporan", blob.media_type)
    rows = work.session.execute(
        select(Evidence, Blob.media_type)
        .join(Blob, Blob.id == Evidence.blob_id)
        .where(Evidence.case_id == case.id, Evidence.confidential)
        .order_by(Evidence.ordinal)
    )
    for row, media_type in rows:
        yield Sheet(Kind.CARD, row.id, f"B-{row.ordinal} {row.description}".strip(), media_type)


def open_sheet(work: Work, case_id: int, kind: str, key: int) -> tuple[Sheet, Iterator[bytes]]:
    """One of the sheets with its bytes; the opening is recorded as that of an identity.

    Raises NotFound, or NotPermitted for an officer who has not to compare them now.
    """
    case = access.readable(work, case_id)
    if not may_compare(work, case):
        raise NotPermitted(
            "Formulir bertanda tangan dan kartu identitas di sini hanya dibuka penangan yang "
            "sedang menilai syarat laporan ini. Yang lain membuka identitas dengan alasan pada "
            "berkas perkara, bila berwenang."
        )
    found = next((one for one in _sheets(work, case) if (one.kind, one.id) == (kind, key)), None)
    if found is None:
        raise NotFound("Berkas itu tidak ada di antara yang dibandingkan.")
    row: Evidence | Signature = (
        work.session.get_one(Signature, key)
        if found.kind is Kind.FORM
        else work.session.get_one(Evidence, key)
    )
    blob = work.session.get_one(Blob, row.blob_id)
    audit.record(
        work,
        "identitas_dibuka",
        case=case,
        subject=f"{row.__tablename__}:{row.id}",
        citation="Perbawaslu 1/2022 Pasal 18 ayat (2) (sekunder)",
        detail={"reason": f"{REASON}: {found.label}", "sha256": blob.sha256},
    )
    return found, work.store.read(blob.path, blob.wrapped_key)
