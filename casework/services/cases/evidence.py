"""Evidence files of a case; a file is safe on disk before its row is written.

Adding and opening a file are events of its custody.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from casework.errors import NotFound, NotPermitted
from casework.models import Blob, Case, Evidence
from casework.ports import StoredFile
from casework.services.cases import access, known
from casework.services.cases.record import audit, identity
from casework.services.core.text import TextChecker
from casework.services.core.work import Work

ADDERS = frozenset({"intake_officer", "case_officer", "secretariat"})


@dataclass(frozen=True)
class Upload:
    """A file the door has put into the store, with what the officer said about it."""

    file: StoredFile
    name: str
    description: str
    media_type: str = "application/octet-stream"


def add(work: Work, case_id: int, upload: Upload, note: str = "") -> Evidence:
    """Attach a stored file to a case; raises NotFound, NotPermitted or BadInput."""
    if not work.actor.roles & ADDERS:
        raise NotPermitted("Bukti ditambahkan oleh petugas penerima, penangan, atau sekretariat.")
    return attach(work, access.changeable(work, case_id), upload, note)


def attach(
    work: Work, case: Case, upload: Upload, note: str = "", at: datetime | None = None
) -> Evidence:
    """Write the rows and the first custody event of a piece of evidence, received `at` or now."""
    check = TextChecker()
    name = check.text("bukti", "Nama berkas", upload.name or "tanpa-nama", limit=200)
    description = check.text("bukti_keterangan", "Keterangan bukti", upload.description, limit=200)
    check.done()
    blob = blob_of(work, upload.file, upload.media_type)
    ordinal = work.session.scalar(
        select(func.coalesce(func.max(Evidence.ordinal), 0)).where(Evidence.case_id == case.id)
    )
    row = Evidence(
        case_id=case.id,
        ordinal=(ordinal or 0) + 1,
        blob_id=blob.id,
        claimed_name=work.vault.seal(name.encode(), f"evidence:{upload.file.sha256}"),
        description=description,
        confidential=upload.file.wrapped_key is not None,
        received_at=at or work.now,
        received_by=work.actor.officer_id,
        note=note,
    )
    work.session.add(row)
    work.session.flush()
    audit.record(
        work,
        "bukti_diterima",
        case=case,
        subject=f"evidence:{row.id}",
        citation="UU ITE 11/2008 Pasal 5–6 (belum terverifikasi)",
        detail={"sha256": blob.sha256, "size": blob.size},
        touched=[blob, row],
    )
    return row


def blob_of(work: Work, file: StoredFile, media_type: str) -> Blob:
    """The row of a stored file; equal plain files share one."""
    blob = work.session.scalar(select(Blob).where(Blob.path == file.path))
    if blob is None:
        blob = Blob(
            sha256=file.sha256,
            size=file.size,
            media_type=media_type[:64],
            sealed=file.wrapped_key is not None,
            wrapped_key=file.wrapped_key,
            path=file.path,
            stored_at=work.now,
        )
        work.session.add(blob)
        work.session.flush()
    return blob


def open_file(
    work: Work, evidence_id: int, *, noted: bool = False
) -> tuple[str, str, Iterator[bytes]]:
    """Claimed name, media type and content, which is a custody event.

    `noted` is for the further pages of a piece whose opening was recorded a moment ago. Raises
    NotFound, or NotPermitted for a confidential piece the actor may not read.
    """
    case, row, blob = _asked_for(work, evidence_id)
    if row.confidential and not identity.may_read(work, case, row):
        raise NotPermitted("Bukti ini memuat identitas yang dirahasiakan.")
    if not noted:
        audit.record(
            work,
            "bukti_dibuka",
            case=case,
            subject=f"evidence:{row.id}",
            detail={"sha256": blob.sha256},
        )
    name = work.vault.open(row.claimed_name, f"evidence:{blob.sha256}").decode()
    return name, blob.media_type, work.store.read(blob.path, blob.wrapped_key)


def row(work: Work, evidence_id: int) -> Evidence:
    """One piece of evidence the actor may know of; raises NotFound."""
    return _asked_for(work, evidence_id)[1]


def plain(work: Work, evidence_id: int) -> Blob:
    """The file of a piece that is not confidential, to draw it small beside its description.

    No custody event: the drawing is too small to read. Raises NotFound, also for a confidential
    piece.
    """
    _case, row, blob = _asked_for(work, evidence_id)
    if row.confidential:
        raise NotFound("Bukti itu tidak ada.")
    return blob


def _asked_for(work: Work, evidence_id: int) -> tuple[Case, Evidence, Blob]:
    row = access.told(work, work.session.get(Evidence, evidence_id))
    if row is None:
        raise NotFound("Bukti itu tidak ada.")
    case = access.remembered(work, row.case_id)
    known.check(work, case, row, "Bukti itu tidak ada.")
    return case, row, work.session.get_one(Blob, row.blob_id)
