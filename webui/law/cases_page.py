"""Stored cases under other law."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from casework.models import Case
from casework.services.cases import access
from casework.services.core.work import Work
from casework.services.deadlines import replay
from casework.services.deadlines.replay import Replay

BATCH = 25
"""Cases that are asked for one page: each takes some hundredths of a second."""


@dataclass(frozen=True)
class Batch:
    """The cases of one page that would differ; `next` is where the next page begins, or None."""

    pin: str
    first: int
    examined: int
    differing: tuple[Replay, ...]
    next: int | None


def targets(work: Work) -> tuple[str, ...]:
    """The editions that take cases, at every revision, the newest of each first."""
    return tuple(
        f"{one.id}@{revision}"
        for one in work.law.editions.values()
        if not one.no_cases
        for revision in reversed(
            [one.revision.partition(".")[0], *(upon.revision for upon in work.law.upon(one.id))]
        )
    )


def replayed(work: Work, pin: str, after: int) -> Batch:
    """Ask the cases the officer may see, in the order they came. Raises EditionUnknown."""
    edition = work.law.pinned(pin)
    rows = list(
        work.session.scalars(
            select(Case)
            .where(Case.id > after, access.visible(work), Case.regime == edition.regime)
            .order_by(Case.id)
            .limit(BATCH + 1)
        )
    )
    asked = rows[:BATCH]
    told = [replay.replay(work, one, edition, work.law.calendar) for one in asked]
    return Batch(
        edition.pin,
        after,
        len(asked),
        tuple(one for one in told if one.differs),
        asked[-1].id if len(rows) > BATCH else None,
    )


def movable(work: Work, case: Case) -> Mapping[str, object]:
    """Where a case can be moved to: other editions and revisions of its regime."""
    here = f"{case.edition}@{case.revision}"
    return {
        "here": here,
        "targets": [
            one
            for one in targets(work)
            if one != here and work.law.pinned(one).regime == case.regime
        ],
    }
