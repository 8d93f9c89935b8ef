"""Creates Prefect's work pool, deployments and schedule when they are missing."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any
from uuid import UUID

from prefect import Flow
from prefect.client.orchestration import PrefectClient
from prefect.client.schemas.actions import (
    DeploymentScheduleCreate,
    WorkPoolCreate,
    WorkPoolUpdate,
)
from prefect.client.schemas.objects import WorkPoolStatus
from prefect.client.schemas.schedules import IntervalSchedule
from prefect.exceptions import ObjectAlreadyExists, ObjectNotFound

from casework.errors import SettingsError
from casework.settings import Settings
from flows import installation
from flows.catalogue import FLOWS, WATCH, WATCH_EVERY, entrypoint
from flows.in_process import TYPE, InProcessWorker

TAG = "casework"
PROCESS = "process"
# What a run on this machine is told beside the environment of its worker; none of it is secret.
_PLAIN = ("mode", "clock", "pool", "pool_type", "log_format")


def ours() -> bool:
    """Whether our own worker process runs the flows, as it does unless a setting says otherwise."""
    return installation.app().settings.pool_type == TYPE


async def ensure(client: PrefectClient) -> dict[str, UUID]:
    """Make what is missing; gives the deployment of each flow.

    Raises SettingsError when the pool is of another type, or nobody knows its type.
    """
    settings = installation.app().settings
    template = template_of(settings)
    try:
        found = await client.read_work_pool(settings.pool)
    except ObjectNotFound:
        await _make_pool(client, settings, template)
    else:
        if found.type != settings.pool_type:
            raise SettingsError(
                f"Kolam kerja {settings.pool} sudah ada dengan jenis {found.type}, bukan "
                f"{settings.pool_type}. Beri nama lain dengan CASEWORK_POOL, atau hapus kolam itu."
            )
        if settings.pool_template and found.base_job_template != template:
            changed = WorkPoolUpdate(base_job_template=template)
            await client.update_work_pool(settings.pool, changed)
    wanted = variables_of(settings)
    return {name: await _deployment(client, flow, wanted) for name, flow in FLOWS.items()}


async def served(client: PrefectClient) -> bool:
    """Whether somebody takes runs from the pool: our own worker does, another one must be heard."""
    if ours():
        return True
    found = await client.read_work_pool(installation.app().settings.pool)
    return found.status == WorkPoolStatus.READY


def template_of(settings: Settings) -> dict[str, Any]:
    """The base job template: the operator's file, ours, or the one Prefect brings for the type.

    Prefect's own list is read from its package, since the server would ask for it outside. Raises
    SettingsError.
    """
    if settings.pool_template:
        return _from_file(settings)
    if settings.pool_type == TYPE:
        return InProcessWorker.get_default_base_job_template()
    known = json.loads(
        files("prefect.server.api")
        .joinpath("collections_data/views/aggregate-worker-metadata.json")
        .read_text(encoding="utf-8")
    )
    types = {one["type"]: one for package in known.values() for one in package.values()}
    if settings.pool_type not in types:
        raise SettingsError(
            f"CASEWORK_POOL_TYPE={settings.pool_type} tidak dikenal; yang ada: "
            f"{', '.join(sorted({TYPE, *types}))}. Jenis lain memerlukan CASEWORK_POOL_TEMPLATE."
        )
    template: dict[str, Any] = types[settings.pool_type]["default_base_job_configuration"]
    return template


def variables_of(settings: Settings) -> dict[str, Any]:
    """Job variables of every deployment: the command, and for a process of this machine its place.

    Secrets are not among them: the pool's worker has them in its own environment.
    """
    if settings.pool_type == TYPE:
        return {}
    if settings.pool_type != PROCESS:
        return {"command": "python -m flows.run"}
    plain = {name: str(getattr(settings, name)) for name in _PLAIN}
    var = str(settings.var.resolve())
    env = {f"CASEWORK_{name.upper()}": value for name, value in plain.items() if value}
    return {
        "command": f"{sys.executable} -m flows.run",
        "working_dir": var,
        "env": {**env, "CASEWORK_VAR": var},
    }


def _from_file(settings: Settings) -> dict[str, Any]:
    try:
        template = json.loads(Path(settings.pool_template).read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise SettingsError(f"CASEWORK_POOL_TEMPLATE tidak dapat dibaca: {fault}") from fault
    if not isinstance(template, dict) or not {"job_configuration", "variables"} <= template.keys():
        raise SettingsError(
            "CASEWORK_POOL_TEMPLATE harus berupa JSON dengan job_configuration dan variables, "
            "seperti keluaran: prefect work-pool get-default-base-job-template"
        )
    return template


async def _make_pool(client: PrefectClient, settings: Settings, template: dict[str, Any]) -> None:
    try:
        await client.create_work_pool(
            WorkPoolCreate(name=settings.pool, type=settings.pool_type, base_job_template=template)
        )
    except ObjectAlreadyExists:
        # Another worker was faster.
        return


async def _deployment(
    client: PrefectClient, flow: Flow[..., object], variables: dict[str, Any]
) -> UUID:
    name, pool = flow.name, installation.app().settings.pool
    try:
        found = await client.read_deployment_by_name(f"{name}/{name}")
    except ObjectNotFound:
        found = None
    if (
        found is not None
        and found.work_pool_name == pool
        and found.job_variables == variables
        and found.entrypoint == entrypoint(name)
        and _ticks(name, found.schedules)
    ):
        return found.id
    every_minute = DeploymentScheduleCreate(
        schedule=IntervalSchedule(interval=WATCH_EVERY), slug="every-minute"
    )
    return await client.create_deployment(
        await client.create_flow(flow),
        name=name,
        work_pool_name=pool,
        entrypoint=entrypoint(name),
        schedules=[every_minute] if name == WATCH else [],
        tags=[TAG],
        job_variables=variables,
        enforce_parameter_schema=False,
    )


def _ticks(name: str, schedules: Sequence[object]) -> bool:
    return name != WATCH or bool(schedules)
