"""Papers and evidence of a case, as the case file lists them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from casework.adapters import pages
from casework.models import Blob, Case, Dispatch, Document, Evidence, Meeting, Party
from casework.models.document import DocumentState
from casework.services.acts.corrections import clerical_letters
from casework.services.acts.corrections.clerical_letters import Quote
from casework.services.acts.review import acknowledgement
from casework.services.cases import known
from casework.services.cases.record import identity
from casework.services.core.work import Work
from casework.services.documents import files, papers, registers


@dataclass(frozen=True)
class DispatchLine:
    """One try to deliver a letter."""

    id: int
    channel: str
    sent_at: str
    received_at: str
    note: str


@dataclass(frozen=True)
class PaperLine:
    """One paper with its state; ``ready`` when there is a PDF to look at."""

    id: int
    kind: str
    title: str
    code: str
    number: str
    dated: str
    state: str
    letter: bool
    leaves: bool
    ready: bool
    waiting: bool
    readable: bool
    about: str
    sha256: str
    dispatches: tuple[DispatchLine, ...]
    confidential: bool = False
    stale: tuple[Quote, ...] = ()
    """Fields that were corrected since, whose earlier value this paper quotes."""
    awaits: tuple[str, ...] = ()
    """Members whose acknowledgement the minutes wait for, until the end of the day."""


@dataclass(frozen=True)
class EvidenceLine:
    """One piece of evidence and the fingerprint it was received with."""

    id: int
    ordinal: int
    description: str
    sha256: str
    size: int
    media_type: str
    received_at: str
    confidential: bool
    readable: bool
    note: str

    @property
    def drawable(self) -> bool:
        """Whether its pages can be shown here."""
        return pages.drawable(self.media_type, self.size)


def papers_of(work: Work, case: Case) -> list[PaperLine]:
    """Every paper of a case in the order it was asked for."""
    sent: dict[int, list[DispatchLine]] = {}
    told = known.of(work, case)
    for row in work.session.scalars(
        select(Dispatch)
        .join(Document, Document.id == Dispatch.document_id)
        .where(Document.case_id == case.id, *known.within(told, Dispatch))
        .order_by(Dispatch.id)
    ):
        received = row.received_at.isoformat() if row.received_at else ""
        sent.setdefault(row.document_id, []).append(
            DispatchLine(row.id, row.channel, row.sent_at.isoformat(), received, row.receiver_note)
        )
    hashes = dict(
        work.session.execute(
            select(Blob.id, Blob.sha256)
            .join(Document, Document.issued_blob_id == Blob.id)
            .where(Document.case_id == case.id)
        ).all()
    )
    rows = known.only(told, papers.of_case(work, case))
    about, stale = _about(work, case, rows), clerical_letters.stale(work, case)
    awaited = _awaited(work, rows, case.office.zone)
    return [
        PaperLine(
            id=row.id,
            kind=row.kind,
            title=row.title,
            code=row.code,
            number=row.number,
            dated=row.dated.isoformat() if row.dated else "",
            state=row.state,
            letter=row.kind in work.law.letters,
            leaves=row.kind in work.law.outgoing,
            ready=(row.issued_blob_id or row.draft_blob_id) is not None,
            waiting=row.state in _IN_WORK and row.id not in awaited,
            readable=files.may_open(work, case, row),
            about=about(row),
            sha256=hashes.get(row.issued_blob_id or 0, ""),
            dispatches=tuple(sent.get(row.id, ())),
            confidential=row.confidential,
            stale=stale.get(row.id, ()) if row.state != DocumentState.VOID else (),
            awaits=awaited.get(row.id, ()),
        )
        for row in rows
    ]


_IN_WORK = (DocumentState.PLANNED, DocumentState.NUMBERED)


def _awaited(work: Work, rows: Sequence[Document], zone: str) -> dict[int, tuple[str, ...]]:
    """Of minutes that are not drawn yet: the members who have still to acknowledge them."""
    meetings = {
        row.id: row.context["meeting_id"]
        for row in rows
        if row.state in _IN_WORK and "meeting_id" in row.context
    }
    if not meetings:
        return {}
    told = {
        one.id: tuple(acknowledgement.missing(one))
        for one in work.session.scalars(select(Meeting).where(Meeting.id.in_(meetings.values())))
        if one.recorded_at and work.now < (acknowledgement.until(one, zone) or work.now)
    }
    return {row: told[key] for row, key in meetings.items() if told.get(key)}


def _about(work: Work, case: Case, rows: Sequence[Document]) -> Callable[[Document], str]:
    """To whom a letter goes; of another paper, whom it is about."""
    labels = dict(
        work.session.execute(select(Party.id, Party.label).where(Party.case_id == case.id)).all()
    )
    to = registers.of(work, rows)

    def name(row: Document) -> str:
        return to.get(row.id) or labels.get(row.context.get("party_id", 0), "")

    return name


def evidence_of(work: Work, case: Case) -> list[EvidenceLine]:
    """Every piece of evidence of a case."""
    rows = work.session.execute(
        select(Evidence, Blob)
        .join(Blob, Blob.id == Evidence.blob_id)
        .where(Evidence.case_id == case.id, *known.within(known.of(work, case), Evidence))
        .order_by(Evidence.ordinal)
    ).all()
    return [
        EvidenceLine(
            id=row.id,
            ordinal=row.ordinal,
            description=row.description,
            sha256=blob.sha256,
            size=blob.size,
            media_type=blob.media_type,
            received_at=row.received_at.isoformat(),
            confidential=row.confidential,
            readable=not row.confidential or identity.may_read(work, case, row),
            note=row.note,
        )
        for row, blob in rows
    ]
