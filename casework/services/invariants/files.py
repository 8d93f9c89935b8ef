"""Reports with all their files, issued papers and their signed copies with their bytes."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator

from sqlalchemy import select

from casework.errors import IntegrityFault
from casework.models import Blob, Case, Document, Event, Evidence, Number, Signature
from casework.services.work import Work

_FINAL = ("issued", "dispatched")


def reports(work: Work) -> Iterator[str]:
    """Every case has the receipt number it was given, and every acknowledged file its content."""
    given = set(work.session.scalars(select(Number.text)))
    for case in work.session.scalars(select(Case)):
        # What did not begin with a report has no number before it is registered.
        unnumbered = case.kind != "LP" and not case.receipt_number
        if not unnumbered and case.receipt_number not in given:
            yield f"perkara {case.id}: nomor penerimaannya tidak ada dalam register"
    kept = select(Evidence.id, Blob).join(Blob, Blob.id == Evidence.blob_id)
    for key, blob in work.session.execute(kept):
        if wrong := _unlike(work, blob):
            yield f"bukti {key}: {wrong}"


def papers(work: Work) -> Iterator[str]:
    """Every issued paper and signed copy has its file, and the file is what was issued.

    What went into it opens, and it was drawn once.
    """
    drawn = Counter(
        work.session.scalars(select(Event.subject).where(Event.action == "surat_terbit"))
    )
    rows = select(Document, Blob).outerjoin(Blob, Blob.id == Document.issued_blob_id)
    for row, blob in work.session.execute(rows.where(Document.state.in_(_FINAL))):
        for wrong in _paper(work, row, blob, drawn[f"documents:{row.id}"]):
            yield f"surat {row.id}: {wrong}"
    signed = select(Signature, Blob).join(Blob, Blob.id == Signature.blob_id)
    issued: dict[int, int | None] = dict(
        work.session.execute(select(Document.id, Document.issued_blob_id)).all()
    )
    made = set(work.session.execute(select(Signature.document_id, Signature.blob_id)).all())
    for copy, blob in work.session.execute(signed):
        if wrong := _unlike(work, blob):
            yield f"salinan bertanda tangan {copy.id}: {wrong}"
        upon = copy.base_blob_id
        if upon != issued[copy.document_id] and (copy.document_id, upon) not in made:
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
