"""The installation of the tests of the flows: one on SQLite for all, one on PostgreSQL.

With `CASEWORK_TEST_PROFILE=growing` the first one is the growing profile; what needs the one file
of SQLite is left out then.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts import postgres
from tests.databases import PostgresTemplate
from tests.flows.growing import growing
from tests.flows.installation import House
from tests.flows.sink import Sink, mail_server

PROFILE = os.environ.get("CASEWORK_TEST_PROFILE", "")
NEEDS_SQLITE = "locked_sqlite"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Guards against hanging are wide: servers and workers start and stop within a test.

    In the growing profile there is no file to lock.
    """
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.timeout(1500))
    left = [item for item in items if PROFILE == "growing" and NEEDS_SQLITE in item.name]
    config.hook.pytest_deselected(items=left)
    items[:] = [item for item in items if item not in left]


@pytest.fixture(scope="session")
def sink() -> Iterator[Sink]:
    """A local mail server."""
    with mail_server() as sink:
        yield sink


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory, sink: Sink) -> Iterator[House]:
    """The installation with its flow server up; workers are the tests' own."""
    if PROFILE == "growing":
        try:
            with growing(tmp_path_factory.mktemp("growing"), sink) as found:
                yield found
        except postgres.Unavailable as fault:
            pytest.skip(f"the growing profile cannot run: {fault}")
        return
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
