"""The free texts of a draft that an officer may put in other words; all else comes from the case.

Which texts those are, the form says (`editable` in its metadata). What was typed is kept sealed
beside the draft, laid over what the builder gives, and drawn again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from casework.engine.papers import Paper
from casework.errors import BadInput, Conflict, NotFound, NotPermitted, wording
from casework.models import Document
from casework.models.document import DocumentState
from casework.services.cases import access
from casework.services.cases.record import audit
from casework.services.core import outbox
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.documents import files, papers

EDITORS = frozenset({"case_officer", "coordinator", "chair"})
DRAFTS = ("planned", "draft")


def edit(
    work: Work, document_id: int, texts: Mapping[str, str], allowed: Mapping[str, int], seen: int
) -> Document:
    """Lay other words over a draft and have it drawn again.

    `allowed` are the texts of the form with their longest length, `seen` is how often the draft
    had been edited when the page was opened. A text that is empty goes back to what the case says.
    Raises NotFound, NotPermitted, BadInput or Conflict.
    """
    document = access.told(work, work.session.get(Document, document_id))
    if document is None:
        raise NotFound("Dokumen itu tidak ada.")
    case = access.changeable(work, document.case_id)
    work.session.refresh(document, with_for_update={"key_share": True})
    if not work.actor.roles & EDITORS:
        raise NotPermitted("Konsep disunting oleh penangan, koordinator, atau ketua.")
    if not files.may_open(work, case, document):
        raise NotPermitted(
            "Konsep ini memuat identitas yang dirahasiakan dan tidak terbuka bagi peran Anda. "
            "Minta koordinator atau ketua menyuntingnya."
        )
    if document.kind not in work.law.letters or document.state not in DRAFTS:
        raise BadInput.one("", "Yang dapat disunting hanya konsep surat yang belum bernomor.")
    if (document.edits or 0) != seen:
        raise Conflict("Konsep ini disunting petugas lain sejak halaman dibuka.")
    kept = _checked(texts, allowed)
    _lay(work, document, kept)
    document.edits = seen + 1
    document.state = DocumentState.PLANNED
    outbox.put(
        work,
        key=f"{case.id}:document-{document.id}:render_draft:{document.edits}",
        kind="render_draft",
        flow=papers.form_of(work, document).flow,
        case_id=case.id,
        payload={"document_id": document.id},
    )
    audit.record(
        work,
        "konsep_disunting",
        case=case,
        subject=f"documents:{document.id}",
        detail={"fields": sorted(kept), "edits": document.edits},
        touched=[document],
    )
    return document


def laid_over(work: Work, document: Document, paper: Paper) -> Paper:
    """The paper with the words an officer chose; without any, the paper as it is."""
    kept: dict[str, Any] = dict(edited(work, document))
    return replace(paper, **kept) if kept else paper


def edited(work: Work, document: Document) -> dict[str, str]:
    """The texts an officer chose, by field."""
    if document.edited is None:
        return {}
    found: dict[str, str] = json.loads(work.vault.open(document.edited, _context(document)))
    return found


def carry(work: Work, old: Document, fresh: Document) -> None:
    """Lay the words an officer chose on a letter over the draft that takes its place."""
    if kept := edited(work, old):
        _lay(work, fresh, kept)
        fresh.edits = 1


def _lay(work: Work, document: Document, kept: Mapping[str, str]) -> None:
    plain = json.dumps(kept, ensure_ascii=False, sort_keys=True).encode()
    document.edited = work.vault.seal(plain, _context(document)) if kept else None


def _checked(texts: Mapping[str, str], allowed: Mapping[str, int]) -> dict[str, str]:
    if strange := sorted(set(texts) - set(allowed)):
        raise BadInput.one(
            "",
            wording(
                "Bagian %(strange)s tidak dapat disunting pada formulir ini.", strange=strange[0]
            ),
        )
    check = TextChecker()
    clean = {
        name: check.text(name, "Isi", text, limit=allowed[name]) for name, text in texts.items()
    }
    check.done()
    return {name: text for name, text in clean.items() if text}


def _context(document: Document) -> str:
    return f"document-text:{document.verify_code}"
