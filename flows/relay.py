"""Puts waiting outbox rows into batches and asks Prefect for one flow run for each batch.

The batch's key is the idempotency key of the run, so asking twice makes no second run.
"""

from __future__ import annotations

import asyncio
from uuid import UUID

import httpx
from prefect.client.orchestration import PrefectClient
from prefect.exceptions import ObjectNotFound

from casework.failpoint import failpoint
from casework.services.core import batches
from casework.services.core.batches import Parcel
from flows import installation, pool


class Relay:
    """Asks for a run a batch; each step may be repeated after a crash without doing harm."""

    def __init__(self, client: PrefectClient) -> None:
        self._client = client
        self._deployments: dict[str, UUID] = {}
        self._played = False

    async def check(self) -> None:
        """Make pool, deployments and schedule again when someone removed them."""
        self._deployments = await pool.ensure(self._client)
        self._played = installation.app().settings.training

    async def turn(self) -> int:
        """Batch what waits and ask for its runs; gives the number of runs asked for.

        A run that is refused holds up none of the others; it is asked for again in the next turn.
        """
        parcels = await asyncio.to_thread(_pack)
        if not parcels and self._played:
            self._played, parcels = await asyncio.to_thread(_pack_played)
        refused: list[httpx.HTTPStatusError] = []
        for parcel in parcels:
            try:
                run_id = await self._ask(parcel)
            except httpx.HTTPStatusError as fault:
                refused.append(fault)
                continue
            failpoint("relay.asked")
            await asyncio.to_thread(_mark, parcel.id, run_id)
        if refused:
            raise refused[0]
        return len(parcels)

    async def _ask(self, parcel: Parcel) -> str:
        if parcel.flow not in self._deployments:
            await self.check()
        try:
            run = await self._create(parcel)
        except ObjectNotFound:
            await self.check()
            run = await self._create(parcel)
        return run

    async def _create(self, parcel: Parcel) -> str:
        run = await self._client.create_flow_run_from_deployment(
            self._deployments[parcel.flow],
            parameters={"batch_id": parcel.id},
            name=name_of(parcel),
            tags=tags_of(parcel),
            idempotency_key=parcel.key,
        )
        return str(run.id)


def name_of(parcel: Parcel) -> str:
    """What the run is called: by its case, or by how many there are."""
    if parcel.cases == (None,):
        return f"{parcel.flow}-batch-{parcel.id}"
    if len(parcel.cases) == 1:
        return f"{parcel.flow}-case-{parcel.cases[0]}"
    return f"{parcel.flow}-{len(parcel.cases)}-cases-batch-{parcel.id}"


def tags_of(parcel: Parcel) -> list[str]:
    """Tags by which the runs of a stage are found, and of a case where it has a run of its own.

    In a run of many cases the task of each is named by it. Prefect refuses a run of which an event
    would name more than a hundred things, tags among them, and it hands the tags of a run on to
    each of its tasks, which then ask the server for the limits of every one.
    """
    cases = parcel.cases if len(parcel.cases) == 1 else ()
    return [f"stage:{parcel.flow}", *(f"case:{case_id}" for case_id in cases if case_id)]


def _pack() -> list[Parcel]:
    app = installation.app()
    with app.reading(installation.NOBODY) as work:
        waiting, parcels = batches.waiting(work), batches.unsent(work)
    if not waiting:
        return parcels
    with app.unit_of_work(installation.NOBODY) as work:
        batches.gather(work)
        return batches.unsent(work)


def _pack_played() -> tuple[bool, list[Parcel]]:
    """One case of a play in one flow while nothing else is under way; False when none is left."""
    app = installation.app()
    with app.reading(installation.NOBODY) as work:
        if batches.in_flight(work):
            return True, []
    with app.unit_of_work(installation.NOBODY) as work:
        made = batches.gather_played(work)
        return made is not None, batches.unsent(work)


def _mark(batch_id: int, run_id: str) -> None:
    with installation.app().unit_of_work(installation.NOBODY) as work:
        batches.mark_sent(work, batch_id, run_id)
