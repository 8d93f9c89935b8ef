"""Prefect's database removed again and again with work in flight; fifty times in the long run."""

from __future__ import annotations

import pytest

from tests.flows.deletions import delete
from tests.flows.installation import House
from tests.flows.looking import faults

pytestmark = pytest.mark.prefect
# Another way to lose it is in test_renewal.py.
TIMES = 3


def test_the_flow_server_may_lose_its_database_with_work_in_flight(house: House) -> None:
    with house.worker():
        done = list(delete(house, TIMES))
    assert len(done) == TIMES
    assert faults(house.app, [case for _, cases in done for case in cases]) == []
