"""A report goes through the real server, pool and worker."""

from __future__ import annotations


import pytest

from tests import desk
from tests.flows.conftest import House, until
from tests.flows.looking import documents, settled

pytestmark = pytest.mark.prefect


def test_nothing_is_drawn_without_a_worker_and_all_of_it_with_one(house: House) -> None:
    case = desk.receive(house.app, "tanpa-pekerja")
    assert {row.state for row in documents(house.app, case.id)} == {"numbered"}

    with house.worker():
        until(lambda: settled(house.app, case.id), 90, "the work of the case")
        until(
            lambda: {run["state_type"] for run in house.runs(f"case:{case.id}")} == {"COMPLETED"},
            30,
            "the end of the runs",
        )

    assert {row.state for row in documents(house.app, case.id)} == {"issued"}
    runs = house.runs(f"case:{case.id}", "stage:registration")
    assert runs
    for run in runs:
        assert run["work_pool_name"] == "casework"
        assert run["name"] == f"registration-case-{case.id}"
        assert set(run["parameters"]) == {"batch_id"}
