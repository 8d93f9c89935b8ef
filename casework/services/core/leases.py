"""Heartbeats of workers and runs, and what happens to outbox rows whose worker has died."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import ColumnElement, delete, select, update

from casework.models import Heartbeat, Outbox
from casework.models.outbox import OutboxState
from casework.services.core import outbox
from casework.services.core.outbox import Job
from casework.services.core.work import Work

BEAT_EVERY = timedelta(seconds=5)
SILENT_AFTER = timedelta(seconds=30)
_FORGOTTEN_AFTER = timedelta(days=2)
# How names of processes begin: our worker, and a run in a process of its own.
WORKER, RUN = "worker/", "run/"
# Beaten by a worker each time the flow server answered it: letters are on their way.
SERVER = "flow-server"


def beat(work: Work, name: str, detail: str = "") -> None:
    """Say that a process is alive; old entries of others are cleared away."""
    now = outbox.real_now()
    row = work.session.get(Heartbeat, name)
    if row is None:
        work.session.add(Heartbeat(name=name, beat_at=now, detail=detail))
    else:
        row.beat_at, row.detail = now, detail
    work.session.execute(delete(Heartbeat).where(Heartbeat.beat_at < now - _FORGOTTEN_AFTER))


def lately() -> ColumnElement[bool]:
    """The condition that a beat came within the last half minute.

    One from further ahead was written before the machine's clock went back, and says nothing.
    """
    now = outbox.real_now()
    return Heartbeat.beat_at.between(now - SILENT_AFTER, now + SILENT_AFTER)


def living(work: Work) -> set[str]:
    """Names that said so within the last half minute."""
    return set(work.session.scalars(select(Heartbeat.name).where(lately())))


def living_runs(work: Work) -> set[str]:
    """Flow runs whose own process said within the last half minute that it is alive."""
    query = select(Heartbeat.detail).where(lately(), Heartbeat.name.startswith(RUN))
    return set(work.session.scalars(query))


def bury_names(work: Work, names: Collection[str]) -> None:
    """Forget processes that are known to have ended."""
    work.session.execute(delete(Heartbeat).where(Heartbeat.name.in_(names)))


def letters_follow(work: Work) -> bool:
    """True while worker and flow server are both at work, so that letters come by themselves."""
    heard = select(Heartbeat.name).where(Heartbeat.name == SERVER, lately())
    return work.session.scalar(heard) is not None


def holders(work: Work) -> set[str]:
    """Names that hold a lease, alive or not."""
    return set(
        work.session.scalars(
            select(Outbox.lease_owner)
            .where(Outbox.state == OutboxState.WAITING, Outbox.lease_owner != "")
            .distinct()
        )
    )


def release(work: Work, owners: Collection[str]) -> int:
    """Give back what dead workers had leased; gives how many rows."""
    rows = work.session.scalars(
        update(Outbox)
        .where(Outbox.state == OutboxState.WAITING, Outbox.lease_owner.in_(owners))
        .values(lease_owner="", lease_until=None)
        .returning(Outbox.id)
        .execution_options(synchronize_session=False)
    )
    return len(rows.all())


def worn_out(work: Work) -> list[Job]:
    """Declare dead the rows whose every attempt ended its worker; they need a person."""
    rows = work.session.scalars(
        select(Outbox).where(
            Outbox.state == OutboxState.WAITING,
            Outbox.attempts >= outbox.MOST_ATTEMPTS,
            Outbox.lease_until.is_(None) | (Outbox.lease_until < outbox.real_now()),
        )
    ).all()
    for row in rows:
        row.state, row.last_error, row.lease_owner = OutboxState.DEAD, "WorkerDied", ""
    return [outbox.job_of(work, row) for row in rows]
