"""The work of a batch: one task a case, each row done once by the services."""

from __future__ import annotations

import asyncio

import structlog
from prefect import runtime, task
from prefect.cache_policies import NO_CACHE
from structlog.contextvars import bind_contextvars

from casework.errors import CaseworkError
from casework.services.core import batches
from casework.services.upkeep import effects
from casework.services.upkeep.effects import EffectFailed
from flows import house, presence

log = structlog.get_logger(__name__)
# Two drawings at a time keep two cores busy.
AT_ONCE = 2


class BatchIncomplete(CaseworkError):
    """Some cases of a batch still have work; their rows wait for the next try."""


@task(name="case", task_run_name="case-{case_id}", persist_result=False, cache_policy=NO_CACHE)
async def serve_case(batch_id: int, case_id: int | None, order: tuple[str, ...]) -> int:
    """Do a case's rows of a batch in order; gives how many."""
    # Every line that is logged below, in whatever thread, says which case and which run it is of.
    bind_contextvars(case=case_id, batch=batch_id, run=str(runtime.flow_run.id))
    count = await asyncio.to_thread(
        effects.serve, house.app(), house.owner(), batch_id, case_id, order
    )
    log.info("served", effects=count)
    return count


async def carry(batch_id: int, order: tuple[str, ...]) -> int:
    """Do a whole batch; gives the number of cases. Raises BatchIncomplete."""
    with presence.told():
        return await _carry(batch_id, order)


async def _carry(batch_id: int, order: tuple[str, ...]) -> int:
    door = house.app()

    def take() -> tuple[int | None, ...]:
        with door.unit_of_work(house.NOBODY) as work:
            return batches.take(work, batch_id, house.owner())

    def close() -> None:
        with door.unit_of_work(house.NOBODY) as work:
            batches.close(work, batch_id)

    cases = await asyncio.to_thread(take)
    lanes = asyncio.Semaphore(AT_ONCE)

    async def serve(case_id: int | None) -> bool:
        async with lanes:
            try:
                await serve_case(batch_id, case_id, order)
            except EffectFailed:
                return False
            return True

    good = await asyncio.gather(*(serve(case_id) for case_id in cases))
    await asyncio.to_thread(close)
    if not all(good):
        raise BatchIncomplete(
            f"Batch {batch_id}: {good.count(False)} dari {len(good)} perkara belum selesai; "
            "barisnya dicoba lagi."
        )
    return len(good)
