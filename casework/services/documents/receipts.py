"""The sheet on which somebody signs for a letter, drawn when the secretariat asks for it."""

from __future__ import annotations

from sqlalchemy import select

from casework.errors import BadInput, NotFound, NotPermitted
from casework.models import Document
from casework.models.document import FINAL, DocumentState
from casework.services.cases import access
from casework.services.cases.record import audit
from casework.services.core.work import Work
from casework.services.documents import files, papers

KIND = "tanda_terima_surat"
ASKERS = frozenset({"secretariat", "head_of_secretariat"})


def request(work: Work, letter_id: int) -> Document:
    """Ask for the receipt of an issued letter; asking again gives the same sheet.

    Raises NotFound, NotPermitted, or BadInput where the letter is not issued, stays in the office,
    or the edition of the case has no such form.
    """
    letter = access.told(work, work.session.get(Document, letter_id))
    if letter is None:
        raise NotFound("Dokumen itu tidak ada.")
    case = access.changeable(work, letter.case_id)
    if not work.actor.roles & ASKERS:
        raise NotPermitted("Tanda terima surat disiapkan oleh sekretariat.")
    work.session.refresh(letter)
    if not may_ask(work, letter):
        raise BadInput.one(
            "dokumen",
            "Tanda terima dibuat untuk surat ke luar yang sudah terbit sebagai PDF akhir.",
        )
    if not files.may_open(work, case, letter):
        raise NotPermitted("Surat ini memuat identitas yang dirahasiakan.")
    about = papers.copy_of(letter.id)
    found = work.session.scalar(
        select(Document).where(
            Document.case_id == case.id,
            Document.kind == KIND,
            Document.about == about,
            Document.state != DocumentState.VOID,
        )
    )
    if found is not None:
        return found
    sheet = papers.plan(work, case, KIND, about=about, context={"letter_id": letter.id})
    audit.record(
        work,
        "tanda_terima_disiapkan",
        case=case,
        subject=f"documents:{letter.id}",
        touched=[sheet],
    )
    return sheet


def may_ask(work: Work, letter: Document) -> bool:
    """Whether a letter is out of the printer and goes to somebody."""
    return (
        letter.kind in work.law.outgoing
        and letter.state in FINAL
        and letter.data is not None
        and KIND in work.law.edition(letter.edition, letter.revision).forms
    )
