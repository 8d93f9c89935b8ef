"""Heartbeats of a flow run in a process of its own, as a worker sends them for its runs."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from prefect import runtime
from sqlalchemy.exc import SQLAlchemyError

from casework.errors import Unavailable
from casework.services.core import leases
from flows import installation


@contextmanager
def told() -> Iterator[None]:
    """Beat with the run's id while the block lasts; in our own worker, which beats itself, nothing.

    Without it the reconciler would take the work back: it knows of other processes only this.
    """
    if not installation.serves_one_run():
        yield
        return
    run_id, over = str(runtime.flow_run.id), threading.Event()

    def beat() -> None:
        while True:
            # A database that is out of reach is the work's own fault to tell.
            with suppress(SQLAlchemyError, Unavailable):
                _beat(run_id)
            if over.wait(leases.BEAT_EVERY.total_seconds()):
                return

    _beat(run_id)
    thread = threading.Thread(target=beat, name="presence", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
        with suppress(SQLAlchemyError, Unavailable):
            _leave()


def _beat(run_id: str) -> None:
    with installation.app().unit_of_work(installation.NOBODY) as work:
        leases.beat(work, installation.owner(), run_id)


def _leave() -> None:
    with installation.app().unit_of_work(installation.NOBODY) as work:
        leases.bury_names(work, {installation.owner()})
