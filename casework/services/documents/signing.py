"""Signatures on issued papers: what may be signed by whom, and each signed copy kept once.

A signature is made outside any transaction; here stand what is checked before and what is written
after it. Until the row is written the paper is unsigned, whatever happened before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import String, cast, func, literal, select

from casework.errors import BadInput, Conflict, NotFound, NotPermitted
from casework.models import Base, Blob, Case, Document, Event, Office, Officer, Signature
from casework.models.document import FINAL, DocumentState
from casework.models.signature import Way
from casework.ports import SignedPdf, SignOrder, StoredFile
from casework.services.cases import access, evidence
from casework.services.cases.record import audit, remark
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.documents import files, papers, scan_kind
from casework.services.documents.data import wording

ELECTRONIC = frozenset({Way.PADES, Way.BSRE})
SCANNERS = frozenset({"secretariat", "head_of_secretariat", "intake_officer", "case_officer"})
_PDF = "application/pdf"


@dataclass(frozen=True)
class Prepared:
    """A paper ready to be signed: its newest bytes, what stands in the mark, how it is kept."""

    content: bytes
    order: SignOrder
    base_blob_id: int
    sealed: bool


_UNSIGNED = (
    ~select(Signature.id)
    .where(Signature.document_id == Document.id, Signature.void_reason == "")
    .exists()
)
"""No signature that counts is on record for a document."""
ENDED = "tanda_tangan_diakhiri"
"""The event by which a signatory said, with a reason, that a paper will not be signed."""
_NOT_ENDED = (
    ~select(Event.id)
    .where(
        Event.case_id == Document.case_id,
        Event.action == ENDED,
        Event.subject == literal("documents:") + cast(Document.id, String),
    )
    .exists()
)
MOST_WAITING = 500
"""How many of the oldest papers are looked through for one desk."""


def names(work: Work) -> tuple[str, str]:
    """By what the actor's certificate is found: login and office code."""
    officer = work.session.get_one(Officer, work.actor.officer_id)
    return officer.login, work.session.get_one(Office, work.actor.office_id).code


def prepare(work: Work, document_id: int, *, subscriber: str = "") -> Prepared:
    """Check that the actor may sign a paper now and read it.

    Raises NotFound, NotPermitted, or BadInput saying why not.
    """
    document, case = _of_office(work, document_id)
    _check_signer(work, case, document)
    copies = of_document(work, document.id)
    _check_electronic(work, copies)
    officer = work.session.get_one(Officer, work.actor.officer_id)
    blob = _newest(work, document, copies)
    office = work.session.get_one(Office, case.office_id)
    when = wording.day_and_hour(work.now, office.zone)
    order = SignOrder(
        login=officer.login,
        office=office.code,
        name=officer.name,
        lines=("Ditandatangani secara elektronik oleh", officer.name, officer.position, when),
        reason=f"Nomor {document.number}" if document.number else document.title,
        place=office.city,
        at=work.now,
        ordinal=_next(work, document.id),
        subscriber=subscriber.strip(),
    )
    content = b"".join(work.store.read(blob.path, blob.wrapped_key))
    return Prepared(content, order, blob.id, document.confidential)


def record(
    work: Work, document_id: int, way: str, prepared: Prepared, made: SignedPdf, file: StoredFile
) -> Signature:
    """Keep a signed copy that is safe on disk already.

    Raises Conflict when someone else signed meanwhile, BadInput when what came back is another
    paper.
    """
    document, case = _of_office(work, document_id)
    _check_signer(work, case, document)
    copies = of_document(work, document.id)
    if _newest(work, document, copies).id != prepared.base_blob_id:
        raise Conflict(
            "Dokumen ini ditandatangani petugas lain pada saat yang sama. Tanda tangan Anda belum "
            "disimpan; buka kembali dokumennya, lalu tanda tangani."
        )
    _check_electronic(work, copies)
    if not made.content.startswith(prepared.content):
        raise BadInput.one(
            "sertifikat", "Yang kembali bukan dokumen yang dikirim. Tidak ada yang disimpan."
        )
    return _keep(work, case, document, file, _PDF, way, made, prepared.base_blob_id)


def attach_scan(work: Work, document_id: int, file: StoredFile, media_type: str) -> Signature:
    """Keep the scan of a paper that was signed in ink, beside what was issued.

    The printed signatory is who signed it. Raises NotFound, NotPermitted or BadInput.
    """
    document, case = _of_office(work, document_id)
    if not work.actor.roles & SCANNERS:
        raise NotPermitted("Pindaian disimpan oleh sekretariat, petugas penerima, atau penangan.")
    check_scan(work, document, media_type)
    original = work.session.get_one(Blob, document.issued_blob_id)
    if original.sha256 == file.sha256:
        raise BadInput.one("berkas", "Itu berkas aslinya, bukan pindaian yang ditandatangani.")
    signer = work.session.get(Officer, document.issued_by) if document.issued_by else None
    made = SignedPdf(b"", signer.name if signer else "", "", timestamped=False)
    return _keep(work, case, document, file, media_type, Way.INK, made, original.id)


