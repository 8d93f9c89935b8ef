"""One case through the four stage flows on the real server, pool and worker."""

from __future__ import annotations

import json
import re
from functools import partial
from typing import Any

import pytest

from casework.services.upkeep import steps as steps_of
from casework.services.upkeep.effects import Outcome
from tests import desk
from tests.flows.drive import Clerk, steps
from tests.flows.installation import House
from tests.flows.looking import documents, settled
from tests.flows.waiting import until

pytestmark = pytest.mark.prefect


def completed(house: House, *tags: str) -> bool:
    """Whether there are runs with the tags and all of them came to a good end."""
    return {run["state_type"] for run in house.runs(*tags)} == {"COMPLETED"}


def test_a_case_is_carried_from_flow_to_flow(house: House) -> None:
    case = desk.receive(house.app, "dari-alur-ke-alur")
    tag = f"case:{case.id}"
    # Without a worker no document appears and no run is asked for.
    assert not house.runs(tag)
    assert {row.state for row in documents(house.app, case.id)} == {"numbered"}

    log = house.root / "worker.log"
    # Workers before this one lost their server, and then Prefect prints on its own account.
    before = log.stat().st_size if log.exists() else 0
    with house.worker():
        until(lambda: completed(house, tag, "stage:registration"), "the first flow")
        assert {row.state for row in documents(house.app, case.id)} == {"issued"}
        for flow in steps(Clerk(house, case.id)):
            until(lambda: settled(house.app, case.id), f"the work of {flow}")
            until(partial(completed, house, tag, f"stage:{flow}"), flow)
        until(lambda: completed(house, tag), "the end of every run")
        figures = house.figures()

    # How old depends on what other tests left waiting in this house.
    assert re.search(r"^casework_outbox_age_seconds [0-9.e+]+$", figures, re.MULTILINE)
    assert re.search(r"^casework_deadline_lag_seconds [0-9.e+]+$", figures, re.MULTILINE)
    assert 'casework_outbox_rows{kind="render_issued",state="done"}' in figures
    assert 'casework_render_seconds_count{form="tanda_bukti"}' in figures
    _tells_json_lines_that_join_case_and_run(log.read_bytes()[before:].decode(), case.id)

    states = {(row.kind, row.state) for row in documents(house.app, case.id)}
    assert ("kajian", "issued") in states
    assert ("undangan_klarifikasi", "draft") in states
    assert ("pemberitahuan_status", "draft") in states
    runs = house.runs(tag)
    flows = {"registration", "clarification", "review", "recommendation", "delivery"}
    assert {run["name"] for run in runs} == {f"{flow}-case-{case.id}" for flow in flows}
    assert {run["work_pool_name"] for run in runs} == {"casework"}
    assert {name for run in runs for name in run["parameters"]} == {"batch_id"}
    _shows_its_steps(house, runs)


def _shows_its_steps(house: House, runs: list[dict[str, Any]]) -> None:
    """Each step is a task of its own name with what came of it, and each run has one table."""
    tasks = house.ask("task_runs/filter", {"flow_runs": {"id": {"any_": [r["id"] for r in runs]}}})
    names = {task["name"] for task in tasks}
    assert names >= {
        "periksa peristiwa yang sama", "gambar A.3", "gambar A.11", "beri tahu petugas",
        "kirim lewat email", steps_of.ARMED,
    }  # fmt: skip
    said = {task["state"]["message"] for task in tasks if task["name"] == "gambar A.3"}
    assert said == {f"1 {Outcome.DONE}"}
    tables = house.ask("artifacts/filter", {})
    mine = [table for table in tables if table["flow_run_id"] in {run["id"] for run in runs}]
    assert len(mine) == len(runs)
    assert {"registration", "clarification", "review", "recommendation"} <= {t["key"] for t in mine}
    (first,) = [table for table in mine if "gambar A.3" in table["data"]]
    assert {line["langkah"] for line in json.loads(first["data"])} >= {"gambar A.3"}


def _tells_json_lines_that_join_case_and_run(log: str, case_id: int) -> None:
    lines = [json.loads(line) for line in log.splitlines()]
    served = [line for line in lines if line["event"] == "served" and line["case"] == case_id]
    assert served
    assert all(line["run"] and line["batch"] for line in served)
    assert "Pelapor Uji" not in log
