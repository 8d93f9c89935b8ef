"""The main loop of the worker process: heartbeats, relay, reconciler, flows, until it stops.

It goes on through outages of the server and of the database.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress

import httpx
from prefect.client.orchestration import PrefectClient, get_client
from prefect.exceptions import PrefectException
from sqlalchemy.exc import SQLAlchemyError

from casework.errors import SettingsError, Unavailable
from casework.services.core import clock_setback, leases
from casework.services.deadlines import clock_watch
from casework.services.deadlines.clock_watch import Reading
from flows import installation, pool
from flows.in_process import InProcessWorker
from flows.reconcile import Reconciler, free_leases
from flows.relay import Relay

log = logging.getLogger(__name__)
RELAY_SECONDS = 0.5
RECONCILE_SECONDS = 10.0
FAREWELL_SECONDS = 45.0
# What an outage looks like: the server, our database, a broken connection.
OUTAGE = (
    httpx.HTTPError, PrefectException, SQLAlchemyError, Unavailable, OSError, RuntimeError,
)  # fmt: skip


class Shift:
    """Beats, relays, reconciles and runs flows until `stop` is set.

    The flows of a pool of another type are run by that pool's own worker.
    """

    def __init__(self, stop: threading.Event) -> None:
        self._stop = stop
        self._worker = InProcessWorker(installation.app().settings.pool, installation.owner())
        self._down = False
        self._refused = ""
        self._clock: Reading | None = None

    async def run(self) -> None:
        """Work; on the way out let running flows come to their end."""
        try:
            await self._begin()
            await self._work()
        finally:
            # After a fault of ours a thread still waits for this, and the process for the thread.
            self._stop.set()
        with suppress(*OUTAGE):
            # Without a database our silence tells the others.
            await asyncio.to_thread(_leave)

    async def _begin(self) -> None:
        """Say that we are here; a database that comes up later than we do is waited for."""
        while not self._stop.is_set():
            try:
                await asyncio.to_thread(_beat, installation.owner())
                # A process that was killed between commit and anchor left a head unanchored.
                await asyncio.to_thread(installation.app().settle_anchors)
            except OUTAGE as fault:
                self._note(fault)
                await asyncio.to_thread(self._stop.wait, 1.0)
            else:
                return

    async def _work(self) -> None:
        async with asyncio.TaskGroup() as tasks:
            jobs = [
                tasks.create_task(self._forever(self._beating, leases.BEAT_EVERY.total_seconds())),
                tasks.create_task(self._forever(self._relaying, 1.0)),
            ]
            if pool.ours():
                jobs.append(tasks.create_task(self._forever(self._polling, 1.0)))
            await asyncio.to_thread(self._stop.wait)
            # It may take longer than the farewell; the next start does it again.
            installation.app().examiner.close()
            try:
                await self._worker.wind_down(FAREWELL_SECONDS)
            except TimeoutError:
                log.warning("flows that still run are left for the next start")
            for job in jobs:
                job.cancel()

    async def _forever(self, turn: Callable[[], Awaitable[None]], pause: float) -> None:
        while True:
            try:
                await turn()
            except* SettingsError as refusals:
                self._refuse(refusals.exceptions[0])
            except* OUTAGE as faults:
                self._note(faults.exceptions[0])
            await asyncio.sleep(pause)

    async def _beating(self) -> None:
        await asyncio.to_thread(_beat, installation.owner())
        self._clock = await asyncio.to_thread(_look_at_clock, self._clock)

    async def _relaying(self) -> None:
        await asyncio.to_thread(free_leases)
        async with get_client() as client:
            await self._relay(client)

    async def _relay(self, client: PrefectClient) -> None:
        relay, reconciler = Relay(client), Reconciler(client, lambda: self._worker.in_flight)
        clock = asyncio.get_running_loop().time
        next_look = 0.0
        while not self._stop.is_set():
            if clock() >= next_look:
                await relay.check()
                await reconciler.turn()
                if await pool.served(client):
                    await asyncio.to_thread(_beat, leases.SERVER)
                next_look = clock() + RECONCILE_SECONDS
                self._down = False
            if await relay.turn() and self._worker.ready:
                # What was just asked for need not wait for the next look of the worker.
                await self._worker.get_and_submit_flow_runs()
            await asyncio.sleep(RELAY_SECONDS)

    async def _polling(self) -> None:
        if not self._stop.is_set():
            self._worker = InProcessWorker(installation.app().settings.pool, installation.owner())
            await self._worker.start(printer=log.debug)

    def _refuse(self, refusal: BaseException) -> None:
        """Say once what an operator has to set right; it is asked again until then."""
        if str(refusal) != self._refused:
            log.error("%s", refusal)
        self._refused = str(refusal)

    def _note(self, fault: BaseException) -> None:
        """Say once that something is down; the kind only, since faults may quote data."""
        if not self._down:
            log.warning("trying again: %s", _kind(fault))
        log.debug("outage", exc_info=fault)
        self._down = True


def _kind(fault: BaseException) -> str:
    if isinstance(fault, httpx.HTTPStatusError):
        return f"{fault.request.url.path} answered {fault.response.status_code}"
    return type(fault).__name__


def _beat(name: str) -> None:
    with installation.app().unit_of_work(installation.NOBODY) as work:
        leases.beat(work, name)


def _look_at_clock(before: Reading | None) -> Reading:
    """Look at the machine's clock; gives its reading, to be compared with the next."""
    with installation.app().unit_of_work(installation.NOBODY) as work:
        # Read inside: another worker may have looked while this one waited for its turn.
        reading = Reading(*installation.app().clock.machine())
        doubt = clock_watch.look(work, reading)
    if doubt is not None and doubt.since == reading.wall:
        log.warning("clock doubted: %s", doubt.reason)
    if before is None or clock_watch.jumped(before, reading) == "mundur":
        # At the start too: nobody knows what it was before.
        _hurry()
    return reading


def _hurry() -> None:
    with installation.app().unit_of_work(installation.NOBODY) as work:
        rows = clock_setback.hurry(work)
    if rows:
        log.warning("the clock went back: %s rows no longer wait for where it was", rows)


def _leave() -> None:
    with installation.app().unit_of_work(installation.NOBODY) as work:
        leases.bury_names(work, {installation.owner()})
