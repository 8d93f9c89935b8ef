"""Every minute: daily messages and reminders that are due, then limits that ran out.

It costs what is due; the daily messages cost one look an office.
"""

from __future__ import annotations

import asyncio

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from casework.services.core import drafts, outbox
from casework.services.core.batches import SWEPT
from casework.services.core.outbox import Job
from casework.services.deadlines import expiry
from casework.services.upkeep import digest, effects, integrity
from flows import house, presence

# Few, because a death of the worker counts as a try of every row it holds.
AT_A_TIME = 8


@task(name="reminder", task_run_name="{job.key}", persist_result=False, cache_policy=NO_CACHE)
async def remind(job: Job) -> None:
    """Deliver the due rungs of one limit, or the daily message of one office."""
    await asyncio.to_thread(effects.carry_out, house.app(), job)


@task(
    name="expiry", task_run_name="limit-{deadline_id}", persist_result=False, cache_policy=NO_CACHE
)
async def expire(deadline_id: int, office_id: int) -> None:
    """Record that one limit ran out."""
    await asyncio.to_thread(effects.expire, house.app(), deadline_id, office_id)


@flow(name="deadline_watch", persist_result=False)
async def deadline_watch() -> int:
    """Deliver and record all that is due by the clock of the installation; gives how much.

    What takes longer, the examination of the night, is only asked for: its flow does it.
    """
    with presence.told():
        return await _watch()


async def _watch() -> int:
    await asyncio.to_thread(digest.plan, house.app())
    await asyncio.to_thread(integrity.plan, house.app())
    ends: list[BaseException | None] = []
    while jobs := await asyncio.to_thread(_due):
        ends += await asyncio.gather(*(remind(job) for job in jobs), return_exceptions=True)
    over = await asyncio.to_thread(_overdue)
    ends += await asyncio.gather(*(expire(*limit) for limit in over), return_exceptions=True)
    await asyncio.to_thread(_forget)
    if faults := [end for end in ends if end is not None]:
        raise faults[0]
    return len(ends)


def _due() -> list[Job]:
    with house.app().unit_of_work(house.NOBODY) as work:
        return outbox.claim(work, house.owner(), flow=SWEPT, limit=AT_A_TIME)


def _forget() -> None:
    """Remove unsent forms whose time is over."""
    with house.app().unit_of_work(house.NOBODY) as work:
        drafts.sweep(work)


def _overdue() -> list[tuple[int, int]]:
    with house.app().reading(house.NOBODY) as work:
        return expiry.overdue(work)
