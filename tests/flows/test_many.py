"""As many cases as a batch may hold, and a run that Prefect refuses, on the real server."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from functools import partial

import httpx
import pytest
from prefect.client.orchestration import PrefectClient

from casework.services.core.batches import MOST_CASES, Parcel
from flows import installation as here
from flows import relay
from tests import desk
from tests.flows.installation import House
from tests.flows.looking import faults, settled
from tests.flows.waiting import until

pytestmark = pytest.mark.prefect


@pytest.fixture
def beside(house: House, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """The installation with a relay in this process, and no worker."""
    for name, value in house.environment.items():
        monkeypatch.setenv(name, value)
    here.app.cache_clear()
    yield house
    here.app().close()
    here.app.cache_clear()


def test_a_run_is_given_for_as_many_cases_as_a_batch_may_hold(beside: House) -> None:
    parcel = Parcel(
        id=10**6,
        flow="registration",
        run_id="",
        owner="",
        age_seconds=0.0,
        key="sebanyak-mungkin",
        cases=tuple(range(1, MOST_CASES + 1)),
    )

    async def ask() -> str:
        async with PrefectClient(beside.api) as client:
            asking = relay.Relay(client)
            await asking.check()
            return await asking._ask(parcel)

    given = asyncio.run(ask())
    (run,) = [one for one in beside.runs("stage:registration") if one["id"] == given]
    assert run["name"] == f"registration-{MOST_CASES}-cases-batch-{parcel.id}"


def test_a_run_that_is_refused_holds_up_no_other(
    beside: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused, other = (desk.receive(beside.app, f"ditolak-{number}") for number in range(2))
    usual = relay.tags_of

    def too_many(parcel: Parcel) -> list[str]:
        more = [f"lebih-{n}" for n in range(101)] if parcel.cases == (refused.id,) else []
        return usual(parcel) + more

    monkeypatch.setattr(relay, "tags_of", too_many)

    async def turn() -> None:
        async with PrefectClient(beside.api) as client:
            await relay.Relay(client).turn()

    with pytest.raises(httpx.HTTPStatusError):
        asyncio.run(turn())
    assert not beside.runs(f"case:{refused.id}")
    assert beside.runs(f"case:{other.id}")
    with beside.worker():
        for case in (refused, other):
            until(partial(settled, beside.app, case.id), f"the work of {case.id}")
    assert faults(beside.app, [refused, other]) == []
