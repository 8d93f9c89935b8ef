"""The installation of the tests of the flows: one on SQLite for all, one on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scripts import postgres
from tests.databases import PostgresTemplate
from tests.flows.house import House
from tests.flows.sink import Sink, mail_server


@pytest.fixture(scope="session")
def sink() -> Iterator[Sink]:
    """A local mail server."""
    with mail_server() as sink:
        yield sink


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory, sink: Sink) -> Iterator[House]:
    """The installation with its flow server up; workers are the tests' own."""
    house = House(tmp_path_factory.mktemp("house"), sink)
    house.start_server()
    yield house
    house.close()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory, sink: Sink) -> Iterator[House]:
    """The same on PostgreSQL."""
    folder = tmp_path_factory.mktemp("served")
    try:
        with postgres.server() as address:
            template = PostgresTemplate(address, "flows")
            try:
                with template.copy(folder) as url:
                    house = House(folder, sink, url)
                    house.start_server()
                    yield house
                    house.close()
            finally:
                template.close()
    except postgres.Unavailable as fault:
        pytest.skip(f"no PostgreSQL: {fault}")
