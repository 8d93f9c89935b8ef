"""The books of an office, kept by themselves: numbers and outgoing letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import merge
from operator import itemgetter
from typing import cast
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import InstrumentedAttribute

from casework.errors import NotFound
from casework.models import Case, Dispatch, Document, Number, NumberOpening, Office, Party, Referral
from casework.services.cases import access, known
from casework.services.core.numbers import LETTER, RECEIPT, REGISTRATION, numbering_office
from casework.services.core.work import Work
from casework.services.documents.data import wording
from casework.services.people import numbering

REPORTER = "Pelapor"
"""Whom a letter is for that names neither a party nor an office nor an agency."""


def of(work: Work, documents: Sequence[Document]) -> Mapping[int, str]:
    """The addressee of each letter by the key of its paper; papers that are no letters have none.

    A person whose identity is protected appears under the pseudonym of the case.
    """
    letters = {row.id: row for row in documents if row.kind in work.law.letters}
    referred = select(Referral.document_id, Referral.addressee)
    agencies = dict(work.session.execute(referred.where(Referral.document_id.in_(letters))).all())
    people = _named(work, Party.id, Party.label, letters, "party_id")
    offices = _named(work, Office.id, Office.name, letters, "office_id")
    return {
        key: agencies.get(key) or people.get(key) or offices.get(key) or REPORTER for key in letters
    }


def _named(
    work: Work,
    key: InstrumentedAttribute[int],
    name: InstrumentedAttribute[str],
    letters: Mapping[int, Document],
    field: str,
) -> Mapping[int, str]:
    """What the context of a letter points to under a field, by the key of the letter."""
    wanted = {row.id: row.context[field] for row in letters.values() if row.context.get(field)}
    names = dict(work.session.execute(select(key, name).where(key.in_(set(wanted.values())))).all())
    return {letter: names[one] for letter, one in wanted.items() if one in names}


@dataclass(frozen=True)
class Entry:
    """One number of the register: what it was given to, and why it is void or inserted."""

    number: str
    series: str
    year: int
    taken_at: datetime
    office: str
    zone: str
    case_id: int | None
    case_number: str
    document_id: int | None
    title: str
    inserted: bool
    insert_reason: str
    void_reason: str
    skip_reason: str = ""


@dataclass(frozen=True)
class Letter:
    """One line of the agenda: to whom, about what, how it left and when it arrived."""

    number: str
    dated: datetime | None
    zone: str
    to: str
    title: str
    case_number: str
    channel: str
    sent_at: datetime | None
    received_at: datetime | None
    note: str


@dataclass(frozen=True)
class Wanted:
    """Which part of a book: year, series or kind, state, office code; "" for all."""

    year: int
    series: str = ""
    state: str = ""
    office: str = ""


def numbers(work: Work, wanted: Wanted) -> Iterator[Entry]:
    """The numbers of a year in their order, inserted ones at their place.

    Numbers that are not given out here (opening balance, gaps) are one entry a range.
    """
    for _place, entry in merge(_skipped(work, wanted), _given(work, wanted), key=itemgetter(0)):
        yield entry


Place = tuple[str, str, int, int]


def _skipped(work: Work, wanted: Wanted) -> Iterator[tuple[Place, Entry]]:
    if wanted.state not in ("", "dilewati"):
        return
    series = NumberOpening.series.startswith(wanted.series, autoescape=True)
    where = (NumberOpening.year == wanted.year, series, *of_offices(work, wanted))
    for one in numbering.skipped(work, *where):
        text = f"{one.first}–{one.last}" if one.first < one.last else str(one.first)
        entry = Entry(
            number=text, series=one.series.partition(":")[0], year=wanted.year, taken_at=one.at,
            office=one.office.name, zone=one.office.zone, case_id=None, case_number="",
            document_id=None, title="", inserted=False, insert_reason="", void_reason="",
            skip_reason=f"{one.reason} ({one.officer})",
        )  # fmt: skip
        yield (one.office.code, one.series, one.first, 0), entry


def _given(work: Work, wanted: Wanted) -> Iterator[tuple[Place, Entry]]:
    if wanted.state == "dilewati":
        return
    rows = work.session.execute(
        select(Number, Office, Case, Document.id, Document.title)
        .join(Office, Office.id == Number.office_id)
        .outerjoin(Case, and_(Case.id == Number.case_id, access.legible(work)))
        .outerjoin(
            Document,
            and_(
                Number.series == LETTER,
                Document.case_id == Case.id,
                Document.number == Number.text,
                Number.office_id == numbering_office(),
                Document.kind.in_(sorted(work.law.letters)),
            ),
        )
        .where(
            Number.year == wanted.year,
            *of_offices(work, wanted),
            *_numbers(wanted),
            *access.not_kept_away(work, Number.case_id),
        )
        .order_by(
            Office.code, Number.series, Number.seq, func.coalesce(Number.inserted, 0), Number.id
        )
    )
    for row, office, joined, document_id, title in rows:
        case = cast("Case | None", joined)
        entry = Entry(
            number=row.text,
            series=row.series.partition(":")[0],
            year=row.year,
            taken_at=row.taken_at,
            office=office.name,
            zone=office.zone,
            case_id=case.id if case else None,
            case_number=_called(work, case) if case else "",
            document_id=document_id,
            title=title or (case.title if case else ""),
            inserted=row.inserted is not None,
            insert_reason=row.insert_reason or "",
            void_reason=row.void_reason,
        )
        yield (office.code, row.series, row.seq, row.inserted or 0), entry


def _called(work: Work, case: Case) -> str:
    then = known.of(work, case)
    return case.number if then is None else then.number(case)


def letters(work: Work, wanted: Wanted) -> Iterator[Letter]:
    """The agenda of outgoing letters of a year, in the order of their numbers.

    A person whose identity is protected appears under the pseudonym of the case.
    """
    rows = work.session.execute(
        select(Number, Document, Case, Office)
        .join(
            Document,
            and_(Document.case_id == Number.case_id, Document.number == Number.text),
        )
        .join(Case, Case.id == Document.case_id)
        .join(Office, Office.id == Number.office_id)
        .where(
            Number.series == LETTER,
            Number.office_id == numbering_office(),
            Number.year == wanted.year,
            access.legible(work),
            *of_offices(work, wanted),
        )
        .order_by(Office.code, Number.seq, func.coalesce(Number.inserted, 0))
    ).all()
    sent = _sent(work, [document.id for _number, document, _case, _office in rows])
    to = of(work, [document for _number, document, _case, _office in rows])
    for number, document, case, office in rows:
        proof = sent.get(document.id)
        yield Letter(
            number=number.text,
            dated=document.dated,
            zone=office.zone,
            to=to.get(document.id, ""),
            title=document.title,
            case_number=case.number,
            channel=proof.channel if proof else "",
            sent_at=proof.sent_at if proof else None,
            received_at=proof.received_at if proof else None,
            note=number.void_reason or number.insert_reason or "",
        )


def offices(work: Work) -> list[Office]:
    """The offices whose books the actor may read."""
    return list(
        work.session.scalars(
            select(Office).where(Office.id.in_(access.offices(work))).order_by(Office.code)
        )
    )


def years(work: Work) -> list[int]:
    """The years there are numbers of, the newest first; this one in any case."""
    found = set(
        work.session.scalars(
            select(Number.year).where(Number.office_id.in_(access.offices(work))).distinct()
        )
    )
    here = ZoneInfo(work.session.get_one(Office, work.actor.office_id).zone)
    return sorted(found | {work.now.astimezone(here).year}, reverse=True)


def day(moment: datetime | None, zone: str) -> str:
    """A date as the books write it; empty for none."""
    return wording.date_only(moment, zone) if moment else ""


def of_offices(work: Work, wanted: Wanted) -> tuple[ColumnElement[bool], ...]:
    """The condition that keeps a book to the offices whose books may be read, or the one wanted."""
    allowed = Office.id.in_(access.offices(work))
    return (allowed, Office.code == wanted.office) if wanted.office else (allowed,)


def _numbers(wanted: Wanted) -> tuple[ColumnElement[bool], ...]:
    found: list[ColumnElement[bool]] = []
    if wanted.series:
        if wanted.series not in (LETTER, RECEIPT, REGISTRATION):
            raise NotFound("Seri nomor itu tidak ada.")
        found.append(Number.series.startswith(wanted.series, autoescape=True))
    if wanted.state == "batal":
        found.append(Number.void_reason != "")
    elif wanted.state == "sisipan":
        found.append(Number.inserted.is_not(None))
    elif wanted.state == "berlaku":
        found.append(Number.void_reason == "")
    return tuple(found)


def _sent(work: Work, documents: list[int]) -> Mapping[int, Dispatch]:
    """The last try of each letter; one that arrived counts before one that did not."""
    found: dict[int, Dispatch] = {}
    rows = work.session.scalars(
        select(Dispatch).where(Dispatch.document_id.in_(documents)).order_by(Dispatch.id)
    )
    for row in rows:
        before = found.get(row.document_id)
        if before is None or before.received_at is None or row.received_at is not None:
            found[row.document_id] = row
    return found
