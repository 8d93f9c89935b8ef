"""A flow server whose database cannot be read begins with a new one, and no work is lost."""

from __future__ import annotations

import os
from functools import partial

import pytest

from tests import desk
from tests.flows.installation import House
from tests.flows.looking import faults, settled
from tests.flows.waiting import until

pytestmark = pytest.mark.prefect


def test_garbage_in_the_place_of_the_flow_database_is_set_aside(house: House) -> None:
    file = house.root / "prefect" / "prefect.db"
    if not file.exists():
        pytest.skip("the growing profile has the flow database on PostgreSQL")
    assert house.server is not None
    house.server.end()
    case = desk.receive(house.app, "basis-data-alur-rusak")
    file.write_bytes(os.urandom(200_000))
    house.start_server()
    with house.worker():
        until(partial(settled, house.app, case.id), "the letters")
    assert file.with_name("prefect.db.broken").exists()
    assert faults(house.app, [case]) == []
