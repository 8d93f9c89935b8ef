"""Draws papers: the PDF is safe on disk before the row that refers to it is written, once."""

from __future__ import annotations

import json
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from casework.document_data import to_plain
from casework.failpoint import failpoint
from casework.models import Case, Document
from casework.models.document import DocumentState
from casework.services.cases import access, evidence
from casework.services.cases.record import audit
from casework.services.core import outbox
from casework.services.core.outbox import Job
from casework.services.core.runtime import Door
from casework.services.core.work import Actor, Work
from casework.services.documents import bundles
from casework.services.documents import data as paper_data
from casework.services.people import emblem

LARGEST_PDF = 30 << 20
_PDF = "application/pdf"


@dataclass(frozen=True)
class _Order:
    """What a drawing needs once the reading transaction is over."""

    form: str
    edition: str
    data: dict[str, Any]
    sealed: bool
    version: str


def render_draft(door: Door, job: Job) -> None:
    """Draw the draft of a planned letter, marked KONSEP (`render_draft {document_id}`)."""
    actor = Actor.system(job.office_id)
    order = _order(door, actor, job, ("planned",))
    pdf = _draw(door, order, draft=True) if order else b""
    failpoint("draft.drawn")
    file = door.store.put(BytesIO(pdf), sealed=order.sealed, limit=LARGEST_PDF) if order else None
    failpoint("draft.stored")
    with door.unit_of_work(actor) as work:
        document = _locked(work, job)
        if order and file and document.state == DocumentState.PLANNED:
            blob = evidence.blob_of(work, file, _PDF)
            document.draft_blob_id, document.state = blob.id, DocumentState.DRAFT
            _record(work, document, "surat_dikonsep", [blob, document])
        outbox.done(work, job)
        failpoint("draft.before-commit")
    failpoint("draft.after-commit")


def render_issued(door: Door, job: Job) -> None:
    """Draw the final PDF of a numbered paper, once and for ever (`render_issued {document_id}`).

    The values that went into it are kept sealed beside it, and the version of its form.
    """
    actor = Actor.system(job.office_id)
    order = _order(door, actor, job, ("numbered",))
    pdf = _draw(door, order, draft=False) if order else b""
    failpoint("issued.drawn")
    file = door.store.put(BytesIO(pdf), sealed=order.sealed, limit=LARGEST_PDF) if order else None
    failpoint("issued.stored")
    with door.unit_of_work(actor) as work:
        document = _locked(work, job)
        if order and file and document.state == DocumentState.NUMBERED:
            blob = evidence.blob_of(work, file, _PDF)
            document.issued_blob_id, document.state = blob.id, DocumentState.ISSUED
            plain = json.dumps(order.data, ensure_ascii=False, sort_keys=True).encode()
            document.template_version = order.version
            document.data = work.vault.seal(plain, f"document:{document.verify_code}")
            _record(work, document, "surat_terbit", [blob, document])
            bundles.drawn(work, document)
        outbox.done(work, job)
        failpoint("issued.before-commit")
    failpoint("issued.after-commit")


def _order(door: Door, actor: Actor, job: Job, states: tuple[str, ...]) -> _Order | None:
    """Read what to draw; None when another worker has done it already."""
    with door.reading(actor) as work:
        document = work.session.get_one(Document, job.payload["document_id"])
        if document.state not in states:
            return None
        data = to_plain(paper_data.build(work, document))
        version = door.renderer.version(document.kind, document.edition)
        return _Order(document.kind, document.edition, data, document.confidential, version)


def _draw(door: Door, order: _Order, *, draft: bool) -> bytes:
    # Outside any transaction: a drawing takes a second, and SQLite has one writer.
    own = emblem.of_paper(door.store, order.data)
    return door.renderer.render(order.form, order.edition, order.data, draft=draft, emblem=own)


def _locked(work: Work, job: Job) -> Document:
    document = work.session.get_one(Document, job.payload["document_id"])
    access.locked(work, document.case_id)
    work.session.refresh(document, with_for_update={"key_share": True})
    return document


def _record(work: Work, document: Document, action: str, touched: list[Any]) -> None:
    case = work.session.get_one(Case, document.case_id)
    form = work.law.edition(case.edition, case.revision).forms[document.kind]
    audit.record(
        work,
        action,
        case=case,
        subject=f"documents:{document.id}",
        citation=form.basis.citation,
        detail={"kind": document.kind, "sha256": touched[0].sha256},
        touched=touched,
    )
