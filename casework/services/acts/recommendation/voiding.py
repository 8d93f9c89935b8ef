"""A letter that is wrong and has not left: void with a reason, and drafted anew.

A draft that is not needed is thrown away instead; nothing takes its place.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from casework.errors import NotFound, NotPermitted
from casework.models import Base, Case, ClarificationSession, Document, Number
from casework.models.document import DocumentState
from casework.models.handling import SessionState
from casework.services.acts import departure
from casework.services.acts.recommendation import redraft
from casework.services.cases import access, transfers
from casework.services.cases.record import audit, remark
from casework.services.core.numbers import LETTER, numbering_office
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.documents import free_texts, papers

VOIDERS = frozenset({"chair", "head_of_secretariat"})


def void(work: Work, document_id: int, reason: str, version: int) -> Document:
    """Declare a letter void and ask for a new draft of it; gives the new one.

    Its number stays, with the reason, in the register of the office that gave it, which may be the
    one that had the case before; the words an officer chose go on to the new draft, which tells
    what it stands for. A letter to an agency that is no longer the right one is drafted anew by
    `susun_ulang_penerusan`. Raises NotFound, NotPermitted, BadInput, or Conflict when the case
    changed since the page was opened.
    """
    case, document = _opened(work, document_id, version)
    check = TextChecker()
    text = check.text("alasan", "Alasan", reason, limit=500, required=True)
    remark.unnamed(work, case, check, "alasan", text)
    if document.kind not in work.law.letters or document.state not in (
        DocumentState.NUMBERED,
        DocumentState.ISSUED,
    ):
        check.refuse(
            "alasan",
            "Yang dapat dibatalkan di sini hanya surat yang sudah bernomor dan belum disampaikan.",
        )
    check.done()
    anew = redraft.same if document.kind.startswith("penerusan_") else _same
    touched, fresh = anew(work, case, document, text)
    fresh.context = {**fresh.context, _INSTEAD: document.id}
    free_texts.carry(work, document, fresh)
    audit.record(
        work,
        "surat_dibatalkan",
        case=case,
        subject=f"documents:{document.id}",
        detail={"number": document.number, "reason": text, "anew": f"documents:{fresh.id}"},
        touched=[*touched, fresh],
    )
    return fresh


def discard(work: Work, document_id: int, reason: str, version: int) -> Document:
    """Throw away a draft that is not needed; it has no number and nothing is drafted anew.

    What was drawn of it stays readable. Raises NotFound, NotPermitted, Conflict when the case
    changed since `version`, or BadInput ("alasan") without a reason or for a letter that no act
    can draft again.
    """
    case, document = _opened(work, document_id, version)
    check = TextChecker()
    text = check.text("alasan", "Alasan", reason, limit=500, required=True)
    remark.unnamed(work, case, check, "alasan", text)
    if not discardable(work, case, document):
        check.refuse(
            "alasan",
            "Yang dapat dibuang di sini hanya konsep pemberitahuan status, kutipan kajian, "
            "pelimpahan yang tidak jadi, dan undangan yang sesinya sudah selesai. Surat lain "
            "masih diperlukan perkaranya.",
        )
    check.done()
    audit.record(
        work,
        "konsep_dibuang",
        case=case,
        subject=f"documents:{document.id}",
        detail={"reason": text},
        touched=papers.void(work, case, document, text),
    )
    return document


def discardable(work: Work, case: Case, document: Document) -> bool:
    """Whether a document is a draft that its case does not need and an act can draft again."""
    if document.state not in free_texts.DRAFTS:
        return False
    if document.kind == departure.LETTER:
        return transfers.under_way(work, case.id) is None
    if document.kind == "undangan_klarifikasi":
        session = work.session.get_one(ClarificationSession, document.context["session_id"])
        return session.state != SessionState.INVITED
    return papers.form_of(work, document).after_end


def _opened(work: Work, document_id: int, version: int) -> tuple[Case, Document]:
    """The letter and its case, for who may take it out of use, as the page has shown them."""
    document = access.told(work, work.session.get(Document, document_id))
    if document is None:
        raise NotFound("Dokumen itu tidak ada.")
    case = access.changeable(work, document.case_id)
    if not work.actor.roles & VOIDERS:
        raise NotPermitted("Surat dibatalkan oleh ketua atau kepala sekretariat.")
    access.at_version(work, case, version)
    # Locked and read anew: a flow may have drawn the paper a moment ago.
    work.session.refresh(document, with_for_update={"key_share": True})
    return case, document


_INSTEAD = "instead_of"
"""In the context of a draft: the key of the void letter in whose place it stands."""


def replaced(work: Work, document: Document) -> tuple[str, str] | None:
    """The number of the void letter in whose place a letter stands, and why it is void."""
    old = document.context.get(_INSTEAD)
    if old is None:
        return None
    void_one = (
        select(Number.text, Number.void_reason)
        .join(Document, (Document.number == Number.text) & (Document.case_id == Number.case_id))
        .join(Case, Case.id == Document.case_id)
        .where(Document.id == old, Number.series == LETTER, Number.office_id == numbering_office())
    )
    row = work.session.execute(void_one).first()
    return (row.text, row.void_reason) if row else None


def _same(
    work: Work, case: Case, document: Document, reason: str
) -> tuple[Sequence[Base], Document]:
    touched = papers.void(work, case, document, reason)
    fresh = papers.plan(
        work,
        case,
        document.kind,
        about=document.about,
        context=document.context,
    )
    return touched, fresh
