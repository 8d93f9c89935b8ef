"""Reports with all their files, issued papers and their signed copies with their bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sqlalchemy import select

from casework.errors import IntegrityFault
from casework.models import Blob, Case, Document, Event, Evidence, Number, Signature
from casework.models.case import CaseKind
from casework.models.document import FINAL
from casework.services.cases.record.audit_check import AT_A_TIME
from casework.services.cases.record.ledger import Ledger
from casework.services.core.work import Work


def reports(work: Work) -> Iterator[str]:
    """Every case has the receipt number it was given, and every acknowledged file its content."""
    # What did not begin with a report has no number before it is registered.
    numbered = (Case.kind == CaseKind.REPORT) | (Case.receipt_number != "")
    unknown = (
        select(Case.id)
        .outerjoin(Number, Number.text == Case.receipt_number)
        .where(numbered, Number.id.is_(None))
    )
    for case_id in work.session.scalars(unknown.order_by(Case.id)):
        yield f"perkara {case_id}: nomor penerimaannya tidak ada dalam register"
    kept = select(Evidence.id, Blob).join(Blob, Blob.id == Evidence.blob_id)
    for key, blob in work.session.execute(kept.execution_options(yield_per=AT_A_TIME)):
        if wrong := _unlike(work, blob):
            yield f"bukti {key}: {wrong}"


def papers(work: Work) -> Iterator[str]:
    """Every issued paper and signed copy has its file, and the file is what was issued.

    What went into it opens, and it was drawn once.
    """
    with Ledger() as ledger:
        drawn = select(Event.subject).where(Event.action == "surat_terbit")
        for subject in work.session.scalars(drawn.execution_options(yield_per=AT_A_TIME)):
            ledger.count(subject)
        rows = select(Document, Blob).outerjoin(Blob, Blob.id == Document.issued_blob_id)
        rows = rows.where(Document.state.in_(FINAL)).execution_options(yield_per=AT_A_TIME)
        for row, blob in work.session.execute(rows):
            for wrong in _paper(work, row, blob, ledger.counted(f"documents:{row.id}")):
                yield f"surat {row.id}: {wrong}"
    yield from _signed(work)


def _signed(work: Work) -> Iterator[str]:
    signed = (
        select(Signature, Blob, Document.issued_blob_id)
        .join(Blob, Blob.id == Signature.blob_id)
        .join(Document, Document.id == Signature.document_id)
        .execution_options(yield_per=AT_A_TIME)
    )
    for copy, blob, issued in work.session.execute(signed):
        if wrong := _unlike(work, blob):
            yield f"salinan bertanda tangan {copy.id}: {wrong}"
        upon = copy.base_blob_id
        made = select(Signature.id).where(
            Signature.document_id == copy.document_id, Signature.blob_id == upon
        )
        if upon != issued and work.session.scalar(made.limit(1)) is None:
            yield f"salinan bertanda tangan {copy.id}: tidak dibuat di atas berkas terbit suratnya"


def _paper(work: Work, row: Document, blob: Blob | None, drawn: int) -> Iterator[str]:
    if blob is None:
        yield "berkas terbitnya tidak ada"
    elif wrong := _unlike(work, blob):
        yield wrong
    if drawn != 1:
        yield f"digambar {drawn} kali"
    try:
        work.vault.open(row.data or b"", f"document:{row.verify_code}")
    except IntegrityFault:
        yield "data suratnya tidak dapat dibuka"


def _unlike(work: Work, blob: Blob) -> str:
    digest, size = hashlib.sha256(), 0
    try:
        for piece in work.store.read(blob.path, blob.wrapped_key):
            digest.update(piece)
            size += len(piece)
    except IntegrityFault as fault:
        return str(fault)
    if (digest.hexdigest(), size) != (blob.sha256, blob.size):
        return "isinya tidak sama dengan yang dicatat"
    return ""
