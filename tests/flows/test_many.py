"""As many cases as a batch may hold, on the real server."""

from __future__ import annotations

import asyncio

import pytest
from prefect.client.orchestration import PrefectClient

from casework.services.batches import MOST_CASES, Parcel
from flows.relay import Relay
from tests.flows.house import House

pytestmark = pytest.mark.prefect


def test_a_run_is_given_for_as_many_cases_as_a_batch_may_hold(house: House) -> None:
    parcel = Parcel(
        id=10**6,
        flow="registration",
        run_id="",
        owner="",
        age_seconds=0.0,
        key="sebanyak-mungkin",
        cases=tuple(range(1, MOST_CASES + 1)),
    )
    asyncio.run(_ask(house, parcel))
    (run,) = [
        one
        for one in house.runs("stage:registration")
        if one["idempotency_key"] == "sebanyak-mungkin"
    ]
    assert run["name"] == f"registration-{MOST_CASES}-cases-batch-{parcel.id}"


async def _ask(house: House, parcel: Parcel) -> None:
    async with PrefectClient(house.api) as client:
        relay = Relay(client)
        await relay.check()
        await relay._create(parcel)
