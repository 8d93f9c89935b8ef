"""A work pool of Prefect's type `process`: its own worker starts each run as a new process."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path

import httpx
import pytest
from sqlalchemy import select

from casework.models import Batch, Heartbeat
from casework.services.core import leases
from tests import desk
from tests.flows.drive import Clerk, steps
from tests.flows.installation import House
from tests.flows.looking import NOBODY, faults, settled
from tests.flows.sink import Sink
from tests.flows.waiting import until

pytestmark = pytest.mark.prefect
ROOT = Path(__file__).parents[2]
POOL = "rumah-proses"
# Of the acts that flows follow on; each of their runs takes seconds to start.
ACTS = 2
SECRETS = ("DATABASE_URL", "SECRET_KEY", "KEY_FILE", "TOKEN", "PASSWORD", "REDIS_URL")


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory, sink: Sink) -> Iterator[House]:
    """An installation whose flows are run by a worker of Prefect's."""
    folder = tmp_path_factory.mktemp("foreign")
    template = folder / "template.json"
    more = {
        "CASEWORK_POOL": POOL,
        "CASEWORK_POOL_TYPE": "process",
        "CASEWORK_POOL_TEMPLATE": str(template),
        "CASEWORK_SECRET_KEY": "rahasia-yang-tidak-boleh-keluar-4e8a",
    }
    template.write_text(json.dumps(_template()))
    house = House(folder, sink, more=more)
    house.start_server()
    yield house
    house.close()


def _template() -> dict[str, object]:
    """Prefect's own for processes, with one thing an operator changed."""
    code = (
        "import json; from prefect.workers.process import ProcessWorker;"
        "print(json.dumps(ProcessWorker.get_default_base_job_template()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    template: dict[str, object] = json.loads(done.stdout)
    variables = template["variables"]
    assert isinstance(variables, dict)
    variables["properties"]["stream_output"]["default"] = False
    return template


@contextmanager
def pool_worker(house: House) -> Iterator[subprocess.Popen[bytes]]:
    """`prefect worker start`, as an operator starts it: secrets are in its environment."""
    log = (house.root / "pool.log").open("ab")
    environment = {
        **os.environ,
        **house.environment,
        "PREFECT_API_URL": house.api,
        "PREFECT_HOME": str(house.root / "pool-home"),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "PREFECT_WORKER_QUERY_SECONDS": "1",
    }
    command = [sys.executable, "-m", "prefect", "worker", "start",
               "--pool", POOL, "--type", "process", "--install-policy", "never"]  # fmt: skip
    worker = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    try:
        yield worker
    finally:
        worker.terminate()
        try:
            worker.wait(60)
        except subprocess.TimeoutExpired:
            # Prefect's own program, once in a long while; an operator's machine ends it likewise.
            worker.kill()
            worker.wait()
        log.close()


def run_processes(house: House) -> list[int]:
    """Processes of this machine that said that they carry a run and are at work."""
    with house.app.reading(NOBODY) as work:
        names = work.session.scalars(
            select(Heartbeat.name).where(Heartbeat.name.startswith(leases.RUN))
        ).all()
        at_work = set(work.session.scalars(select(Batch.owner).where(Batch.state == "sent")))
    return [int(name.split("/")[2]) for name in names if name in at_work]


@pytest.mark.thorough
def test_a_case_goes_its_way_and_a_killed_run_is_carried_on(foreign: House) -> None:
    with foreign.worker(), pool_worker(foreign):
        killed = desk.receive(foreign.app, "dibunuh-di-kolam")
        (victim, *_) = until(partial(run_processes, foreign), "a run in its own process")
        os.kill(victim, signal.SIGKILL)
        until(partial(settled, foreign.app, killed.id), "the work of the killed run")

        case = desk.receive(foreign.app, "lewat-kolam")
        until(partial(settled, foreign.app, case.id), "the papers of the report")
        for flow in islice(steps(Clerk(foreign, case.id)), ACTS):
            until(partial(settled, foreign.app, case.id), flow)
        with foreign.app.reading(NOBODY) as work:
            assert leases.letters_follow(work)
    assert faults(foreign.app, [killed]) == []
    runs = [run for run in foreign.runs(f"case:{case.id}") if run["state_type"] == "COMPLETED"]
    assert {run["work_pool_name"] for run in runs} == {POOL}
    assert len(runs) > ACTS


@pytest.mark.thorough
def test_pool_and_deployments_are_as_the_operator_wrote_and_hold_no_secret(foreign: House) -> None:
    pool = httpx.get(f"{foreign.api}/work_pools/{POOL}", timeout=30).json()
    assert pool["type"] == "process"
    assert pool["base_job_template"] == _template()
    found = httpx.get(f"{foreign.api}/deployments/name/review/review", timeout=30).json()
    assert found["entrypoint"] == "flows.stages.review"
    variables = found["job_variables"]
    assert variables["command"].endswith("-m flows.run")
    assert Path(variables["working_dir"]) == foreign.root
    assert not [name for name in variables["env"] if any(word in name for word in SECRETS)]
    assert foreign.environment["CASEWORK_SECRET_KEY"] not in json.dumps([pool, found])


@pytest.mark.thorough
def test_a_pool_of_another_type_is_named_and_left_alone(foreign: House) -> None:
    body = {"name": "milik-orang", "type": "process"}
    foreign.ask("work_pools/", body)
    wrong = {"CASEWORK_POOL": "milik-orang", "CASEWORK_POOL_TYPE": "casework"}
    foreign.environment |= {**wrong, "CASEWORK_POOL_TEMPLATE": ""}
    log = foreign.root / "worker.log"
    before = log.stat().st_size if log.exists() else 0
    with foreign.worker():
        until(
            lambda: log.exists() and b"CASEWORK_POOL" in log.read_bytes()[before:],
            "the refusal",
        )
    assert log.read_bytes()[before:].count(b"milik-orang sudah ada") == 1


TEMPLATES = """
import json, sys
from casework.errors import SettingsError
from casework.settings import Settings
from flows import environment
environment.apply(Settings.from_env())
from flows.pool import template_of, variables_of
for kind, file in json.loads(sys.argv[1]):
    settings = Settings(pool_type=kind, pool_template=file)
    try:
        found = template_of(settings)
        print(kind, len(found["variables"]["properties"]), *variables_of(settings))
    except SettingsError as refusal:
        print("refused", refusal)
"""


def test_a_type_brings_its_template_and_an_unknown_one_is_refused(tmp_path: Path) -> None:
    broken, example = tmp_path / "salah.json", ROOT / "docker" / "kubernetes-job.json"
    broken.write_text("[]")
    asked = [
        ("casework", ""), ("process", ""), ("docker", ""), ("kubernetes", ""),
        ("kubernetes", str(example)), ("perahu", ""), ("process", str(broken)),
        ("process", str(tmp_path / "tidak-ada.json")),
    ]  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", TEMPLATES, json.dumps(asked)],
        env={**os.environ, "CASEWORK_VAR": str(tmp_path)},
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    ours, process, docker, *pods, unknown, wrong, missing = done.stdout.splitlines()
    assert ours.startswith("casework ")
    assert process.endswith(" command working_dir env")
    for line in (docker, *pods):
        assert line.endswith(" command")
    assert pods[1].startswith("kubernetes 6 ")
    assert "perahu tidak dikenal" in unknown
    assert "job_configuration" in wrong
    assert "tidak dapat dibaca" in missing
