"""Reports with all their files, issued papers with their bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sqlalchemy import select

from casework.errors import IntegrityFault
from casework.models import Blob, Case, Document, Evidence, Number
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
    """Every issued paper has its file, and the file is what was issued."""
    without = select(Document.id).where(
        Document.state.in_(_FINAL), Document.issued_blob_id.is_(None)
    )
    for key in work.session.scalars(without):
        yield f"surat {key}: berkas terbitnya tidak ada"
    kept = (
        select(Document.id, Blob)
        .join(Blob, Blob.id == Document.issued_blob_id)
        .where(Document.state.in_(_FINAL))
    )
    for key, blob in work.session.execute(kept):
        if wrong := _unlike(work, blob):
            yield f"surat {key}: {wrong}"


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
