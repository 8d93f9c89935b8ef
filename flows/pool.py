"""Work pool, deployments and schedule, made when they are not there."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from prefect import Flow
from prefect.client.orchestration import PrefectClient
from prefect.client.schemas.actions import DeploymentScheduleCreate, WorkPoolCreate
from prefect.client.schemas.schedules import IntervalSchedule
from prefect.exceptions import ObjectAlreadyExists, ObjectNotFound

from flows.catalogue import FLOWS, WATCH, WATCH_EVERY
from flows.environment import POOL
from flows.in_process import TYPE, InProcessWorker

TAG = "casework"


async def ensure(client: PrefectClient) -> dict[str, UUID]:
    """Make what is missing; gives the deployment of each flow."""
    try:
        await client.read_work_pool(POOL)
    except ObjectNotFound:
        await _make_pool(client)
    return {name: await _deployment(client, flow) for name, flow in FLOWS.items()}


async def _make_pool(client: PrefectClient) -> None:
    template = InProcessWorker.get_default_base_job_template()
    try:
        await client.create_work_pool(
            WorkPoolCreate(name=POOL, type=TYPE, base_job_template=template)
        )
    except ObjectAlreadyExists:
        # Another worker was faster.
        return


async def _deployment(client: PrefectClient, flow: Flow[..., object]) -> UUID:
    name = flow.name
    try:
        found = await client.read_deployment_by_name(f"{name}/{name}")
    except ObjectNotFound:
        found = None
    if found is not None and found.work_pool_name == POOL and _ticks(name, found.schedules):
        return found.id
    every_minute = DeploymentScheduleCreate(
        schedule=IntervalSchedule(interval=WATCH_EVERY), slug="every-minute"
    )
    return await client.create_deployment(
        await client.create_flow(flow),
        name=name,
        work_pool_name=POOL,
        entrypoint=f"flows.{name}.{name}",
        schedules=[every_minute] if name == WATCH else [],
        tags=[TAG],
        enforce_parameter_schema=False,
    )


def _ticks(name: str, schedules: Sequence[object]) -> bool:
    return name != WATCH or bool(schedules)
