"""Makes lines and search words of all cases anew, `BUNDLE` cases in a transaction."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from casework.models import Case, CaseLine
from casework.services.cases import lines
from casework.services.core.runtime import NO_OFFICE, Door
from casework.services.core.work import Actor

BUNDLE = 500


def waiting(session: Session) -> bool:
    """Are there cases without words, or with only those a migration could make?"""
    made = select(CaseLine.case_id).where(CaseLine.mark != "")
    found = session.scalar(select(Case.id).where(Case.id.not_in(made)).limit(1))
    return found is not None


def all_cases(door: Door, *, only_missing: bool = False) -> Iterator[int]:
    """Make line and search words of every case anew, or only of those that have none.

    Gives after each bundle how many cases are done.
    """
    after = done = 0
    while True:
        with door.unit_of_work(Actor.system(NO_OFFICE)) as work:
            query = select(Case).where(Case.id > after).order_by(Case.id).limit(BUNDLE)
            if only_missing:
                made = select(CaseLine.case_id).where(CaseLine.mark != "")
                query = query.where(Case.id.not_in(made))
            # Locked as an act locks it: what it changes meanwhile must not be overwritten.
            cases = work.session.scalars(query.with_for_update(key_share=True)).all()
            lines.renew(work, cases)
            work.session.expunge_all()
        if not cases:
            return
        after, done = cases[-1].id, done + len(cases)
        yield done
