"""Brings outbox rows and Prefect's flow runs into agreement after a crash; our tables decide."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from datetime import UTC, datetime, timedelta
from uuid import UUID

from prefect.client.orchestration import PrefectClient
from prefect.client.schemas.filters import (
    FlowRunFilter,
    FlowRunFilterId,
    FlowRunFilterState,
    FlowRunFilterStateType,
    WorkPoolFilter,
    WorkPoolFilterName,
)
from prefect.client.schemas.objects import FlowRun, State, StateType
from prefect.client.schemas.sorting import FlowRunSort
from prefect.exceptions import ObjectNotFound
from prefect.states import Cancelled, Crashed

from casework.services.core import batches, leases
from casework.services.core.batches import Parcel
from casework.services.people import notices
from flows import installation, pool

# A run that nobody carried on for so long was taken by a worker that died.
PATIENCE = timedelta(seconds=90)
# Another pool has to start a process or a container first, which may have to be fetched.
FOREIGN_PATIENCE = timedelta(minutes=10)
# The server plans the minutely run a few minutes ahead, and everything else at once.
PLANNED_AHEAD = timedelta(minutes=30)
MOST_RUNS = 200
_ENDED = frozenset({StateType.COMPLETED, StateType.FAILED, StateType.CRASHED, StateType.CANCELLED})
_TAKEN = [StateType.RUNNING, StateType.PENDING]
KINDS = (installation.WORKER, installation.RUN)


def free_leases() -> set[str]:
    """Give back what dead workers held, give up on rows that kill; gives the dead's names."""
    app = installation.app()
    with app.unit_of_work(installation.NOBODY) as work:
        living = leases.living(work)
        known = {name for name in living | leases.holders(work) if name.startswith(KINDS)}
        known |= {p.owner for p in batches.sent(work) if p.owner}
        dead = {name for name in known if installation.has_ended(name) or name not in living}
        dead.discard(installation.owner())
        leases.release(work, dead)
        leases.bury_names(work, dead)
        for job in leases.worn_out(work):
            notices.stuck(work, job)
    return dead


class Reconciler:
    """Compares the batches under way with the runs of the pool; `mine` gives this worker's runs.

    In a pool of another type no run is ours: each beats for itself once it has begun, and until
    then it has the time that such a pool takes to start one.
    """

    def __init__(self, client: PrefectClient, mine: Callable[[], frozenset[UUID]]) -> None:
        self._client = client
        self._mine = mine

    async def turn(self) -> int:
        """Take back the batches whose run is not alive, end the runs without work."""
        dead = await asyncio.to_thread(free_leases)
        parcels, alone, alive = await asyncio.to_thread(_under_way)
        before = self._mine()
        runs = await self._runs(parcels)
        mine = before | self._mine()
        lost = 0
        for parcel in parcels:
            run = runs.get(parcel.run_id)
            if _lives(parcel, run, dead, mine, alone=alone):
                continue
            lost += await asyncio.to_thread(_take_back, parcel.id)
            if run is not None:
                await self._end(run)
        await self._sweep({parcel.run_id for parcel in parcels} | alive, alone=alone)
        return lost

    async def _runs(self, parcels: list[Parcel]) -> dict[str, FlowRun]:
        if not parcels:
            return {}
        wanted = FlowRunFilterId(any_=[UUID(parcel.run_id) for parcel in parcels])
        found = await self._client.read_flow_runs(
            flow_run_filter=FlowRunFilter(id=wanted), sort=FlowRunSort.ID_DESC, limit=MOST_RUNS
        )
        return {str(run.id): run for run in found}

    async def _sweep(self, carried: set[str], *, alone: bool) -> None:
        """End runs that carry no batch of ours, and minutely runs that are late or far ahead."""
        before = self._mine()
        states = FlowRunFilterStateType(any_=[*_TAKEN, StateType.SCHEDULED])
        found = await self._client.read_flow_runs(
            flow_run_filter=FlowRunFilter(state=FlowRunFilterState(type=states)),
            work_pool_filter=WorkPoolFilter(name=WorkPoolFilterName(any_=[_pool()])),
            sort=FlowRunSort.ID_DESC,
            limit=MOST_RUNS,
        )
        mine = before | self._mine()
        now = datetime.now(UTC)
        for run in found:
            if str(run.id) in carried or run.id in mine:
                continue
            begun = run.state_type in _TAKEN
            since = (run.start_time if begun else None) or run.expected_start_time or now
            if (begun and alone) or now - since > _patience() or (not begun and _far_ahead(run)):
                await self._end(run)

    async def _end(self, run: FlowRun) -> None:
        try:
            now = await self._client.read_flow_run(run.id)
            if now.state_type in _ENDED:
                return
            why = "no work of ours is in this run any more"
            taken = now.state_type in _TAKEN
            state: State[None] = Crashed(message=why) if taken else Cancelled(message=why)
            await self._client.set_flow_run_state(run.id, state)
        except ObjectNotFound:
            # Someone removed it meanwhile.
            return


def _lives(
    parcel: Parcel,
    run: FlowRun | None,
    dead: Collection[str],
    mine: Collection[UUID],
    *,
    alone: bool,
) -> bool:
    if run is None or run.state_type in _ENDED:
        return False
    if run.id in mine:
        return True
    if run.state_type not in _TAKEN:
        # When its pool was removed, a run waits for ever; one that was asked for while the clock
        # was ahead waits until that is reached again.
        return run.work_pool_name == _pool() and not _far_ahead(run)
    if parcel.owner:
        return parcel.owner not in dead and parcel.owner != installation.owner()
    if not pool.ours():
        since = run.state.timestamp if run.state else run.expected_start_time
        return since is None or datetime.now(UTC) - since < FOREIGN_PATIENCE
    return not alone and parcel.age_seconds < PATIENCE.total_seconds()


def _far_ahead(run: FlowRun) -> bool:
    """Whether a run is to begin later than anything is planned: the clock was ahead, and is not.

    Such runs of the schedule would keep its next ones from being made, for as many days.
    """
    planned = run.next_scheduled_start_time
    return planned is not None and planned > datetime.now(UTC) + PLANNED_AHEAD


def _under_way() -> tuple[list[Parcel], bool, set[str]]:
    """Batches, whether no other process can be at work on them, and runs that say they live."""
    with installation.app().reading(installation.NOBODY) as work:
        others = {name for name in leases.living(work) if name.startswith(installation.WORKER)}
        alone = pool.ours() and not others - {installation.owner()}
        return batches.sent(work), alone, leases.living_runs(work)


def _pool() -> str:
    return installation.app().settings.pool


def _patience() -> timedelta:
    return PATIENCE if pool.ours() else FOREIGN_PATIENCE


def _take_back(batch_id: int) -> int:
    """1 when rows of the batch had to go back."""
    with installation.app().unit_of_work(installation.NOBODY) as work:
        if batches.close(work, batch_id):
            return 0
        batches.abandon(work, batch_id)
        return 1
