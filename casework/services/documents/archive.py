"""The end of a paper's life: it is put into the archive, and the record says where."""

from __future__ import annotations

from casework.errors import BadInput, NotFound, NotPermitted
from casework.models import Document
from casework.services.cases import access
from casework.services.cases.record import audit
from casework.services.core.text import TextChecker
from casework.services.core.work import Work

FILERS = frozenset({"secretariat", "head_of_secretariat"})


def file(work: Work, document_id: int, under: str) -> Document:
    """Record under which code or in which place a paper is filed.

    A letter that goes out is filed once it has left; any other paper once it is issued, and a void
    one as well.
    Raises NotFound, NotPermitted or BadInput.
    """
    document = access.told(work, work.session.get(Document, document_id))
    if document is None:
        raise NotFound("Dokumen itu tidak ada.")
    case = access.changeable(work, document.case_id)
    if not work.actor.roles & FILERS:
        raise NotPermitted("Dokumen diarsipkan oleh sekretariat.")
    work.session.refresh(document, with_for_update={"key_share": True})
    check = TextChecker()
    place = check.text("arsip", "Kode atau tempat arsip", under, limit=120, required=True)
    check.done()
    ready = may_file(work, document)
    if not ready:
        raise BadInput.one(
            "arsip",
            "Surat diarsipkan sesudah disampaikan; dokumen lain sesudah terbit. Yang sudah "
            "diarsipkan tidak diarsipkan dua kali.",
        )
    document.filed_at, document.filed_under = work.now, place
    audit.record(
        work,
        "dokumen_diarsipkan",
        case=case,
        subject=f"documents:{document.id}",
        touched=[document],
    )
    return document


def may_file(work: Work, document: Document) -> bool:
    """Whether a paper has come to its end and is not in the archive yet."""
    done = {"dispatched", "void"} if document.kind in work.law.outgoing else {"issued", "void"}
    return document.filed_at is None and document.state in done
