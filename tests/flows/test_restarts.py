"""Our own database restarted or locked under the work, and a worker killed beside another."""

from __future__ import annotations

import signal
import sqlite3
import time
from functools import partial

import psycopg
import pytest
from sqlalchemy import select

from casework.errors import Unavailable
from casework.models import Batch, Case
from casework.services.core import leases
from tests import desk
from tests.flows.installation import House, Process
from tests.flows.looking import NOBODY, faults, settled
from tests.flows.restarts import locked, restart
from tests.flows.waiting import until

pytestmark = pytest.mark.prefect
# Longer than a writer waits for the lock.
LOCKED = 12.0
RESTARTS, PAUSE = 8, 0.5
# Twenty by `python -m tests.flows.restarts`.
SERVER_RESTARTS = 1


def finish(house: House, cases: list[Case]) -> None:
    for case in cases:
        until(partial(settled, house.app, case.id), f"the work of case {case.id}")
    assert faults(house.app, cases) == []


def quiet(house: House) -> None:
    """No statement and no person's data in what the worker told."""
    told = (house.root / "worker.log").read_text()
    for word in ("Pelapor Uji", "UPDATE outbox", "[parameters"):
        assert word not in told


def test_a_locked_sqlite_file_refuses_in_words_and_the_work_resumes(house: House) -> None:
    cases = [desk.receive(house.app, f"sebelum-kunci-{n}") for n in range(3)]
    with house.worker():
        until(partial(under_way, house), "work under way")
        lock = sqlite3.connect(house.root / "casework.db", isolation_level=None)
        lock.execute("BEGIN EXCLUSIVE")
        began = time.monotonic()
        try:
            with pytest.raises(Unavailable, match="Tidak ada yang tersimpan"):
                desk.receive(house.app, "saat-kunci")
            time.sleep(max(0.0, LOCKED - (time.monotonic() - began)))
        finally:
            lock.execute("ROLLBACK")
            lock.close()
        cases.append(desk.receive(house.app, "saat-kunci"))
        finish(house, cases)
    quiet(house)


@pytest.mark.thorough  # the gate does it in the growing profile
def test_a_restarted_postgresql_breaks_connections_and_no_work(served: House) -> None:
    cases: list[Case] = []
    refused = 0
    with served.worker():
        first = desk.receive(served.app, "sebelum-mulai-ulang")
        until(partial(under_way, served), "work under way")
        for turn in range(RESTARTS):
            terminate(served)
            try:
                cases.append(desk.receive(served.app, f"saat-mulai-ulang-{turn}"))
            except Unavailable:
                refused += 1
            time.sleep(PAUSE)
        assert len(cases) + refused == RESTARTS
        finish(served, [first, *cases])
    quiet(served)


@pytest.mark.thorough  # the gate does it in the growing profile
def test_of_two_workers_the_other_finishes_what_the_killed_one_held(served: House) -> None:
    with served.worker() as one, served.worker() as other:
        until(partial(beating, served, one, other), "both workers")
        cases = [desk.receive(served.app, f"dua-pekerja-{n}") for n in range(8)]
        holder = until(partial(holding, served, one, other), "a worker with work in hand")
        holder.end(signal.SIGKILL)
        after = desk.receive(served.app, "sesudah-dibunuh")
        finish(served, [*cases, after])
        left = other if holder is one else one
        assert left.popen.poll() is None


def test_the_flow_server_restarted_under_work_never_finds_its_database_locked(house: House) -> None:
    log = house.root / "server.log"
    with house.worker():
        cases = [case for _, turn in restart(house, SERVER_RESTARTS) for case in turn]
    assert faults(house.app, cases) == []
    # Of all tests before this one too: whatever they did to it, that is never what it says.
    assert locked(log.read_text()) == {}


def terminate(house: House) -> None:
    """End every connection of the installation's database, as a restart does."""
    url = house.app.settings.url.replace("postgresql+psycopg://", "postgresql://", 1)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity "
            "where datname = current_database() and pid <> pg_backend_pid()"
        )


def owners(house: House) -> list[str]:
    """Names of the workers that started on a batch that is not done."""
    with house.app.reading(NOBODY) as work:
        query = select(Batch.owner).where(Batch.state == "sent", Batch.owner != "")
        return list(work.session.scalars(query))


def under_way(house: House) -> bool:
    return bool(owners(house))


def holding(house: House, *workers: Process) -> Process | None:
    """The worker of these that has work in hand."""
    names = owners(house)
    for worker in workers:
        if any(f"/{worker.popen.pid}/" in name for name in names):
            return worker
    return None


def beating(house: House, *workers: Process) -> bool:
    """Whether all of them said that they are alive."""
    with house.app.reading(NOBODY) as work:
        names = leases.living(work)
    return all(any(f"/{one.popen.pid}/" in name for name in names) for one in workers)
