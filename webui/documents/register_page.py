"""The books of an office on the page: what is asked for, and one page of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from casework.models import Case, Dispatch, Document, Office, Signature
from casework.models.document import FINAL, DocumentState
from casework.services.cases import access
from casework.services.core.work import Work
from casework.services.documents import registers, signing
from webui.core import labels

PAGE = 50


@dataclass(frozen=True)
class Choices:
    """What the filter offers."""

    years: tuple[tuple[int, int], ...]
    offices: tuple[tuple[str, str], ...]
    kinds: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class PaperRow:
    """One paper of any case in the list of all of them."""

    id: int
    title: str
    kind: str
    number: str
    day: str
    state: str
    signatures: int
    filed: bool
    letter: bool
    leaves: bool
    signable: bool
    case_id: int
    case_number: str
    office: str
    to: str
    version: int = 0


@dataclass(frozen=True)
class Asked:
    """The filter of the list of papers, as the address has it."""

    year: int
    kind: str
    state: str
    office: str
    text: str
    page: int


STATES = (
    DocumentState.PLANNED,
    DocumentState.DRAFT,
    DocumentState.NUMBERED,
    DocumentState.ISSUED,
    "unsigned",
    DocumentState.DISPATCHED,
    DocumentState.VOID,
    "filed",
)


# A paper that was numbered before its case went to another office stays with the one that wrote it.
_OFFICE = func.coalesce(Document.office_id, Case.office_id)


def choices(work: Work) -> Choices:
    """Years and offices; kinds of paper that exist."""
    kinds = work.session.execute(
        select(Document.kind, func.min(Document.title))
        .join(Case, Case.id == Document.case_id)
        .where(access.visible(work, _OFFICE))
        .group_by(Document.kind)
        .order_by(func.min(Document.title))
    ).all()
    return Choices(
        tuple((year, year) for year in registers.years(work)),
        tuple((one.code, one.name) for one in registers.offices(work)),
        tuple((kind, labels.law_title(title)) for kind, title in kinds),
    )


def papers_like(work: Work, asked: Asked, zone: str) -> tuple[list[PaperRow], bool]:
    """One page of the papers of every case the actor may see, the newest first.

    A year is that of the reader's zone.
    """
    signed, query = _papers(work)
    if asked.kind:
        query = query.where(Document.kind == asked.kind)
    if asked.office:
        query = query.where(Office.code == asked.office)
    if asked.text:
        query = query.where(Document.number.icontains(asked.text, autoescape=True))
    if asked.state == "filed":
        query = query.where(Document.filed_at.is_not(None))
    elif asked.state == "unsigned":
        final = Document.state.in_(FINAL)
        query = query.where(final, signed.c.count.is_(None))
    elif asked.state in STATES:
        query = query.where(Document.state == asked.state)
    if asked.year:
        year = func.coalesce(Document.dated, Document.created_at)
        here = ZoneInfo(zone)
        first, last = (datetime(one, 1, 1, tzinfo=here) for one in (asked.year, asked.year + 1))
        query = query.where(year >= first, year < last)
    rows = work.session.execute(
        query.order_by(Document.id.desc()).offset((asked.page - 1) * PAGE).limit(PAGE + 1)
    ).all()
    return _told(work, rows[:PAGE]), len(rows) > PAGE


def chosen(work: Work, ids: Sequence[int]) -> list[PaperRow]:
    """The documents of these keys that the actor may see, in the order of their cases."""
    query = _papers(work)[1].where(Document.id.in_(ids)).order_by(Document.case_id, Document.id)
    return _told(work, work.session.execute(query).all())


def last_sending(work: Work, document_id: int) -> Dispatch | None:
    """How a letter that is on its way left; None of one that has not left."""
    return work.session.scalar(
        select(Dispatch)
        .where(Dispatch.document_id == document_id)
        .order_by(Dispatch.id.desc())
        .limit(1)
    )


def _papers(work: Work) -> tuple[Any, Any]:
    """How often each document is signed, and the query of all that the actor may see."""
    signed = (
        select(Signature.document_id, func.count().label("count"))
        .where(Signature.void_reason == "")
        .group_by(Signature.document_id)
        .subquery()
    )
    query = (
        select(Document, Case, Office, func.coalesce(signed.c.count, 0))
        .join(Case, Case.id == Document.case_id)
        .join(Office, Office.id == _OFFICE)
        .outerjoin(signed, signed.c.document_id == Document.id)
        .where(access.visible(work, _OFFICE))
    )
    return signed, query


def _told(work: Work, rows: Sequence[Any]) -> list[PaperRow]:
    to = registers.of(work, [row[0] for row in rows])
    return [_row(work, to.get(row[0].id, ""), *row) for row in rows]


def part(rows: Iterator[object], page: int) -> tuple[list[object], bool]:
    """One page of a book."""
    found = list(islice(rows, (page - 1) * PAGE, page * PAGE + 1))
    return found[:PAGE], len(found) > PAGE


def _row(
    work: Work, to: str, document: Document, case: Case, office: Office, signatures: int
) -> PaperRow:
    return PaperRow(
        id=document.id,
        title=labels.law_title(document.title),
        kind=document.kind,
        number=document.number,
        day=registers.day(document.dated, office.zone),
        state=document.state,
        signatures=signatures,
        filed=document.filed_at is not None,
        letter=document.kind in work.law.letters,
        leaves=document.kind in work.law.outgoing,
        signable=not signatures
        and document.state in FINAL
        and signing.may_sign(work, case, document),
        case_id=case.id,
        case_number=case.number,
        office=office.name,
        to=to,
        version=case.version,
    )
