"""What offices announced of their cases, for anybody: numbers, days and outcomes, and no name.

An announcement is a paper that an office issued to be read by everybody (`pengumuman_status`).
Nothing of a case is told here before, and one that was void stays to be seen as void.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Final, cast

from sqlalchemy import func, or_, select

from casework.document_data import from_plain
from casework.engine.papers.ending import PengumumanStatus
from casework.models import Case, Document, Office
from casework.models.document import FINAL, DocumentState
from casework.services.core.work import Work

FORM: Final = "pengumuman_status"
MOST: Final = 20
"""Announcements on one page."""


@dataclass(frozen=True)
class Announcement:
    """One announcement; `number` is that of the registration, else the one of the receipt.

    `status`, `explanation`, `lacking` and `destinations` stand in it word for word, in Indonesian.
    `id` orders them, `code` is that of the paper, `dated` when it was issued (UTC).
    """

    id: int
    code: str
    number: str
    office: str
    zone: str
    dated: datetime
    void: bool
    status: str
    explanation: str
    lacking: tuple[str, ...]
    destinations: tuple[str, ...]


def newest(
    work: Work, *, office: str = "", number: str = "", before: int | None = None
) -> list[Announcement]:
    """The newest announcements, at most `MOST` and one more; the one too many says there are more.

    Of one `office` by its code, of cases whose number holds `number`, older than the one with the
    id `before`.
    """
    place = func.coalesce(Document.office_id, Case.office_id)
    asked = (
        select(Document, Case, Office)
        .join(Case, Case.id == Document.case_id)
        .join(Office, Office.id == place)
        .where(
            Document.kind == FORM,
            Document.state.in_((*FINAL, DocumentState.VOID)),
            Document.issued_blob_id.is_not(None),
            Document.data.is_not(None),
        )
        .order_by(Document.id.desc())
        .limit(MOST + 1)
    )
    if office:
        asked = asked.where(Office.code == office)
    if number:
        asked = asked.where(
            or_(
                Case.registration_number.icontains(number, autoescape=True),
                Case.receipt_number.icontains(number, autoescape=True),
            )
        )
    if before is not None:
        asked = asked.where(Document.id < before)
    rows = work.session.execute(asked)
    return [_told(work, document, case, by) for document, case, by in rows]


def offices(work: Work) -> list[tuple[str, str]]:
    """Code and name of every office that has announced something."""
    place = func.coalesce(Document.office_id, Case.office_id)
    rows = work.session.execute(
        select(Office.code, Office.name)
        .select_from(Document)
        .join(Case, Case.id == Document.case_id)
        .join(Office, Office.id == place)
        .where(Document.kind == FORM, Document.issued_blob_id.is_not(None))
        .distinct()
        .order_by(Office.code)
    )
    return [(code, name) for code, name in rows]


def _told(work: Work, document: Document, case: Case, office: Office) -> Announcement:
    plain = work.vault.open(document.data or b"", f"document:{document.verify_code}")
    paper = cast(PengumumanStatus, from_plain(FORM, json.loads(plain)))
    return Announcement(
        id=document.id,
        code=document.verify_code,
        number=paper.case_number or paper.report_number or case.number,
        office=office.name,
        zone=office.zone,
        dated=document.dated or document.created_at,
        void=document.state == DocumentState.VOID,
        status=paper.status,
        explanation=paper.explanation,
        lacking=paper.lacking,
        destinations=paper.destinations,
    )
