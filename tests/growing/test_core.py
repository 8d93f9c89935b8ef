"""The same tests of the flows as on one machine, in the growing profile: the fixture is another."""

from __future__ import annotations

import pytest

from tests.flows import test_deletions as deletions
from tests.flows import test_restarts as restarts
from tests.flows import test_watch as watch
from tests.flows.growing import GrowingHouse
from tests.flows.sink import Sink
from tests.flows.test_stages import test_a_case_is_carried_from_flow_to_flow

pytestmark = pytest.mark.prefect
__all__ = ["test_a_case_is_carried_from_flow_to_flow"]


@pytest.mark.timeout(900)  # a guard against hanging
def test_of_two_workers_the_other_finishes_what_the_killed_one_held(house: GrowingHouse) -> None:
    house.beside = 0
    try:
        restarts.test_of_two_workers_the_other_finishes_what_the_killed_one_held(house)
    finally:
        house.beside = 1


@pytest.mark.timeout(900)  # a guard against hanging
def test_a_restarted_postgresql_breaks_connections_and_no_work(house: GrowingHouse) -> None:
    restarts.test_a_restarted_postgresql_breaks_connections_and_no_work(house)


@pytest.mark.thorough  # the gate does it on one machine
@pytest.mark.timeout(900)  # a guard against hanging: the server starts anew
def test_the_flow_server_may_lose_its_database_with_work_in_flight(
    house: GrowingHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deletions, "TIMES", 1)
    deletions.test_the_flow_server_may_lose_its_database_with_work_in_flight(house)


@pytest.mark.thorough  # the gate does it on one machine
def test_late_rungs_come_once_and_a_limit_that_ran_out_is_recorded(
    house: GrowingHouse, sink: Sink
) -> None:
    watch.test_late_rungs_come_once_and_a_limit_that_ran_out_is_recorded(house, sink)
