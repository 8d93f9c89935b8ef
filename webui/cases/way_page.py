"""What stands between a case and the next thing its law wants: done, next, still open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import func, select

from casework.engine.edition import Edition
from casework.engine.remaining import Step
from casework.models import Case, Event
from casework.services.cases import known, slack
from casework.services.cases.case_rows import CaseRows
from casework.services.core.work import Work
from webui.cases.acts_page import ActLine, Offer
from webui.core import labels
from webui.deadlines.limits_page import Limit


class MileState(StrEnum):
    """How far a piece of the way is."""

    DONE = "done"
    NEXT = "next"
    OPEN = "open"


@dataclass(frozen=True)
class Mile:
    """One piece of the way. `detail` says why, or when it was done; `act` is what opens it."""

    title: str
    state: MileState
    detail: str = ""
    at: datetime | None = None
    times: int = 1
    act: ActLine | None = None
    other: ActLine | None = None
    """What another officer can do about it now."""


@dataclass(frozen=True)
class Way:
    """The way to the act that meets the nearest limit; `goal` is the stage it leads to, or "".

    `act` is what the officer can do about it now, `after` what follows upon the next piece.
    """

    goal: str
    limit: Limit
    miles: tuple[Mile, ...]
    act: ActLine | None
    after: tuple[str, ...]

    @property
    def done(self) -> int:
        """How many pieces are done."""
        return sum(1 for one in self.miles if one.state == MileState.DONE)

    @property
    def next(self) -> Mile | None:
        """The piece that comes next."""
        return next((one for one in self.miles if one.state == MileState.NEXT), None)


def way(work: Work, case: Case, limit: Limit | None, offer: Offer, rows: CaseRows) -> Way | None:
    """The way to meet a limit that runs; None where none does or no act of the law meets it.

    Done is what was recorded since the limit began. What is left is what the law's own walk finds.
    """
    if limit is None or known.of(work, case) is not None:
        return None
    edition = work.law.edition(case.edition, case.revision)
    steps = slack.steps_left(work, case, limit.rule, rows)
    if not steps:
        return None
    left = [_left(edition, step, offer, first=not n) for n, step in enumerate(steps)]
    last = edition.acts[steps[-1].acts[0]] if steps[-1].acts else None
    return Way(
        goal=last.to_stage or "" if last else "",
        limit=limit,
        miles=(*_done(work, case, edition, limit), *left),
        act=left[0].act,
        after=tuple(labels.law_title(one.title) for one in left[1:3]),
    )


def _done(work: Work, case: Case, edition: Edition, limit: Limit) -> list[Mile]:
    rows = work.session.execute(
        select(Event.action, func.count(), func.max(Event.at))
        .where(
            Event.case_id == case.id,
            Event.at >= datetime.fromisoformat(limit.started_at),
            Event.action.in_(edition.acts),
        )
        .group_by(Event.action)
        .order_by(func.min(Event.id))
    )
    return [
        Mile(str(labels.event(action, edition.acts[action])), MileState.DONE, at=at, times=times)
        for action, times, at in rows
    ]


def _left(edition: Edition, step: Step, offer: Offer, *, first: bool) -> Mile:
    mine = {one.id: one for one in offer.mine}
    act = next((mine[name] for name in step.acts if name in mine), None)
    if first and act is None and not step.acts and offer.mine:
        # What no single act brings about is brought about by what can be done now.
        act = offer.mine[0]
    named = [labels.act(name, edition.acts[name].label) for name in step.acts]
    return Mile(
        title=" / ".join(dict.fromkeys(named)) or labels.law_title(step.what),
        state=MileState.NEXT if first else MileState.OPEN,
        detail="" if named else step.why,
        act=act,
        other=next((one for one in offer.others if one.id in step.acts), None),
    )
