"""Lets time pass: what comes due on the way is done at its own moment, then the clock goes on."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, datetime, timedelta

from sqlalchemy import select, update

from casework.bootstrap import App
from casework.models import Deadline, Outbox
from casework.models.deadline import DeadlineState
from casework.models.outbox import OutboxState
from casework.services.core import leases, outbox
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.deadlines import expiry
from casework.services.upkeep import effects
from casework.simulation.scene import SceneClock

_OWNER = "simulate"
_SYSTEM = Actor.system(NO_OFFICE)


def settle(app: App, cases: Collection[int]) -> int:
    """Do everything that is due now for these cases, limits that ran out too; gives how much.

    The effects are those the flows perform. Raises what an effect raises.
    """
    count = 0
    while True:
        done = sum(_effects(app, case_id) for case_id in cases) + _limits(app, cases)
        if not done:
            return count
        count += done


def moments(app: App, clock: SceneClock, cases: Collection[int], to: datetime) -> Iterator[None]:
    """Set the clock to each moment up to `to` at which something comes due, at last to `to`."""
    while (upcoming := _next(app, cases)) is not None and upcoming <= to:
        clock.set(upcoming)
        yield
    clock.set(to)


def take_over(app: App) -> None:
    """Give back what an interrupted play had leased."""
    with app.unit_of_work(_SYSTEM) as work:
        leases.release(work, {_OWNER})


def forget(app: App, cases: Collection[int]) -> None:
    """Cancel what would come due after the play, so that it reaches nobody alive."""
    with app.unit_of_work(_SYSTEM) as work:
        work.session.execute(
            update(Outbox)
            .where(
                Outbox.case_id.in_(cases),
                Outbox.state == OutboxState.WAITING,
                Outbox.not_before > work.now,
            )
            .values(state=OutboxState.CANCELLED, done_at=work.now)
        )


def _effects(app: App, case_id: int) -> int:
    with app.unit_of_work(_SYSTEM) as work:
        jobs = outbox.claim(work, _OWNER, case_id=case_id, limit=50)
    for job in jobs:
        effects.perform(app, job)
    return len(jobs)


def _limits(app: App, cases: Collection[int]) -> int:
    with app.reading(_SYSTEM) as work:
        ours = set(work.session.scalars(select(Deadline.id).where(Deadline.case_id.in_(cases))))
        over = [found for found in expiry.overdue(work) if found[0] in ours]
    for deadline_id, office_id in over:
        expiry.expire(app, deadline_id, office_id)
    return len(over)


def _next(app: App, cases: Collection[int]) -> datetime | None:
    with app.reading(_SYSTEM) as work:
        row = work.session.scalar(
            select(Outbox.not_before)
            .where(
                Outbox.case_id.in_(cases),
                Outbox.state == OutboxState.WAITING,
                Outbox.not_before > work.now,
            )
            .order_by(Outbox.not_before)
            .limit(1)
        )
        epoch = work.session.scalar(
            select(Deadline.due_epoch)
            .where(Deadline.case_id.in_(cases), Deadline.state == DeadlineState.OPEN)
            .order_by(Deadline.due_epoch)
            .limit(1)
        )
    over = datetime.fromtimestamp(epoch, UTC) + timedelta(seconds=1) if epoch else None
    found = [moment for moment in (row, over) if moment is not None]
    return min(found) if found else None
