"""The Prefect worker of the embedded profile: runs each flow in this process."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import anyio.abc
import httpx
from prefect import flow_engine
from prefect.client.schemas.objects import FlowRun
from prefect.flow_engine import run_flow_async
from prefect.workers.base import (
    BaseJobConfiguration,
    BaseVariables,
    BaseWorker,
    BaseWorkerResult,
)

from flows.catalogue import FLOWS

log = logging.getLogger(__name__)
TYPE = "casework"
AT_ONCE = 4


def forgo_suspension() -> None:
    """Let no run of ours wait for news about its suspension: nothing of ours is ever suspended.

    Prefect 3.8.8 looks for them in a thread (PrefectHQ/prefect#21875; of threads about the waiting
    none was found) and holds the event loop until that has reached the server and found the run.
    While the server is down, and for ever when the run was in a database that is gone, the whole
    worker stood still: no beat, no relay, no answer to SIGTERM.
    """

    @contextmanager
    def unobserved(
        flow_run_id: UUID, suspension_request: Any, polling_interval: float = 0
    ) -> Iterator[None]:
        del flow_run_id, suspension_request, polling_interval
        yield

    # Imported there, not defined there.
    flow_engine.observe_flow_run_suspension = unobserved  # type: ignore[attr-defined]  # not in its types


class InProcessWorker(BaseWorker[BaseJobConfiguration, BaseVariables, BaseWorkerResult]):
    """Polls the work pool and outlives any outage of the server."""

    type = TYPE
    job_configuration = BaseJobConfiguration
    _description = "Runs the flows of casework in its own process."

    def __init__(self, pool: str, name: str) -> None:
        forgo_suspension()
        super().__init__(work_pool_name=pool, name=name.replace("/", "-"), limit=AT_ONCE)
        self._names: dict[UUID, str] = {}
        self._running: set[UUID] = set()
        self._closing = False
        self._idle = asyncio.Event()
        self._look = asyncio.Lock()

    @property
    def ready(self) -> bool:
        """Whether it has begun its work, so that it can be asked to look for runs at once."""
        return self.is_setup and not self._closing

    @property
    def in_flight(self) -> frozenset[UUID]:
        """Flow runs this worker has taken and not ended."""
        return frozenset(self._running | self._submitting_flow_run_ids)

    async def run(
        self,
        flow_run: FlowRun,
        configuration: BaseJobConfiguration,
        task_status: anyio.abc.TaskStatus[int] | None = None,
    ) -> BaseWorkerResult:
        """Run one flow to its end; its own state tells how it went."""
        self._running.add(flow_run.id)
        try:
            if task_status is not None:
                task_status.started(os.getpid())
            name = self._names.get(flow_run.flow_id)
            if name is None:
                name = (await self.client.read_flow(flow_run.flow_id)).name
                self._names[flow_run.flow_id] = name
            await run_flow_async(
                FLOWS[name],
                flow_run=flow_run,
                parameters=flow_run.parameters,
                return_type="state",
            )
        finally:
            self._running.discard(flow_run.id)
            self._idle.set()
        return Ended(identifier=str(flow_run.id), status_code=0)

    async def get_and_submit_flow_runs(self) -> list[FlowRun]:
        """Take new runs; while the server is down, or we are closing, there are none."""
        if self._closing:
            return []
        try:
            # One look at a time: two that find the same run would both take a place for it.
            async with self._look:
                return await super().get_and_submit_flow_runs()
        except httpx.HTTPError as fault:
            log.debug("no runs: %s", type(fault).__name__)
            return []

    async def sync_with_backend(self) -> None:
        """Tell the server that we are here; one that is down is told later."""
        try:
            await super().sync_with_backend()
        except httpx.HTTPError as fault:
            log.debug("not told: %s", type(fault).__name__)

    async def wind_down(self, seconds: float) -> None:
        """Take nothing new and let what runs come to its end, for a limited time."""
        self._closing = True
        async with asyncio.timeout(seconds):
            while self._running:
                self._idle.clear()
                await self._idle.wait()


class Ended(BaseWorkerResult):
    """A flow that ran to an end, good or bad."""
