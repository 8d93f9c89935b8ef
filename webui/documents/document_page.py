"""One paper with its whole life: file, signed copies, what happened, what can be done now."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from sqlalchemy import select

from casework.adapters.pdf.forms import Forms, FreeText
from casework.errors import IntegrityFault, NotFound, NotPermitted
from casework.models import Blob, Case, Document, Event, Officer, Signature
from casework.models.document import FINAL, DocumentState
from casework.services.acts.recommendation import voiding
from casework.services.cases import access, known
from casework.services.core.work import Work
from casework.services.documents import archive, files, free_texts, receipts, signing
from casework.services.documents import data as paper_data
from webui.cases.files_page import PaperLine, papers_of
from webui.cases.head import Head, head_of
from webui.cases.history_page import EventLine, line_of
from webui.review import paraf_page
from webui.review.paraf_page import Initialling

SOUND, ALTERED = "sah", "berubah"


@dataclass(frozen=True)
class Copy:
    """A signed copy; `state` says whether its file is still what was recorded."""

    id: int
    way: str
    signer: str
    at: str
    by: str
    certificate: str
    timestamped: bool
    sha256: str
    state: str
    void_reason: str


@dataclass(frozen=True)
class DocumentPage:
    """Everything the page of one paper shows.

    `replaces` are the number of the void letter in whose place it stands, and why it is void;
    `own_words` says that an officer put parts of the draft in other words.
    """

    head: Head
    line: PaperLine
    code: str
    office: str
    template_version: str
    edition: str
    copies: tuple[Copy, ...]
    state: str
    filed_at: str
    filed_under: str
    events: tuple[EventLine, ...]
    way: Initialling | None
    may_sign: bool
    unsigned_reason: str
    may_scan: bool
    may_edit: bool
    may_void: bool
    may_discard: bool
    may_file: bool
    may_receipt: bool
    replaces: tuple[str, str] | None
    own_words: bool

    @property
    def holding(self) -> tuple[Copy, ...]:
        """The signed copies that were not taken back."""
        return tuple(one for one in self.copies if not one.void_reason)


def look(work: Work, document_id: int) -> DocumentPage:
    """Read one paper; raises NotFound for what the actor may not see."""
    row = access.told(work, work.session.get(Document, document_id))
    if row is None:
        raise NotFound("Dokumen itu tidak ada.")
    case = access.remembered(work, row.case_id)
    known.check(work, case, row, "Dokumen itu tidak ada.")
    (line,) = [one for one in papers_of(work, case) if one.id == row.id]
    copies = tuple(_copies(work, case, row))
    own = work.actor.office_id == case.office_id
    final = row.state in FINAL
    electronic = any(one.way in signing.ELECTRONIC for one in copies if not one.void_reason)
    return DocumentPage(
        head=head_of(work, case),
        line=line,
        code=row.verify_code,
        office=case.office.name,
        template_version=row.template_version or "",
        edition=f"{row.edition}@{row.revision}",
        copies=copies,
        state=_state(work, row),
        filed_at=row.filed_at.isoformat() if row.filed_at else "",
        filed_under=row.filed_under or "",
        events=tuple(_events(work, case, row)),
        way=paraf_page.initialling(work, "documents", row.id)
        if row.state in free_texts.DRAFTS
        else None,
        may_sign=final and signing.may_sign(work, case, row),
        unsigned_reason=signing.ended(work, row),
        may_scan=own and final and not electronic and bool(work.actor.roles & signing.SCANNERS),
        may_edit=own and line.letter and row.state in free_texts.DRAFTS and line.readable,
        may_void=own
        and line.letter
        and row.state in (DocumentState.NUMBERED, DocumentState.ISSUED)
        and bool(work.actor.roles & voiding.VOIDERS),
        may_discard=own
        and bool(work.actor.roles & voiding.VOIDERS)
        and voiding.discardable(work, case, row),
        may_receipt=own and line.readable and receipts.may_ask(work, row),
        may_file=own and archive.may_file(work, row) and bool(work.actor.roles & archive.FILERS),
        replaces=voiding.replaced(work, row),
        own_words=row.edited is not None and row.state in free_texts.DRAFTS,
    )


def texts(
    work: Work, document_id: int, forms: Forms
) -> tuple[dict[str, FreeText], dict[str, str], int]:
    """The free texts of a draft: what the form allows, what they say now, how often edited."""
    row = work.session.get_one(Document, document_id)
    case = access.readable(work, row.case_id)
    if not files.may_open(work, case, row):
        raise NotPermitted("Dokumen ini memuat identitas yang dirahasiakan.")
    blocks = forms.editable(row.kind, row.edition)
    paper = paper_data.build(work, row) if blocks else None
    return blocks, {name: str(getattr(paper, name)) for name in blocks}, row.edits or 0


def of_copy(work: Work, signature_id: int) -> DocumentPage:
    """The paper a signed copy is of; raises NotFound."""
    row = work.session.get(Signature, signature_id)
    if row is None:
        raise NotFound("Salinan bertanda tangan itu tidak ada.")
    page = look(work, row.document_id)
    case = access.remembered(work, page.head.id)
    known.check(work, case, row, "Salinan bertanda tangan itu tidak ada.")
    return page


def _copies(work: Work, case: Case, row: Document) -> list[Copy]:
    told = known.of(work, case)
    found = work.session.execute(
        select(Signature, Blob, Officer.name)
        .join(Blob, Blob.id == Signature.blob_id)
        .outerjoin(Officer, Officer.id == Signature.recorded_by)
        .where(Signature.document_id == row.id, *known.within(told, Signature))
        .order_by(Signature.ordinal)
    )
    return [
        Copy(
            id=one.id,
            way=one.way,
            signer=one.signer_name,
            at=one.signed_at.isoformat(),
            by=name or "",
            certificate=one.certificate,
            timestamped=one.timestamped,
            sha256=blob.sha256,
            state=_held(work, blob),
            void_reason=one.void_reason,
        )
        for one, blob, name in found
    ]


def _state(work: Work, row: Document) -> str:
    if row.issued_blob_id is None:
        return ""
    return _held(work, work.session.get_one(Blob, row.issued_blob_id))


def _held(work: Work, blob: Blob) -> str:
    """Whether a file is still what was recorded; reads all of it."""
    digest = hashlib.sha256()
    try:
        for piece in work.store.read(blob.path, blob.wrapped_key):
            digest.update(piece)
    except IntegrityFault:
        return ALTERED
    return SOUND if digest.hexdigest() == blob.sha256 else ALTERED


def _events(work: Work, case: Case, row: Document) -> list[EventLine]:
    found = work.session.execute(
        select(Event, Officer.name)
        .outerjoin(Officer, Officer.id == Event.actor_id)
        .where(
            Event.case_id == case.id,
            Event.subject.contains(f"documents:{row.id}"),
            *known.within(known.of(work, case), Event),
        )
        .order_by(Event.id.desc())
    )
    named = f"documents:{row.id}"
    return [
        line_of(work, case, event, name)
        for event, name in found
        if named in event.subject.split(",")
    ]
