"""A letter that was numbered wrongly and has not left: void with a reason, and drafted anew."""

from __future__ import annotations

from casework.errors import Conflict, NotFound, NotPermitted
from casework.models import Document
from casework.services import access, audit, papers
from casework.services.text import TextChecker
from casework.services.work import Work

VOIDERS = frozenset({"chair", "head_of_secretariat"})


def void(work: Work, document_id: int, reason: str, version: int) -> Document:
    """Declare a letter void and ask for a new draft of it; gives the new one.

    Its number stays in the register with the reason. Letters to agencies are drafted anew by
    `susun_ulang_penerusan`, which looks at their destination. Raises NotFound, NotPermitted,
    BadInput, or Conflict when the case changed since the page was opened.
    """
    document = work.session.get(Document, document_id)
    if document is None:
        raise NotFound("Dokumen itu tidak ada.")
    case = access.changeable(work, document.case_id)
    if not work.actor.roles & VOIDERS:
        raise NotPermitted("Surat dibatalkan oleh ketua atau kepala sekretariat.")
    if case.version != version:
        raise Conflict("Perkara ini sudah berubah sejak halaman dibuka. Periksa, lalu kirim lagi.")
    work.session.refresh(document, with_for_update={"key_share": True})
    check = TextChecker()
    text = check.text("alasan", "Alasan", reason, limit=500, required=True)
    if document.kind not in papers.LETTERS or document.state not in ("numbered", "issued"):
        check.refuse(
            "alasan",
            "Yang dapat dibatalkan di sini hanya surat yang sudah bernomor dan belum disampaikan.",
        )
    elif document.office_id not in (None, case.office_id):
        check.refuse(
            "alasan", "Surat itu milik kantor yang melimpahkan; kantor itu yang menomorinya."
        )
    elif document.kind.startswith("penerusan_"):
        check.refuse(
            "alasan",
            "Surat penerusan dibatalkan lewat “Susun ulang surat penerusan”, agar tujuannya "
            "diperiksa kembali.",
        )
    check.done()
    touched = papers.void(work, case, document, text)
    fresh = papers.plan(
        work,
        case,
        document.kind,
        flow=papers.flow_of(document.kind),
        about=document.about,
        context=document.context,
    )
    audit.record(
        work,
        "surat_dibatalkan",
        case=case,
        subject=f"documents:{document.id}",
        detail={"number": document.number, "reason": text, "anew": f"documents:{fresh.id}"},
        touched=[*touched, fresh],
    )
    return fresh
