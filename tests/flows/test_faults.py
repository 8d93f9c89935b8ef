"""Killed workers and a dead server: nothing is lost and nothing happens twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from casework.bootstrap import App, build
from casework.commands.migrate import upgrade
from casework.services.cases.record import audit_check
from casework.services.core import leases
from casework.settings import Settings
from tests import desk
from tests.flows.installation import House, Process
from tests.flows.looking import NOBODY, documents, drawn, settled
from tests.flows.waiting import free_port, until

pytestmark = pytest.mark.prefect


# The gate kills at the other place without a flow server.
ISSUED = pytest.param("issued.before-commit", marks=pytest.mark.thorough)


@pytest.mark.parametrize("place", [ISSUED, "relay.asked"])
def test_a_killed_worker_leaves_everything_to_be_done_once(house: House, place: str) -> None:
    case = desk.receive(house.app, f"dibunuh-{place}")
    with house.worker(failpoint=place) as worker:
        assert worker.popen.wait(90) == -signal.SIGKILL
    with house.worker():
        until(lambda: settled(house.app, case.id), "the rest of the work")

    papers = documents(house.app, case.id)
    assert {paper.state for paper in papers} == {"issued"}
    assert drawn(house.app, case.id) == {f"documents:{paper.id}": 1 for paper in papers}
    with house.app.reading(NOBODY) as work:
        report = audit_check.verify(work, house.app.anchors.read())
    assert report.faults == ()


def test_acts_go_on_while_the_server_is_down_and_their_letters_follow(house: House) -> None:
    with house.worker():
        assert house.server is not None
        house.server.end(signal.SIGKILL)
        case = desk.receive(house.app, "server-mati")
        assert not house.answers()
        assert {paper.state for paper in documents(house.app, case.id)} == {"numbered"}
        house.start_server()
        until(lambda: settled(house.app, case.id), "the letters")
        with house.app.reading(NOBODY) as work:
            assert leases.letters_follow(work)

        # Pool, deployments and schedule come back by themselves, too.
        pool = f"{house.api}/work_pools/casework"
        until(lambda: httpx.delete(pool, timeout=30).status_code == 204, "the pool's removal")
        after = desk.receive(house.app, "tanpa-kolam")
        until(lambda: settled(house.app, after.id), "the letters after the pool was gone")
        watch = httpx.get(f"{house.api}/deployments/name/deadline_watch/deadline_watch").json()
        assert watch["work_pool_name"] == "casework"
        assert len(watch["schedules"]) == 1
    for found in (case, after):
        papers = documents(house.app, found.id)
        assert drawn(house.app, found.id) == {f"documents:{paper.id}": 1 for paper in papers}


def test_a_worker_with_a_fault_of_ours_ends_so_that_it_is_started_anew(house: House) -> None:
    code = (
        "import sys\n"
        "from casework.settings import Settings\n"
        "from flows import environment, worker\n"
        "environment.apply(Settings.from_env())\n"
        "from flows import main_loop\n"
        "main_loop._look_at_clock = lambda *_: {}['nothing']\n"
        "sys.exit(worker.main())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **house.environment}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr[-2000:]
    assert "KeyError" in done.stderr


def test_a_process_ends_when_its_parent_is_killed() -> None:
    child = (
        "import signal, flows.parent as p; p.end_with_parent(); print(flush=True); signal.pause()"
    )
    parent = (
        "import subprocess, sys, signal\n"
        f"child = subprocess.Popen([sys.executable, '-c', {child!r}], stdout=subprocess.PIPE)\n"
        "child.stdout.readline()\n"
        "print(child.pid, flush=True)\n"
        "signal.pause()\n"
    )
    with subprocess.Popen([sys.executable, "-c", parent], stdout=subprocess.PIPE) as started:
        assert started.stdout is not None
        pid = int(started.stdout.readline())
        assert Path(f"/proc/{pid}").exists()
        started.kill()
        until(lambda: not _runs(pid), "the end of the child")


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_worker_waits_for_a_database_that_comes_up_after_it(tmp_path: Path) -> None:
    environment = {
        "CASEWORK_MODE": "test",
        "CASEWORK_VAR": str(tmp_path),
        "CASEWORK_DATABASE_URL": f"sqlite:///{tmp_path / 'disk' / 'casework.db'}",
        "CASEWORK_PREFECT_PORT": str(free_port()),
        "CASEWORK_METRICS_PORT": "0",
        "CASEWORK_LOG_FORMAT": "json",
    }
    log = tmp_path / "worker.log"
    worker = Process("flows.worker", environment, log)
    until(lambda: "trying again: Unavailable" in log.read_text(), "word that it waits")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    upgrade(f"sqlite:///{elsewhere / 'casework.db'}")
    elsewhere.rename(tmp_path / "disk")
    app = build(
        Settings(mode="test", var=tmp_path, database_url=environment["CASEWORK_DATABASE_URL"])
    )
    try:
        until(lambda: _beats(app), "a beat of the worker")
    finally:
        app.close()
        assert worker.end() == 0, log.read_text()[-2000:]


def _beats(app: App) -> bool:
    with app.reading(NOBODY) as work:
        return any(name.startswith(leases.WORKER) for name in leases.living(work))
