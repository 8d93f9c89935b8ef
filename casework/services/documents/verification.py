"""What anyone may learn about a paper from the code printed on it: nothing about a person."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from casework.models import Blob, Case, Document, Office, Officer, Signature
from casework.models.document import FINAL, DocumentState
from casework.services.core.work import Work
from casework.services.documents import papers
from casework.services.documents.signing import ELECTRONIC

LONGEST = 40
_CODE = re.compile(r"[A-Za-z0-9_-]{8,40}")
_IN_ADDRESS = re.compile(r"/verifikasi/([A-Za-z0-9_-]{8,40})")
RECORDED, SIGNED_BY, VOID = "recorded", "signed", "void"
SAME, SIGNED, OTHER = "same", "signed", "other"


@dataclass(frozen=True)
class Verdict:
    """A paper as the public sees it.

    `state` is "recorded" for one that was issued and of which no signature is on record, "signed",
    or "void". `signers` are the positions of who signed, as the paper names them; `signatures`
    counts the electronic ones, and `ink` is true when a scan of the signed paper is kept. `office`
    is the one that issued it, also after the case went to another.
    `files` are the fingerprints (SHA-256) of the files that are this paper, the signed ones true.
    """

    code: str
    state: str
    kind: str
    number: str
    dated: datetime | None
    office: str
    zone: str
    signers: tuple[str, ...]
    signatures: int
    ink: bool
    files: dict[str, bool]

    def of_file(self, sha256: str) -> str:
        """What a file with that fingerprint is: this paper, its signed copy, or something else."""
        if sha256 not in self.files:
            return OTHER
        return SIGNED if self.files[sha256] else SAME


def code_in(text: str) -> str:
    """The code in what was typed or read from a QR code: the code itself or its address."""
    typed = text.strip()
    found = _IN_ADDRESS.search(typed) or _CODE.fullmatch(typed)
    return "" if found is None else found.group(found.lastindex or 0)


def find(work: Work, code: str) -> Verdict | None:
    """The paper with that code, if it was ever issued; drafts are nobody's business."""
    if _CODE.fullmatch(code) is None:
        return None
    row = work.session.execute(
        select(Document, Office)
        .join(Case, Case.id == Document.case_id)
        .join(Office, Office.id == func.coalesce(Document.office_id, Case.office_id))
        .where(
            Document.verify_code.in_(papers.spellings(code)),
            Document.state.in_((*FINAL, DocumentState.VOID)),
            Document.issued_blob_id.is_not(None),
        )
    ).first()
    if row is None:
        return None
    document, office = row
    copies = work.session.execute(
        select(Signature.way, Blob.sha256, Officer.position)
        .join(Blob, Blob.id == Signature.blob_id)
        .outerjoin(Officer, Officer.id == Signature.signer_id)
        .where(Signature.document_id == document.id, Signature.void_reason == "")
    ).all()
    issued = work.session.get_one(Blob, document.issued_blob_id)
    return Verdict(
        code=document.verify_code,
        state=VOID if document.state == DocumentState.VOID else SIGNED_BY if copies else RECORDED,
        kind=document.title,
        number=document.number,
        dated=document.dated,
        office=office.name,
        zone=office.zone,
        signers=tuple(dict.fromkeys(position for _way, _sha256, position in copies if position)),
        signatures=sum(way in ELECTRONIC for way, _sha256, _position in copies),
        ink=any(way not in ELECTRONIC for way, _sha256, _position in copies),
        files={issued.sha256: False} | {sha256: True for _way, sha256, _position in copies},
    )