def check_scan(work: Work, document: Document, media_type: str) -> None:
    """Whether a scan of this kind may be kept for a paper; raises BadInput."""
    if media_type not in scan_kind.KINDS:
        raise BadInput.one("berkas", "Pindaian harus PDF, JPEG, PNG, atau TIFF.")
    _check_final(document)
    if any(one.way in ELECTRONIC for one in of_document(work, document.id)):
        raise BadInput.one(
            "berkas",
            "Dokumen ini sudah ditandatangani secara elektronik; cetakannya bukan dokumen asli. "
            "Simpan pindaian itu sebagai bukti bila perlu.",
        )


def take_back(work: Work, signature_id: int, reason: str) -> Signature:
    """Say that a scan does not belong to its paper; it stays on record with the reason.

    Raises NotFound, NotPermitted, or BadInput for an electronic signature, which cannot be undone.
    """
    row = work.session.get(Signature, signature_id)
    if row is None:
        raise NotFound("Salinan bertanda tangan itu tidak ada.")
    document, case = _of_office(work, row.document_id)
    if not work.actor.roles & SCANNERS:
        raise NotPermitted("Pindaian dicabut oleh sekretariat, petugas penerima, atau penangan.")
    check = TextChecker()
    text = check.text("alasan", "Alasan", reason, limit=500, required=True)
    remark.unnamed(work, case, check, "alasan", text)
    check.done()
    if row.way in ELECTRONIC or row.void_reason:
        raise BadInput.one("alasan", "Hanya pindaian yang masih berlaku yang dapat dicabut.")
    row.void_reason = text
    audit.record(
        work,
        "pindaian_dicabut",
        case=case,
        subject=f"documents:{document.id}",
        detail={"signature": row.id},
        touched=[row],
    )
    return row


def of_document(work: Work, document_id: int) -> list[Signature]:
    """The signed copies of a paper that hold, in their order."""
    return list(
        work.session.scalars(
            select(Signature)
            .where(Signature.document_id == document_id, Signature.void_reason == "")
            .order_by(Signature.ordinal)
        )
    )


def waiting(work: Work, *, limit: int = 20) -> tuple[list[tuple[Document, Case]], int]:
    """Issued papers that wait for the actor's signature, oldest first, with their cases.

    What has left already, is signed by somebody, or was ended with a reason does not wait; that a
    case is over ends no signature. At most `limit` of them, and how many more wait among the
    `MOST_WAITING` oldest.
    """
    kinds = {
        form.id
        for edition in work.law.editions.values()
        for form in edition.forms.values()
        if work.actor.roles & set(form.signatories)
    }
    rows = work.session.execute(
        select(Document, Case)
        .join(Case, Case.id == Document.case_id)
        .where(
            access.visible(work),
            func.coalesce(Document.office_id, Case.office_id) == work.actor.office_id,
            Document.kind.in_(kinds),
            Document.state == DocumentState.ISSUED,
            Document.issued_blob_id.is_not(None),
            _UNSIGNED,
            _NOT_ENDED,
        )
        .order_by(Document.dated, Document.id)
        .limit(MOST_WAITING)
    )
    found = [(document, case) for document, case in rows if may_sign(work, case, document)]
    return found[:limit], max(0, len(found) - limit)


def end(work: Work, document_id: int, reason: str) -> Document:
    """Say that one will not sign a paper any more, and why; it stays unsigned, and says so.

    Raises NotFound, NotPermitted, or BadInput ("alasan", "berkas").
    """
    document, case = _of_office(work, document_id)
    _check_signer(work, case, document)
    check = TextChecker()
    text = check.text("alasan", "Alasan", reason, limit=500, required=True)
    remark.unnamed(work, case, check, "alasan", text)
    check.done()
    if of_document(work, document.id) or ended(work, document):
        raise BadInput.one(
            "alasan", "Tanda tangan dokumen ini sudah tercatat, atau sudah diakhiri dengan alasan."
        )
    audit.record(
        work,
        ENDED,
        case=case,
        subject=f"documents:{document.id}",
        citation=papers.form_of(work, document).basis.citation,
        detail={"reason": text},
    )
    return document


