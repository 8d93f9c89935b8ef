"""Opens the PDF of a paper for those who may read it; each opening of a sealed one is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader
from sqlalchemy import select

from casework.errors import NotFound, NotPermitted
from casework.models import Blob, Bundle, BundleItem, Case, Document, Signature
from casework.models.document import FINAL
from casework.services.cases import access, known, review_secrecy
from casework.services.cases.record import audit, identity
from casework.services.core.work import Work
from casework.services.documents import papers

# Who works with a sealed paper without holding `identity.read`: the secretariat delivers issued
# letters (of what goes along with one, the form says who prints it), the case officer invites, asks
# and writes down the answers.
_DELIVERERS = frozenset({"secretariat", "head_of_secretariat"})
_ASKERS = frozenset(
    {
        "undangan_klarifikasi",
        "keterangan_sumpah",
        "keterangan_sumpah_ahli",
        "berita_acara_klarifikasi",
        "berita_acara_ketidakhadiran",
    }
)


def may_open(work: Work, case: Case, document: Document) -> bool:
    """Whether the actor may look at this paper."""
    if document.kind in review_secrecy.PAPERS and not review_secrecy.may_read(work, case):
        return False
    if not document.confidential or identity.may_read(work, case, document):
        return True
    if work.actor.office_id != case.office_id:
        return False
    issued = document.state in FINAL
    if issued and work.actor.roles & _printers(work, document):
        return True
    return document.kind in _ASKERS and "case_officer" in work.actor.roles


def _printers(work: Work, document: Document) -> frozenset[str]:
    """Who prints an issued sealed paper because it leaves the office, alone or with a letter."""
    form = papers.form_of(work, document)
    return frozenset(form.printed_by) or (_DELIVERERS if form.letter else frozenset())


def open_pdf(
    work: Work, document_id: int, *, noted: bool = False
) -> tuple[Document, Iterator[bytes]]:
    """The newest PDF of a paper: the issued one, before that the draft.

    `noted` is for the further pages of one whose opening was recorded a moment ago. Raises
    NotFound when there is none yet or the case is not the actor's, NotPermitted when the paper
    names a protected person the actor may not know.
    """
    document = access.told(work, work.session.get(Document, document_id))
    if document is None:
        raise NotFound("Dokumen itu tidak ada.")
    case = access.remembered(work, document.case_id)
    known.check(work, case, document, "Dokumen itu tidak ada.")
    if document.kind in review_secrecy.PAPERS:
        review_secrecy.check(work, case)
    if not may_open(work, case, document):
        raise NotPermitted(
            "Dokumen ini memuat identitas yang dirahasiakan. Yang boleh membukanya: koordinator "
            "divisi, ketua, dan petugas yang menerima laporan ini."
        )
    blob_id = document.issued_blob_id or document.draft_blob_id
    if blob_id is None:
        raise NotFound("PDF dokumen ini belum selesai disiapkan.")
    blob = work.session.get_one(Blob, blob_id)
    if document.confidential and not noted:
        audit.record(
            work,
            "dokumen_dibuka",
            case=case,
            subject=f"documents:{document.id}",
            detail={"sha256": blob.sha256},
        )
    return document, work.store.read(blob.path, blob.wrapped_key)


def plain(work: Work, document_id: int) -> Blob:
    """The newest PDF of a paper that names nobody protected, to draw its first page small.

    Raises NotFound, also where the actor may not read the paper.
    """
    document = access.told(work, work.session.get(Document, document_id))
    if document is None or document.confidential:
        raise NotFound("Dokumen itu tidak ada.")
    case = access.remembered(work, document.case_id)
    known.check(work, case, document, "Dokumen itu tidak ada.")
    blob_id = document.issued_blob_id or document.draft_blob_id
    if blob_id is None or not may_open(work, case, document):
        raise NotFound("Dokumen itu tidak ada.")
    return work.session.get_one(Blob, blob_id)


def words(work: Work, document_id: int) -> tuple[str, ...]:
    """What the newest PDF of a document says, page by page; raises and records as `open_pdf`."""
    _document, content = open_pdf(work, document_id)
    pages = PdfReader(BytesIO(b"".join(content))).pages
    return tuple(page.extract_text().strip() for page in pages)


def open_copy(work: Work, signature_id: int) -> tuple[Signature, str, Iterator[bytes]]:
    """A signed copy: its row, media type and bytes; the opening of a sealed one is recorded.

    Raises NotFound when there is none or the case is not the actor's, NotPermitted when the
    document names a protected person the actor may not know.
    """
    row = work.session.get(Signature, signature_id)
    document = access.told(work, work.session.get(Document, row.document_id)) if row else None
    if row is None or document is None:
        raise NotFound("Salinan bertanda tangan itu tidak ada.")
    case = access.remembered(work, document.case_id)
    for one in (document, row):
        known.check(work, case, one, "Salinan bertanda tangan itu tidak ada.")
    if not may_open(work, case, document):
        raise NotPermitted("Dokumen ini memuat identitas yang dirahasiakan.")
    blob = work.session.get_one(Blob, row.blob_id)
    if document.confidential:
        audit.record(
            work,
            "salinan_dibuka",
            case=case,
            subject=f"documents:{document.id}",
            detail={"sha256": blob.sha256},
        )
    return row, blob.media_type, work.store.read(blob.path, blob.wrapped_key)


def open_bundle(work: Work, case_id: int, bundle_id: int) -> tuple[list[Document], Bundle]:
    """A finished print file with its papers; that it is opened is recorded.

    Raises NotFound, or NotPermitted when one of its papers may not be known to the actor.
    """
    case = access.remembered(work, case_id)
    bundle = work.session.get(Bundle, bundle_id)
    if bundle is None or bundle.case_id != case.id or bundle.blob_id is None:
        raise NotFound("Berkas cetak itu tidak ada atau belum selesai.")
    known.check(work, case, bundle, "Berkas cetak itu tidak ada atau belum selesai.")
    items = select(BundleItem.document_id).where(BundleItem.bundle_id == bundle.id)
    rows = work.session.scalars(select(Document).where(Document.id.in_(items)))
    documents = {one.id: one for one in rows}
    if not all(may_open(work, case, one) for one in documents.values()):
        raise NotPermitted("Berkas cetak ini memuat identitas yang dirahasiakan.")
    order = items.order_by(BundleItem.ordinal)
    audit.record(
        work,
        "berkas_cetak_dibuka",
        case=case,
        subject=f"bundles:{bundle.id}",
        detail={"papers": len(documents)},
    )
    return [documents[key] for key in work.session.scalars(order)], bundle
