"""Groups waiting outbox rows into batches, each of which one flow run carries out.

A batch holds one case while few wait, and up to a hundred cases when there is much to do.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, groupby

from sqlalchemy import ColumnElement, func, select, update

from casework.models import Batch, Case, Outbox
from casework.models.outbox import BatchState, OutboxState
from casework.services.core import outbox
from casework.services.core.work import Work

# These rows are not carried by batches: the minutely sweep leases them itself.
SWEPT = "deadline_watch"
QUIET_CASES = 3
MOST_CASES = 100
MOST_OPEN = 4
# A run that sends may wait long for somebody else's server; a worker has four places for runs.
SENDS, MOST_SENDING = "delivery", 2
_LIVE = (BatchState.OPEN, BatchState.SENT)


@dataclass(frozen=True)
class Parcel:
    """A batch as the outside sees it: ids only, and a key no other batch ever had."""

    id: int
    flow: str
    run_id: str
    owner: str
    age_seconds: float
    key: str
    cases: tuple[int | None, ...]


def waiting(work: Work) -> bool:
    """Whether there are due rows without a batch; costs one indexed look."""
    query = select(Outbox.id).where(*_loose(work)).limit(1)
    return work.session.scalar(query) is not None


def gather(work: Work) -> list[int]:
    """Put every due row into a batch of its flow; gives the ids of the new batches.

    When more than a few cases wait, or runs are still under way, a flow gets one batch for
    many cases; with `MOST_OPEN` of its batches under way the rest waits and so grows together.
    Messages have fewer, so that a mail server that hangs never holds up letters and limits.
    """
    outbox.settle(work)
    rows = work.session.execute(
        select(Outbox.id, Outbox.flow, Outbox.case_id)
        .where(*_loose(work))
        .order_by(Outbox.flow, Outbox.case_id, Outbox.id)
        .with_for_update(skip_locked=True)
    ).all()
    made: list[int] = []
    for flow, waiting in groupby(rows, key=lambda row: row.flow):
        cases: dict[int | None, list[int]] = {}
        for row in waiting:
            cases.setdefault(row.case_id, []).append(row.id)
        most = MOST_SENDING if flow == SENDS else MOST_OPEN
        shares = _shares(_under_way(work, flow), most, list(cases.values()))
        made += [_make(work, flow, share) for share in shares]
    return made


def gather_played(work: Work) -> int | None:
    """Put what a play did for one case in one flow into a batch; gives its id, or None.

    Its run does nothing again: it shows the played case on the page of runs, as it shows others.
    """
    played = (
        select(Outbox.flow, Outbox.case_id)
        .join(Case, Case.id == Outbox.case_id)
        .where(
            Case.played.is_(True),
            Outbox.state == OutboxState.DONE,
            Outbox.batch_id.is_(None),
            Outbox.flow != SWEPT,
        )
    )
    found = work.session.execute(played.order_by(Outbox.case_id, Outbox.id).limit(1)).first()
    if found is None:
        return None
    rows = work.session.scalars(
        select(Outbox.id)
        .where(
            Outbox.case_id == found.case_id,
            Outbox.flow == found.flow,
            Outbox.state == OutboxState.DONE,
            Outbox.batch_id.is_(None),
        )
        .with_for_update(skip_locked=True)
    ).all()
    if not rows:
        return None
    return _make(work, found.flow, list(rows))


def in_flight(work: Work) -> bool:
    """Whether there is a batch that is not at its end."""
    query = select(Batch.id).where(Batch.state.in_(_LIVE)).limit(1)
    return work.session.scalar(query) is not None


def unsent(work: Work) -> list[Parcel]:
    """Batches no flow run was asked for yet, oldest first."""
    return _parcels(work, "open")


def sent(work: Work) -> list[Parcel]:
    """Batches whose flow run should be alive."""
    return _parcels(work, "sent")


def mark_sent(work: Work, batch_id: int, run_id: str) -> None:
    """Remember the flow run that carries a batch."""
    work.session.execute(
        update(Batch)
        .where(Batch.id == batch_id, Batch.state == BatchState.OPEN)
        .values(state=BatchState.SENT, run_id=run_id, attempts=Batch.attempts + 1)
    )


def take(work: Work, batch_id: int, owner: str) -> tuple[int | None, ...]:
    """Start on a batch: note the worker and give the cases that still have work in it."""
    work.session.execute(update(Batch).where(Batch.id == batch_id).values(owner=owner))
    return _cases(work, batch_id)


def close(work: Work, batch_id: int) -> bool:
    """End a batch whose rows are all settled or put back; False while one is still waiting."""
    if _cases(work, batch_id):
        return False
    work.session.execute(
        update(Batch)
        .where(Batch.id == batch_id, Batch.state.in_(_LIVE))
        .values(state=BatchState.DONE)
    )
    return True


def abandon(work: Work, batch_id: int) -> None:
    """Give the rows of a batch whose run died back, so that they go into a new batch."""
    work.session.execute(
        update(Batch)
        .where(Batch.id == batch_id, Batch.state.in_(_LIVE))
        .values(state=BatchState.LOST)
    )
    work.session.execute(
        update(Outbox)
        .where(Outbox.batch_id == batch_id, Outbox.state == OutboxState.WAITING)
        .values(batch_id=None, lease_owner="", lease_until=None)
    )


def _loose(work: Work) -> tuple[ColumnElement[bool], ...]:
    return outbox.due(work), Outbox.batch_id.is_(None), Outbox.flow != SWEPT


def _shares(under_way: int, most: int, cases: list[list[int]]) -> Iterable[list[int]]:
    if under_way == 0 and len(cases) <= min(QUIET_CASES, most):
        return cases
    room = max(0, most - under_way)
    starts = range(0, len(cases), MOST_CASES)
    shares = [list(chain(*cases[start : start + MOST_CASES])) for start in starts]
    return shares[:room]


def _under_way(work: Work, flow: str) -> int:
    counted = select(func.count()).select_from(Batch)
    return work.session.scalar(counted.where(Batch.flow == flow, Batch.state.in_(_LIVE))) or 0


def _make(work: Work, flow: str, rows: list[int]) -> int:
    batch = Batch(flow=flow, state=BatchState.OPEN, created_at=outbox.real_now())
    work.session.add(batch)
    work.session.flush()
    work.session.execute(update(Outbox).where(Outbox.id.in_(rows)).values(batch_id=batch.id))
    return batch.id


def _parcels(work: Work, state: str) -> list[Parcel]:
    rows = work.session.scalars(select(Batch).where(Batch.state == state).order_by(Batch.id))
    return [
        Parcel(
            id=row.id,
            flow=row.flow,
            run_id=row.run_id,
            owner=row.owner,
            age_seconds=(outbox.real_now() - row.created_at).total_seconds(),
            # The moment tells it from a batch of an earlier database with the same number.
            key=f"batch-{row.id}-{row.created_at:%Y%m%d%H%M%S%f}",
            cases=_cases(work, row.id, (OutboxState.WAITING, OutboxState.DONE)),
        )
        for row in rows
    ]


def _cases(
    work: Work, batch_id: int, states: tuple[OutboxState, ...] = (OutboxState.WAITING,)
) -> tuple[int | None, ...]:
    rows = work.session.scalars(
        select(Outbox.case_id)
        .where(Outbox.batch_id == batch_id, Outbox.state.in_(states))
        .distinct()
        .order_by(Outbox.case_id)
    )
    return tuple(rows)
