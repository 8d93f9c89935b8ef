"""Carries out a batch: its steps as Prefect tasks, each outbox row done once by the services.

The outbox is the durable queue; Prefect runs the steps and shows them. When a step fails, the
outbox keeps the pause and the next try. Prefect's own retry serves only a database that is away for
moments: then nothing was noted yet, and the task asks again.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

import httpx
import structlog
from prefect import State, Task, runtime, task
from prefect.artifacts import acreate_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import TaskRun
from prefect.exceptions import PrefectException
from prefect.states import Completed
from structlog.contextvars import bind_contextvars, bound_contextvars

from casework.errors import CaseworkError, Unavailable
from casework.services.core import batches
from casework.services.core.runtime import Door
from casework.services.upkeep import effects, steps
from casework.services.upkeep.effects import EffectFailed, Outcome
from casework.services.upkeep.steps import Step
from flows import heartbeat, installation

log = structlog.get_logger(__name__)
# Two drawings at a time keep two cores busy.
AT_ONCE = 2
# A task costs some 40 ms. A run of one case, which is what people open, shows every step; one of
# many cases shows a task for a few of them, and every step in its table.
CASES_A_TASK = 5
FAILED = "gagal, dicoba lagi"


class BatchIncomplete(CaseworkError):
    """Some steps of a batch failed; their rows wait for the next try."""


class Part:
    """What one task does: a step, or in a batch of many cases all steps of a few of them."""

    def __init__(self, name: str, planned: Sequence[Step]) -> None:
        self.name = name
        self.steps = planned
        self.told: dict[int, str] = {}
        self.faults: list[EffectFailed] = []

    def do(self, door: Door, owner: str) -> None:
        """Do every step that has not been tried yet, whatever becomes of the others."""
        for case_id, mine in groupby(self.steps, key=lambda step: step.case_id):
            # Every line that is logged below, in whatever thread, says which case it is of.
            with bound_contextvars(case=case_id):
                count = 0
                for step in mine:
                    if step.row_id not in self.told:
                        self.told[step.row_id] = self._do(step, door, owner)
                        count += self.told[step.row_id] == Outcome.DONE
                if count:
                    log.info("served", effects=count)

    def _do(self, step: Step, door: Door, owner: str) -> str:
        if step.done:
            return Outcome.BEFORE
        try:
            return effects.serve(door, owner, step.row_id)
        except EffectFailed as fault:
            self.faults.append(fault)
            return FAILED


def _database_is_away(of: Task[..., Any], run: TaskRun, state: State[Any]) -> bool:
    del of, run
    return isinstance(state.data, Unavailable)


@task(
    name="langkah",
    task_run_name="{part.name}",
    persist_result=False,
    cache_policy=NO_CACHE,
    retries=2,
    retry_delay_seconds=[1, 5],
    retry_condition_fn=_database_is_away,
)
async def perform(batch_id: int, part: Part) -> State[None]:
    """Do a part of a batch; its state says how that came out. Raises EffectFailed."""
    bind_contextvars(batch=batch_id, run=str(runtime.flow_run.id))
    await asyncio.to_thread(part.do, installation.app(), installation.owner())
    if part.faults:
        raise part.faults[0]
    return Completed(message=counted(part.told.values()))


@task(name=steps.ARMED, task_run_name=steps.ARMED, persist_result=False, cache_policy=NO_CACHE)
async def armed(case_id: int) -> State[None]:
    """Say how many reminders the acts of a case have left waiting for their moment."""

    def count() -> int:
        with installation.app().reading(installation.NOBODY) as work:
            return steps.armed(work, case_id)

    return Completed(message=f"{await asyncio.to_thread(count)} pengingat menunggu saatnya")


async def carry(batch_id: int, stage: str, order: Sequence[str]) -> State[None]:
    """Do a whole batch; gives a state that says how it came out. Raises BatchIncomplete."""
    with heartbeat.told():
        return await _carry(batch_id, stage, order)


async def _carry(batch_id: int, stage: str, order: Sequence[str]) -> State[None]:
    door = installation.app()

    def take() -> list[Step]:
        with door.unit_of_work(installation.NOBODY) as work:
            batches.take(work, batch_id, installation.owner())
            return steps.plan(work, batch_id, order)

    def close() -> None:
        with door.unit_of_work(installation.NOBODY) as work:
            batches.close(work, batch_id)

    tracks = [list(track) for track in tracks_of(await asyncio.to_thread(take))]
    lanes = asyncio.Semaphore(AT_ONCE)

    async def follow(track: Collection[Part]) -> None:
        async with lanes:
            for part in track:
                try:
                    await perform(batch_id, part)
                except EffectFailed:
                    # Kept in the part; the other steps get their try.
                    continue

    await asyncio.gather(*(follow(track) for track in tracks))
    parts = [part for track in tracks for part in track]
    if stage != batches.SENDS and (case_id := _one_case(parts)):
        await armed(case_id)
    await asyncio.to_thread(close)
    came_out = counted(outcome for part in parts for outcome in part.told.values())
    if parts:
        await show(stage, f"Batch {batch_id}: {came_out}", rows_of(parts))
    if any(part.faults for part in parts):
        raise BatchIncomplete(f"Batch {batch_id}: {came_out}.")
    return Completed(message=came_out)


def tracks_of(planned: Sequence[Step]) -> Iterator[Iterable[Part]]:
    """Parts in tracks; what is in one track is done one after the other."""
    cases = [list(mine) for _, mine in groupby(planned, key=lambda step: step.case_id)]
    if len(cases) == 1:
        yield [Part(step.name, [step]) for step in cases[0]]
        return
    for start in range(0, len(cases), CASES_A_TASK):
        some = cases[start : start + CASES_A_TASK]
        ids = ", ".join(str(mine[0].case_id or "–") for mine in some)
        yield [Part(f"perkara {ids}", [step for mine in some for step in mine])]


def rows_of(parts: Iterable[Part]) -> list[dict[str, str]]:
    """A line for each step, in ids and words of the law; never whom it is about."""
    return [
        {
            "perkara": str(step.case_id or "–"),
            "langkah": step.name,
            "hasil": part.told.get(step.row_id, "–"),
        }
        for part in parts
        for step in part.steps
    ]


def counted(outcomes: Iterable[str]) -> str:
    """How many steps came out how, in one line."""
    found = Counter(outcomes)
    return "; ".join(f"{count} {outcome}" for outcome, count in found.most_common()) or "tidak ada"


async def show(key: str, description: str, table: list[dict[str, str]]) -> None:
    """Leave one table beside a run. The work is done already: without it the run is as good."""
    try:
        await acreate_table_artifact(table, key=key.replace("_", "-"), description=description)
    except (httpx.HTTPError, PrefectException) as fault:
        log.warning("no table of the run", fault=type(fault).__name__)


def _one_case(parts: Sequence[Part]) -> int | None:
    cases = {step.case_id for part in parts for step in part.steps}
    return cases.pop() if len(cases) == 1 else None
