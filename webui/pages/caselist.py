"""The list of cases an officer may see."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, or_, select

from casework.models import Case, Deadline, Office
from casework.models.case import unnumbered
from casework.services import access
from casework.services.running import still_matters
from casework.services.work import Work

PAGE = 50


@dataclass(frozen=True)
class Wanted:
    """What the address asks for."""

    text: str
    stage: str
    page: int


@dataclass(frozen=True)
class CaseLine:
    """One case in the list."""

    id: int
    number: str
    receipt_number: str
    registration_number: str
    title: str
    place: str
    stage: str
    due: str
    office: str
    received_at: str


@dataclass(frozen=True)
class CaseList:
    """One page of the list."""

    lines: tuple[CaseLine, ...]
    more: bool


def cases(work: Work, wanted: Wanted) -> CaseList:
    """Cases by the nearest limit, then the newest; the text looks in numbers, title and place."""
    nearest = (
        select(
            Deadline.case_id,
            func.min(Deadline.due_epoch).label("epoch"),
            func.min(Deadline.due).label("due"),
        )
        .join(Case, Case.id == Deadline.case_id)
        .where(still_matters(work.law))
        .group_by(Deadline.case_id)
        .subquery()
    )
    query = (
        select(
            Case.id,
            Case.receipt_number,
            Case.registration_number,
            Case.title,
            Case.event_place,
            Case.stage,
            nearest.c.due,
            Office.name,
            Case.received_at,
            Case.kind,
        )
        .join(Office, Office.id == Case.office_id)
        .outerjoin(nearest, nearest.c.case_id == Case.id)
        .where(access.visible(work))
    )
    if wanted.stage:
        query = query.where(Case.stage == wanted.stage)
    if wanted.text.strip():
        needle = wanted.text.strip()
        query = query.where(
            or_(
                *(
                    column.icontains(needle, autoescape=True)
                    for column in (
                        Case.receipt_number,
                        Case.registration_number,
                        Case.title,
                        Case.event_place,
                    )
                )
            )
        )
    rows = work.session.execute(
        query.order_by(nearest.c.epoch.is_(None), nearest.c.epoch, Case.id.desc())
        .limit(PAGE + 1)
        .offset((wanted.page - 1) * PAGE)
    ).all()
    lines = tuple(
        CaseLine(
            id=row[0],
            number=row[2] or row[1] or unnumbered(row[9], row[0]),
            receipt_number=row[1],
            registration_number=row[2],
            title=row[3],
            place=row[4],
            stage=row[5],
            due=row[6] or "",
            office=row[7],
            received_at=row[8].isoformat(),
        )
        for row in rows[:PAGE]
    )
    return CaseList(lines, len(rows) > PAGE)
