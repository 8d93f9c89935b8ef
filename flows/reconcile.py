"""Makes rows and runs agree again after a crash: our tables decide, never Prefect's."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
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
from prefect.client.schemas.objects import FlowRun, StateType
from prefect.exceptions import ObjectNotFound
from prefect.states import Cancelled, Crashed

from casework.services import batches, leases, notices
from casework.services.batches import Parcel
from flows import house
from flows.catalogue import WATCH
from flows.environment import POOL

# A run that nobody started on for so long was taken by a worker that died.
UNSTARTED = timedelta(minutes=2)
LATE = timedelta(seconds=90)
_ENDED = frozenset(
    {StateType.COMPLETED, StateType.FAILED, StateType.CRASHED, StateType.CANCELLED}
)
_TAKEN = [StateType.RUNNING, StateType.PENDING]


def free_leases() -> set[str]:
    """Give back what dead workers held, give up on rows that kill; gives the dead's names."""
    app = house.app()
    with app.unit_of_work(house.NOBODY) as work:
        living = leases.living(work)
        known = {name for name in living | leases.holders(work) if name.startswith(house.PREFIX)}
        known |= {p.owner for p in batches.sent(work) if p.owner}
        dead = {name for name in known if house.has_ended(name) or name not in living}
        dead.discard(house.owner())
        leases.release(work, dead)
        leases.bury_names(work, dead)
        for job in leases.worn_out(work):
            notices.stuck(work, job)
    return dead


class Reconciler:
    """Compares the batches under way with the runs of the pool; `mine` are this worker's runs."""

    def __init__(self, client: PrefectClient) -> None:
        self._client = client

    async def turn(self, mine: Collection[UUID]) -> int:
        """Take back the batches whose run is not alive, end the runs without work."""
        dead = await asyncio.to_thread(free_leases)
        parcels, alone = await asyncio.to_thread(_under_way)
        runs = await self._runs(parcels)
        lost = 0
        for parcel in parcels:
            run = runs.get(parcel.run_id)
            if _lives(parcel, run, dead, mine, alone=alone):
                continue
            lost += await asyncio.to_thread(_take_back, parcel.id)
            if run is not None:
                await self._end(run)
        await self._sweep({parcel.run_id for parcel in parcels}, mine, alone=alone)
        return lost

    async def _runs(self, parcels: list[Parcel]) -> dict[str, FlowRun]:
        if not parcels:
            return {}
        wanted = FlowRunFilterId(any_=[UUID(parcel.run_id) for parcel in parcels])
        found = await self._client.read_flow_runs(flow_run_filter=FlowRunFilter(id=wanted))
        return {str(run.id): run for run in found}

    async def _sweep(self, carried: set[str], mine: Collection[UUID], *, alone: bool) -> None:
        """End runs of the pool that carry no batch of ours, and minutely runs that are late."""
        states = FlowRunFilterStateType(any_=[*_TAKEN, StateType.SCHEDULED])
        found = await self._client.read_flow_runs(
            flow_run_filter=FlowRunFilter(state=FlowRunFilterState(type=states)),
            work_pool_filter=WorkPoolFilter(name=WorkPoolFilterName(any_=[POOL])),
        )
        now = datetime.now(UTC)
        for run in found:
            if str(run.id) in carried or run.id in mine or run.state_type is None:
                continue
            begun = run.state_type in _TAKEN
            since = (run.start_time if begun else None) or run.expected_start_time or now
            patience = UNSTARTED if begun and not alone else LATE
            minutely = run.name != "" and run.auto_scheduled
            if now - since > patience or (begun and alone) or not (begun or minutely):
                await self._end(run)

    async def _end(self, run: FlowRun) -> None:
        if run.state_type in _ENDED:
            return
        taken = run.state_type in _TAKEN
        why = "no work of ours is in this run any more"
        state = Crashed(message=why) if taken else Cancelled(message=why)
        try:
            await self._client.set_flow_run_state(run.id, state, force=True)
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
    if run.id in mine or run.state_type not in _TAKEN:
        return True
    if parcel.owner:
        return parcel.owner not in dead
    return not alone and parcel.age_seconds < UNSTARTED.total_seconds()


def _under_way() -> tuple[list[Parcel], bool]:
    with house.app().reading(house.NOBODY) as work:
        others = {name for name in leases.living(work) if name.startswith(house.PREFIX)}
        return batches.sent(work), not others - {house.owner()}


def _take_back(batch_id: int) -> int:
    with house.app().unit_of_work(house.NOBODY) as work:
        if batches.close(work, batch_id):
            return 0
        batches.abandon(work, batch_id)
        return 1
