"""The report of one election at an office: its figures as a paper, as tables, and as lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select

from casework.document_data import to_plain
from casework.engine.papers.election import LaporanPemilihan, ReportTable
from casework.engine.papers.parts import Signatory
from casework.engine.words import long_date
from casework.models import Office, Officer, OfficerRole
from casework.ports import Sheet
from casework.services.cases.record import audit
from casework.services.core.work import Work
from casework.services.documents import election_figures
from casework.services.documents.data import wording
from casework.services.documents.data.source import letterhead_of
from casework.services.documents.election_figures import TOTAL, Figures, Table

FORM = "laporan_pemilihan"
LAYOUTS = "pemilihan-2020"
"""Whose layout is used: the form has no rule of its own in any edition."""


@dataclass(frozen=True)
class Taken:
    """A report that was taken out: its figures, and the plain values of its paper."""

    figures: Figures
    paper: dict[str, Any]
    sheets: tuple[Sheet, ...]


def take(work: Work, election: str, office: str, kind: str) -> Taken:
    """Count, and record that the report was taken out as `kind` (pdf, xlsx, csv). NotFound."""
    found = election_figures.figures(work, election, office)
    audit.record(
        work,
        "laporan_pemilihan_diunduh",
        detail={"election": election, "office": office, "as": kind, "cases": found.cases},
    )
    return Taken(found, to_plain(paper(work, found)), tuple(sheets(work, found)))


def paper(work: Work, found: Figures) -> LaporanPemilihan:
    """The report as a paper of the reader's own office, of today; its number is given by hand."""
    office = work.session.get_one(Office, work.actor.office_id)
    today = work.now.astimezone(ZoneInfo(office.zone))
    return LaporanPemilihan(
        letterhead=letterhead_of(office),
        reference=found.title,
        dated=today.isoformat(timespec="seconds"),
        election=found.title,
        office=names(found),
        period=period(found, office.zone),
        cases=found.cases,
        tables=tuple(
            ReportTable(
                title=one.title,
                heads=(one.of, *one.columns),
                rows=tuple((words, *map(str, counts)) for words, counts in lines(one)),
            )
            for one in found.tables
        ),
        place=office.city,
        date=wording.date_only(work.now, office.zone),
        signatory=_chair(work, office),
    )


def sheets(work: Work, found: Figures) -> Iterator[Sheet]:
    """Each table of the report as one of a workbook."""
    office = work.session.get_one(Office, work.actor.office_id)
    day = long_date(work.now.astimezone(ZoneInfo(office.zone)).date())
    for one in found.tables:
        yield Sheet(
            title=one.title,
            under=f"{found.title} · {names(found)} · {day}",
            columns=((one.of, 44), *((column, 18) for column in one.columns)),
            rows=tuple((words, *map(str, counts)) for words, counts in lines(one)),
        )


def lines(table: Table) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The rows of a table, with their sum where it counts nothing twice."""
    yield from table.rows
    if table.total and table.rows[1:]:
        yield TOTAL, table.sums


def names(found: Figures) -> str:
    """The offices that were counted."""
    return "; ".join(one.name for one in found.offices)


def period(found: Figures, zone: str) -> str:
    """From the first case that came in to the last."""
    if found.first is None or found.last is None:
        return ""
    there = ZoneInfo(zone)
    first, last = (long_date(one.astimezone(there).date()) for one in (found.first, found.last))
    return first if first == last else f"{first} sampai dengan {last}"


def _chair(work: Work, office: Office) -> Signatory:
    today = work.now.astimezone(ZoneInfo(office.zone)).date()
    found = work.session.scalar(
        select(Officer)
        .join(OfficerRole, OfficerRole.officer_id == Officer.id)
        .where(
            OfficerRole.office_id == office.id,
            OfficerRole.role == "chair",
            OfficerRole.starts <= today,
            or_(OfficerRole.until.is_(None), OfficerRole.until > today),
        )
        .order_by(Officer.id)
        .limit(1)
    )
    return Signatory(position="Ketua", name=found.name if found else "")
