"""The flow that runs each minute: sends daily messages and reminders, expires deadlines.

It does only what is due; the daily messages cost one query for each office.
"""

from __future__ import annotations

import asyncio

from prefect import State, flow, task
from prefect.cache_policies import NO_CACHE
from prefect.states import Completed

from casework.services.core import drafts, outbox, submissions
from casework.services.core.batches import SWEPT
from casework.services.core.outbox import Job
from casework.services.deadlines import expiry
from casework.services.upkeep import digest, effects, integrity
from casework.services.upkeep.effects import Outcome
from flows import heartbeat, installation
from flows.cases import FAILED, counted, show

# Few, because a death of the worker counts as a try of every row it holds.
AT_A_TIME = 8


@task(
    name="reminder",
    task_run_name="pengingat {job.key}",
    persist_result=False,
    cache_policy=NO_CACHE,
)
async def remind(job: Job) -> None:
    """Deliver the due rungs of one limit, or the daily message of one office."""
    await asyncio.to_thread(effects.carry_out, installation.app(), job)


@task(
    name="expiry",
    task_run_name="tenggat {deadline_id} lewat",
    persist_result=False,
    cache_policy=NO_CACHE,
)
async def expire(deadline_id: int, office_id: int) -> None:
    """Record that one limit ran out."""
    await asyncio.to_thread(effects.expire, installation.app(), deadline_id, office_id)


@flow(name="deadline_watch", persist_result=False)
async def deadline_watch() -> State[None]:
    """Deliver and record all that is due by the clock of the installation; says how much.

    What takes longer, the examination of the night, is only asked for: its flow does it.
    """
    with heartbeat.told():
        return await _watch()


async def _watch() -> State[None]:
    await asyncio.to_thread(digest.plan, installation.app())
    await asyncio.to_thread(integrity.plan, installation.app())
    what: list[str] = []
    ends: list[BaseException | None] = []
    while jobs := await asyncio.to_thread(_due):
        what += [f"pengingat {job.key}" for job in jobs]
        ends += await asyncio.gather(*(remind(job) for job in jobs), return_exceptions=True)
    over = await asyncio.to_thread(_overdue)
    what += [f"tenggat {deadline_id} lewat" for deadline_id, _ in over]
    ends += await asyncio.gather(*(expire(*limit) for limit in over), return_exceptions=True)
    await asyncio.to_thread(_forget)
    came_out = [Outcome.DONE if end is None else FAILED for end in ends]
    if ends:
        table = [{"langkah": one, "hasil": end} for one, end in zip(what, came_out, strict=True)]
        await show("deadline_watch", counted(came_out), table)
    if faults := [end for end in ends if end is not None]:
        raise faults[0]
    return Completed(message=counted(came_out))


def _due() -> list[Job]:
    with installation.app().unit_of_work(installation.NOBODY) as work:
        return outbox.claim(work, installation.owner(), flow=SWEPT, limit=AT_A_TIME)


def _forget() -> None:
    """Remove unsent forms whose time is over."""
    with installation.app().unit_of_work(installation.NOBODY) as work:
        drafts.sweep(work)
        paths = submissions.sweep(work)
    for path in paths:
        installation.app().store.discard(path)


def _overdue() -> list[tuple[int, int]]:
    with installation.app().reading(installation.NOBODY) as work:
        return expiry.overdue(work)
