"""The unread messages on the desk of one officer, and how they are put away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from casework.errors import NotFound
from casework.models import Notice
from casework.services.cases import access
from casework.services.core.work import Work
from casework.services.people import notices

MOST = 30


@dataclass(frozen=True)
class NoticeLine:
    """An unread message."""

    id: int
    subject: str
    body: str
    at: datetime
    case_id: int | None


def unread(work: Work, before: int | None) -> list[NoticeLine]:
    """The newest unread messages of the officer, or those before one."""
    query = select(Notice).where(
        Notice.officer_id == work.actor.officer_id,
        Notice.read_at.is_(None),
        *notices.readable(work),
    )
    if before is not None:
        query = query.where(Notice.id < before)
    rows = work.session.scalars(query.order_by(Notice.id.desc()).limit(MOST))
    return [NoticeLine(row.id, row.subject, row.body, row.created_at, row.case_id) for row in rows]


def mark_read(work: Work, notice_id: int) -> None:
    """Put away one of the officer's own notices; raises NotFound."""
    row = access.told(work, work.session.get(Notice, notice_id))
    if row is None or row.officer_id != work.actor.officer_id:
        raise NotFound("Pemberitahuan itu tidak ada.")
    row.read_at = row.read_at or work.now


def mark_all_read(work: Work, newest: int) -> int:
    """Put away the officer's own notices up to the newest one seen; gives how many they were.

    What came in since the page was opened stays.
    """
    done = work.session.scalars(
        update(Notice)
        .where(
            Notice.officer_id == work.actor.officer_id,
            Notice.read_at.is_(None),
            Notice.id <= newest,
            *notices.readable(work),
        )
        .values(read_at=work.now)
        .returning(Notice.id)
    )
    return len(done.all())
