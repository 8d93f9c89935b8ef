"""The outbox: effects that follow an act, written in its transaction, done once by a worker.

A worker leases a row while it does it. Two clocks are used: `not_before` is a moment of the law and
is compared with `Work.now`, which training may set; leases and pauses after a fault are about
machines and use the real time.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Update, bindparam, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from casework.errors import CaseworkError
from casework.models import Case, Outbox
from casework.models.base import table
from casework.models.outbox import OutboxState
from casework.services.core.work import PendingEffect, Work

# More than three times the longest effect: a drawing is ended after a minute.
LEASE = timedelta(minutes=4)
MOST_ATTEMPTS = 8
_FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=5), timedelta(minutes=30)
# A server that is down is asked again for a day, and often enough to follow once it is back.
PATIENCE, _PATIENT_PAUSE = timedelta(days=1), timedelta(minutes=4)


class LeaseLost(CaseworkError):
    """Someone else has the row by now; the effect must not be kept."""


@dataclass(frozen=True)
class Job:
    """A leased row; `owner` is the worker whose lease it is, `attempt` counts from 1."""

    id: int
    key: str
    kind: str
    case_id: int | None
    office_id: int
    payload: Mapping[str, Any]
    attempt: int
    owner: str


_outbox = table(Outbox)


def put(
    work: Work,
    *,
    key: str,
    kind: str,
    flow: str,
    case_id: int | None,
    payload: Mapping[str, int | str],
    not_before: datetime | None = None,
) -> None:
    """Ask for an effect in the act's own transaction.

    A key that exists already is kept as it is; a cancelled one is asked for again.
    """
    put_all(work, [PendingEffect(key, kind, flow, case_id, payload, not_before)])


def put_all(work: Work, effects: Sequence[PendingEffect]) -> None:
    """Ask for several effects at once; for each the same holds as for one.

    They are written with one statement, at the latest before the commit.
    """
    work.pending_effects.extend(effects)


def hasten(work: Work, key: str) -> None:
    """Let a row that waits for a later moment be done now."""
    work.session.execute(
        update(Outbox)
        .where(Outbox.key == key, Outbox.state == OutboxState.WAITING, Outbox.not_before > work.now)
        .values(not_before=work.now)
        .execution_options(synchronize_session=False)
    )


def settle(work: Work) -> None:
    """Write what was asked for in this transaction; called before its commit."""
    if not work.pending_effects:
        return
    rows = [
        {
            "key": one.key,
            "kind": one.kind,
            "flow": one.flow,
            "case_id": one.case_id,
            "payload": dict(one.payload),
            "not_before": one.not_before or work.now,
        }
        for one in work.pending_effects
    ]
    work.pending_effects.clear()
    work.connection.execute(_PUT[work.session.get_bind().dialect.name], rows)


def _asking(insert: Any) -> Any:
    asked = insert(_outbox).values(
        state=OutboxState.WAITING, attempts=0, lease_owner="", last_error=""
    )
    anew = {"state": OutboxState.WAITING, "not_before": asked.excluded.not_before, "attempts": 0,
            "done_at": None, "batch_id": None}  # fmt: skip
    return asked.on_conflict_do_update(
        index_elements=["key"], set_=anew, where=_outbox.c.state == OutboxState.CANCELLED
    )


_PUT = {"sqlite": _asking(sqlite.insert), "postgresql": _asking(postgresql.insert)}


def due(work: Work) -> ColumnElement[bool]:
    """The condition of rows that may be worked on now."""
    return (
        (Outbox.state == OutboxState.WAITING)
        & (Outbox.attempts < MOST_ATTEMPTS)
        & (Outbox.not_before <= work.now)
        & or_(Outbox.lease_until.is_(None), Outbox.lease_until < real_now())
    )


def claim(
    work: Work,
    owner: str,
    *,
    row_id: int | None = None,
    batch_id: int | None = None,
    case_id: int | None = None,
    flow: str | None = None,
    kinds: Collection[str] | None = None,
    limit: int = 1,
) -> list[Job]:
    """Lease due rows to a worker, oldest first; two workers never get the same row.

    A row whose attempts are used up (each one killed its worker) is left for `bury`.
    """
    settle(work)
    query = select(Outbox.id).where(due(work))
    if row_id is not None:
        query = query.where(Outbox.id == row_id)
    if batch_id is not None:
        query = query.where(Outbox.batch_id == batch_id)
    if case_id is not None:
        query = query.where(Outbox.case_id == case_id)
    if flow is not None:
        query = query.where(Outbox.flow == flow)
    if kinds is not None:
        query = query.where(Outbox.kind.in_(kinds))
    # PostgreSQL evaluates a locking CTE once; SQLite has one writer and ignores the lock.
    chosen = query.order_by(Outbox.id).limit(limit).with_for_update(skip_locked=True).cte("chosen")
    rows = work.session.execute(
        update(Outbox)
        .where(Outbox.id.in_(select(chosen.c.id)))
        .values(
            attempts=Outbox.attempts + 1, lease_owner=owner, lease_until=real_now() + LEASE
        )
        .returning(Outbox.id, Outbox.key, Outbox.kind, Outbox.case_id, Outbox.payload,
                   Outbox.attempts)
        .execution_options(synchronize_session=False)
    ).all()  # fmt: skip
    wanted = {row.case_id for row in rows}
    found = work.session.execute(select(Case.id, Case.office_id).where(Case.id.in_(wanted)))
    offices = {row.id: row.office_id for row in found}
    jobs = [
        Job(r.id, r.key, r.kind, r.case_id, offices.get(r.case_id, 0), r.payload, r.attempts, owner)
        for r in rows
    ]
    return sorted(jobs, key=lambda job: job.id)


def job_of(work: Work, row: Outbox) -> Job:
    """A row as its worker sees it."""
    case = work.session.get(Case, row.case_id) if row.case_id else None
    office = case.office_id if case else 0
    return Job(
        row.id, row.key, row.kind, row.case_id, office, row.payload, row.attempts, row.lease_owner
    )


def done(work: Work, job: Job) -> None:
    """Mark a row done, in the transaction that keeps its effect; raises LeaseLost."""
    _settle(work, job, {"state": OutboxState.DONE, "done_at": work.now, "last_error": ""})


def fail(work: Work, job: Job, error: str, *, outage: bool = False) -> bool:
    """Put a row back after a growing pause; True when it is dead and needs a person.

    `error` names the kind of failure, never the data it failed on. An `outage` of somebody else's
    server is waited for a day from when the row was due.
    """
    dead = job.attempt >= MOST_ATTEMPTS
    pause = min(_FIRST_PAUSE * 2 ** (job.attempt - 1), LONGEST_PAUSE)
    attempts = job.attempt
    if outage:
        since = work.session.scalar(select(Outbox.not_before).where(Outbox.id == job.id))
        dead = dead and (since is None or work.now - since > PATIENCE)
        pause = min(pause, _PATIENT_PAUSE)
        attempts = attempts if dead else min(attempts, MOST_ATTEMPTS - 1)
    _settle(
        work,
        job,
        {
            "attempts": attempts,
            "state": OutboxState.DEAD if dead else OutboxState.WAITING,
            "lease_until": real_now() + pause,
            "batch_id": None,
            "last_error": error,
        },
    )
    return dead


def postpone(work: Work, job: Job, until: datetime) -> None:
    """Put a row back until a moment of the law; that was no try. Raises LeaseLost."""
    _settle(work, job, {"not_before": until, "batch_id": None, "attempts": job.attempt - 1})


def fold(work: Work, rows: Collection[int]) -> None:
    """Mark waiting rows done because another one's effect has said all they would say."""
    work.session.execute(
        update(Outbox)
        .where(Outbox.id.in_(rows), Outbox.state == OutboxState.WAITING)
        .values(state=OutboxState.DONE, done_at=work.now, lease_owner="", lease_until=None)
        .execution_options(synchronize_session=False)
    )