def ended(work: Work, document: Document) -> str:
    """Why a paper will not be signed, as its signatory said; "" where nobody said so."""
    found = work.session.scalar(
        select(Event)
        .where(
            Event.case_id == document.case_id,
            Event.action == ENDED,
            Event.subject == f"documents:{document.id}",
        )
        .limit(1)
    )
    return str(found.detail["reason"]) if found else ""


def unsigned(work: Work, case: Case) -> list[Document]:
    """Issued papers of a case that somebody has to sign and nobody has, oldest first."""
    forms = work.law.edition(case.edition, case.revision).forms
    kinds = [form.id for form in forms.values() if form.signatories]
    return list(
        work.session.scalars(
            select(Document)
            .where(
                Document.case_id == case.id,
                Document.kind.in_(kinds),
                Document.state.in_(FINAL),
                _UNSIGNED,
            )
            .order_by(Document.id)
        )
    )


def may_sign(work: Work, case: Case, document: Document) -> bool:
    """Whether the actor is one of those who sign a paper, and has not yet."""
    return not _why_not(work, case, document)


def _check_signer(work: Work, case: Case, document: Document) -> None:
    _check_final(document)
    if why := _why_not(work, case, document):
        raise NotPermitted(why)


def _why_not(work: Work, case: Case, document: Document) -> str:
    form = papers.form_of(work, document)
    whose = document.office_id or case.office_id
    if work.actor.office_id != whose or not work.actor.roles & set(form.signatories):
        return (
            f"{form.title} ditandatangani oleh pejabat yang disebut formulirnya "
            f"({form.basis.citation}); peran Anda tidak termasuk."
        )
    named = document.kind in work.law.letters and document.issued_by is not None
    if named and document.issued_by != work.actor.officer_id:
        return "Surat ini memuat nama pejabat lain; hanya ia yang menandatanganinya."
    if not files.may_open(work, case, document):
        return "Dokumen ini memuat identitas yang dirahasiakan."
    return ""


def _check_final(document: Document) -> None:
    if document.state not in FINAL or document.issued_blob_id is None:
        raise BadInput.one(
            "berkas",
            "Dokumen ini belum terbit sebagai PDF akhir, atau sudah batal. Yang ditandatangani "
            "hanya dokumen terbit.",
        )


def _check_electronic(work: Work, copies: Sequence[Signature]) -> None:
    if any(one.way == Way.INK for one in copies):
        raise BadInput.one(
            "sertifikat",
            "Dokumen ini sudah ditandatangani di atas kertas. Bila pindaiannya keliru, cabut "
            "dahulu.",
        )
    if any(one.signer_id == work.actor.officer_id for one in copies):
        raise BadInput.one("sertifikat", "Anda sudah menandatangani dokumen ini.")


def _newest(work: Work, document: Document, copies: Sequence[Signature]) -> Blob:
    """What the next electronic signature is put upon."""
    made = [one.blob_id for one in copies if one.way in ELECTRONIC]
    return work.session.get_one(Blob, made[-1] if made else document.issued_blob_id)


def _next(work: Work, document_id: int) -> int:
    last = select(func.max(Signature.ordinal)).where(Signature.document_id == document_id)
    return (work.session.scalar(last) or 0) + 1


def _keep(
    work: Work,
    case: Case,
    document: Document,
    file: StoredFile,
    media_type: str,
    way: str,
    made: SignedPdf,
    base_blob_id: int,
) -> Signature:
    blob = evidence.blob_of(work, file, media_type)
    row = Signature(
        document_id=document.id,
        ordinal=_next(work, document.id),
        way=way,
        base_blob_id=base_blob_id,
        blob_id=blob.id,
        signer_id=work.actor.officer_id if way in ELECTRONIC else document.issued_by,
        signer_name=made.signer,
        certificate=made.certificate,
        timestamped=made.timestamped,
        signed_at=work.now,
        recorded_by=work.actor.officer_id,
        void_reason="",
    )
    work.session.add(row)
    touched: list[Base] = [blob, row]
    audit.record(
        work,
        "dokumen_ditandatangani" if way in ELECTRONIC else "pindaian_disimpan",
        case=case,
        subject=f"documents:{document.id}",
        citation=work.law.edition(document.edition, document.revision)
        .forms[document.kind]
        .basis.citation,
        detail={"way": way, "sha256": blob.sha256, "certificate": made.certificate},
        touched=touched,
    )
    return row


def _of_office(work: Work, document_id: int) -> tuple[Document, Case]:
    """A paper of a case the actor may change, the case locked so that signatures queue up."""
    document = access.told(work, work.session.get(Document, document_id))
    if document is None:
        raise NotFound("Dokumen itu tidak ada.")
    case = access.changeable(work, document.case_id)
    work.session.refresh(document)
    return document, case
