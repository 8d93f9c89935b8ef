"""How the installation is doing, in numbers: what waits, what is late, what failed."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute

from casework.models import Batch, Deadline, Delivery, Outbox
from casework.models.deadline import DeadlineState
from casework.models.outbox import OutboxState
from casework.services.core.work import Work
from casework.services.upkeep import integrity


@dataclass(frozen=True)
class Figures:
    """Counts by name, and ages in seconds (0 where nothing waits).

    `deadline_lag` is how long ago the oldest limit ran out that no sweep has recorded yet, by the
    clock of the installation; `outbox_age` how long the oldest due row has waited. `integrity` is
    how many faults the last examination of everything found, and its age; None before the first.
    """

    deadline_lag: float
    open_deadlines: int
    outbox_age: float
    outbox: dict[tuple[str, str], int]
    batches: dict[tuple[str, str], int]
    deliveries: dict[tuple[str, str], int]
    integrity: tuple[int, float] | None


def figures(work: Work) -> Figures:
    """Count; every question is answered from an index or a small table."""
    session = work.session
    open_ = Deadline.state == DeadlineState.OPEN
    oldest = session.scalar(select(func.min(Deadline.due_at)).where(open_))
    lag = max(0.0, (work.now - oldest).total_seconds()) if oldest is not None else 0.0
    return Figures(
        deadline_lag=lag,
        open_deadlines=session.scalar(select(func.count()).select_from(Deadline).where(open_)) or 0,
        outbox_age=_age(work),
        outbox=_pairs(work, Outbox.kind, Outbox.state),
        batches=_pairs(work, Batch.flow, Batch.state),
        deliveries=_pairs(work, Delivery.channel, Delivery.state),
        integrity=_integrity(work),
    )


def _integrity(work: Work) -> tuple[int, float] | None:
    last = integrity.last(work)
    return (last.faults, max(0.0, (work.now - last.at).total_seconds())) if last else None


def _pairs(
    work: Work, first: InstrumentedAttribute[str], second: InstrumentedAttribute[str]
) -> dict[tuple[str, str], int]:
    rows = work.session.execute(select(first, second, func.count()).group_by(first, second))
    return {(one, other): count for one, other, count in rows}


def _age(work: Work) -> float:
    since = work.session.scalar(
        select(func.min(Outbox.not_before)).where(
            Outbox.state == OutboxState.WAITING,
            Outbox.not_before <= work.now,
            Outbox.kind.not_in(("reminder", integrity.KIND)),
        )
    )
    return max(0.0, (work.now - since).total_seconds()) if since else 0.0
