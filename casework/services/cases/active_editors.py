"""Marks which officers have a page of an act on a case open, to show them to each other.

A mark prevents nothing and expires by itself, by the machine's time. It is not part of the record.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from casework.models import Officer, WorkMark
from casework.services.cases import access
from casework.services.core.work import Work

# The page renews it each minute; a closed page is forgotten soon.
LASTS = timedelta(minutes=3)


@dataclass(frozen=True)
class Presence:
    """An officer with a page of an act open."""

    name: str
    act: str


def mark(work: Work, case_id: int, act: str, now: datetime) -> None:
    """Leave or renew the acting officer's mark on a case; raises NotFound."""
    access.readable(work, case_id)
    officer_id = work.actor.officer_id
    if officer_id is None or _renewed(work, case_id, officer_id, act, now):
        return
    work.session.execute(delete(WorkMark).where(WorkMark.until <= now))
    # Two pages opened at once: one of them leaves the mark, both are right.
    with suppress(IntegrityError), work.session.begin_nested():
        work.session.add(
            WorkMark(case_id=case_id, officer_id=officer_id, act=act, until=now + LASTS)
        )


def clear(work: Work, case_id: int, act: str = "") -> None:
    """Take the acting officer's mark away: the act is done, or its page was closed.

    With an `act` only a mark of that act; another page of the officer may be open by then.
    """
    mine = [WorkMark.case_id == case_id, WorkMark.officer_id == work.actor.officer_id]
    if act:
        mine.append(WorkMark.act == act)
    work.session.execute(delete(WorkMark).where(*mine))


def others(work: Work, case_id: int, now: datetime) -> Sequence[Presence]:
    """Who else is working on a case that the caller was allowed to read."""
    rows = work.session.execute(
        select(Officer.name, WorkMark.act)
        .join(Officer, Officer.id == WorkMark.officer_id)
        .where(
            WorkMark.case_id == case_id,
            WorkMark.until > now,
            WorkMark.officer_id != work.actor.officer_id,
        )
        .order_by(Officer.name)
    )
    return [Presence(name, act) for name, act in rows]


def _renewed(work: Work, case_id: int, officer_id: int, act: str, now: datetime) -> bool:
    found = work.session.execute(
        update(WorkMark)
        .where(WorkMark.case_id == case_id, WorkMark.officer_id == officer_id)
        .values(act=act, until=now + LASTS)
        .returning(WorkMark.id)
    )
    return bool(found.all())