def cancel(work: Work, prefix: str, case_id: int | None = None) -> int:
    """Cancel the waiting rows whose key starts with `prefix`; gives how many.

    Only those of one case where it is named, which finds them sooner.
    """
    settle(work)
    given = {"prefix": _escaped(prefix), "now": work.now}
    found = (
        work.connection.execute(_CANCEL, given)
        if case_id is None
        else work.connection.execute(_CANCEL_OF_CASE, given | {"case": case_id})
    )
    return len(found.all())


def _escaped(prefix: str) -> str:
    return prefix.replace("/", "//").replace("%", "/%").replace("_", "/_") + "%"


_CANCEL = (
    update(_outbox)
    .where(
        _outbox.c.state == OutboxState.WAITING,
        _outbox.c.key.like(bindparam("prefix"), escape="/"),
    )
    .values(state=OutboxState.CANCELLED, done_at=bindparam("now"))
    .returning(_outbox.c.id)
)
_CANCEL_OF_CASE = _CANCEL.where(_outbox.c.case_id == bindparam("case"))


def real_now() -> datetime:
    """The time of the machine, for leases: a set training clock must not stop them."""
    return datetime.now(UTC)


def _settle(work: Work, job: Job, values: dict[str, Any]) -> None:
    changed = _rowcount(
        work,
        update(Outbox)
        .where(
            Outbox.id == job.id,
            Outbox.state == OutboxState.WAITING,
            Outbox.lease_owner == job.owner,
            Outbox.attempts == job.attempt,
        )
        .values({"lease_owner": "", "lease_until": None} | values),
    )
    if changed != 1:
        raise LeaseLost(
            f"Pekerjaan {job.key} sudah diambil alih pekerja lain; hasil yang ini dibuang."
        )


def _rowcount(work: Work, statement: Update) -> int:
    work.session.flush()
    result = work.session.execute(
        statement.returning(Outbox.id).execution_options(synchronize_session=False)
    )
    return len(result.all())
