"""The growing profile, one for all tests here; what it needs and lacks is said as NOT RUN."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scripts import postgres
from tests.flows.conftest import sink
from tests.flows.growing import GrowingHouse, growing
from tests.flows.sink import Sink

__all__ = ["sink"]


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory, sink: Sink) -> Iterator[GrowingHouse]:
    """Two databases, Redis and a flow server; workers and pages are the tests' own."""
    try:
        with growing(tmp_path_factory.mktemp("growing"), sink) as found:
            yield found
    except postgres.Unavailable as fault:
        pytest.skip(f"the growing profile cannot run: {fault}")
