"""Many acts waiting at once: our batches beside one Prefect run an act, on one server and worker.

The other side's runs are empty: what an act's effects cost is left out of it, and is in ours.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx

from bench import working
from bench.table import Row, Table
from casework.models import Case
from casework.services.acts.registration import kajian_awal
from casework.services.acts.registration.kajian_awal import Verdict
from tests import desk
from tests.flows.drive import OFFICER, Clerk
from tests.flows.installation import House
from tests.flows.looking import settled
from tests.flows.sink import mail_server
from tests.flows.waiting import until

CASES = int(os.environ.get("CASEWORK_BENCH_CASES", "200"))
ACTS = 3
RUNS = 40
QUIET = 20
PATIENCE = 3600.0


def wait(house: House, key: str) -> Case:
    """A case with three acts done and none of their effects."""
    case = desk.receive(house.app, key)
    clerk = Clerk(house, case.id)
    wanted = house.app.law.edition(case.edition, case.revision).requirements
    clerk.act(
        OFFICER,
        kajian_awal.assess,
        {name: Verdict(True, "Diperiksa pada berkas.") for name in wanted},
    )
    clerk.act(OFFICER, kajian_awal.propose_registration)
    return case


def seconds_until(true: Callable[[], bool]) -> float:
    began = time.perf_counter()
    until(true, "the work", PATIENCE)
    return time.perf_counter() - began


def one_run_an_act(house: House) -> float:
    """Seconds a run of a flow takes that finds nothing to do, with many waiting."""
    path = f"{house.api}/deployments/name/delivery/delivery"
    until(lambda: httpx.get(path, timeout=30).status_code == httpx.codes.OK, "a deployment")
    deployment = httpx.get(path, timeout=30).json()["id"]
    body: dict[str, Any] = {
        "parameters": {"batch_id": 0}, "tags": ["bench"], "state": {"type": "SCHEDULED"}
    }  # fmt: skip
    began = time.perf_counter()
    for number in range(RUNS):
        house.ask(
            f"deployments/{deployment}/create_flow_run", {**body, "idempotency_key": str(number)}
        )

    def over() -> bool:
        runs = house.runs("bench")
        return len(runs) == RUNS and all(run["state_type"] == "COMPLETED" for run in runs)

    until(over, "the empty runs", PATIENCE)
    return (time.perf_counter() - began) / RUNS


def quiet_act(house: House, key: str) -> float:
    """Seconds from one act in a quiet office until its effects are done."""
    case = desk.receive(house.app, key)
    return seconds_until(partial(settled, house.app, case.id))


def measure(seed: int) -> Table:
    """Let the acts wait, start one worker, and time until everything is done."""
    with TemporaryDirectory(prefix="casework-bench-") as name, mail_server() as sink:
        house = House(Path(name), sink)
        with closing(house):
            house.start_server()
            waiting = [wait(house, f"serbu-{number}") for number in range(CASES)]
            server = house.server
            assert server is not None
            with house.worker() as worker:
                before = working.own(server.popen.pid)
                ours = seconds_until(
                    lambda: all(settled(house.app, case.id) for case in reversed(waiting))
                )
                cpu = {
                    "drawing": working.below(worker.popen.pid),
                    "the worker": working.own(worker.popen.pid),
                    "the flow server": working.own(server.popen.pid) - before,
                }
                theirs = one_run_an_act(house)
                quiet = sorted(quiet_act(house, f"sepi-{number}") for number in range(QUIET))
    rows = (
        Row(f"ours, an act of {ACTS * CASES}, its effects done", ours / (ACTS * CASES) * 1e6),
        Row("one empty Prefect run", theirs * 1e6),
    )
    p95 = quiet[int(QUIET * 0.95) - 1]
    return Table(
        name="burst",
        work=f"{ACTS * CASES} acts of {CASES} cases waiting at once; ours from the worker's start",
        rows=rows,
        ratios={rows[1].name: rows[1].microseconds / rows[0].microseconds},
        notes=(
            f"a quiet act until its effects are done: p95 {p95:.1f} s of {QUIET}",
            f"CPU an act: {_shares(cpu)}, on {os.cpu_count()} cores",
        ),
        seed=seed,
    )


def _shares(cpu: Mapping[str, float]) -> str:
    each = ((who, spent / (ACTS * CASES) * 1e3) for who, spent in cpu.items())
    return ", ".join(f"{who} {spent:.0f} ms" for who, spent in each)
