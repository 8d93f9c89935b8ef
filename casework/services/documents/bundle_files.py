"""Makes the one file of a bundle: its papers one after the other, ready to be printed."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from sqlalchemy import select

from casework.errors import RenderFailed
from casework.failpoint import failpoint
from casework.models import Blob, Bundle, Case, Document, Signature
from casework.models.bundle import BundleState
from casework.services.cases import access, evidence
from casework.services.cases.record import audit
from casework.services.core import outbox
from casework.services.core.outbox import Job
from casework.services.core.runtime import Door
from casework.services.core.work import Actor, Work
from casework.services.documents import bundles
from casework.services.documents.signing import ELECTRONIC

LARGEST_BUNDLE = 300 << 20


def join(door: Door, job: Job) -> None:
    """Join the papers of a bundle and keep the file (`bundle {bundle_id}`)."""
    actor = Actor.system(job.office_id)
    with door.reading(actor) as work:
        parts, sealed = _parts(work, job)
    content = joined(parts)
    file = door.store.put(BytesIO(content), sealed=sealed, limit=LARGEST_BUNDLE)
    with door.unit_of_work(actor) as work:
        bundle = work.session.get_one(Bundle, job.payload["bundle_id"])
        case = access.locked(work, bundle.case_id)
        work.session.refresh(bundle, with_for_update=True)
        if bundle.state == BundleState.JOINING:
            blob = evidence.blob_of(work, file, "application/pdf")
            bundle.blob_id, bundle.state, bundle.finished_at = blob.id, BundleState.DONE, work.now
            _record(work, case, bundle, blob, len(parts))
        outbox.done(work, job)
        failpoint("bundle.before-commit")
    failpoint("bundle.after-commit")


def joined(parts: Iterable[bytes]) -> bytes:
    """One PDF of many, each beginning on a page of its own. Raises RenderFailed."""
    out, whole = BytesIO(), PdfWriter()
    try:
        for part in parts:
            whole.append(PdfReader(BytesIO(part)), import_outline=False)
        whole.write(out)
    except (PyPdfError, ValueError, KeyError) as fault:
        raise RenderFailed("Berkas cetak gabungan tidak dapat dibuat.") from fault
    return out.getvalue()


def newest(work: Work, document: Document) -> Blob:
    """The file of a paper that is to be used: signed electronically, else as issued."""
    signed = work.session.scalar(
        select(Signature.blob_id)
        .where(
            Signature.document_id == document.id,
            Signature.void_reason == "",
            Signature.way.in_(sorted(ELECTRONIC)),
        )
        .order_by(Signature.ordinal.desc())
        .limit(1)
    )
    return work.session.get_one(Blob, signed or document.issued_blob_id)


def _parts(work: Work, job: Job) -> tuple[list[bytes], bool]:
    bundle = work.session.get_one(Bundle, job.payload["bundle_id"])
    documents = bundles.of_bundle(work, bundle)
    blobs = [newest(work, one) for one in documents]
    parts = [b"".join(work.store.read(blob.path, blob.wrapped_key)) for blob in blobs]
    return parts, any(one.confidential for one in documents)


def _record(work: Work, case: Case, bundle: Bundle, blob: Blob, papers: int) -> None:
    audit.record(
        work,
        "berkas_cetak_dibuat",
        case=case,
        subject=f"bundles:{bundle.id}",
        detail={"papers": papers, "sha256": blob.sha256},
        touched=[blob],
    )
