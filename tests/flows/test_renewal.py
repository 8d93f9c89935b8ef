"""A flow server whose database goes, at whatever moment, begins anew; its log stays small."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from casework.commands import doctor
from flows import environment, renewal, repetition
from flows.renewal import EMPTIED, REMOVED, OwnFile
from flows.repetition import Repetition
from tests.flows.installation import House
from tests.flows.sink import Sink
from tests.flows.waiting import until

ASKED = 40
LARGEST_LOG = 200_000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "prefect.db"


@pytest.fixture
def starting(tmp_path: Path, sink: Sink) -> Iterator[House]:
    """An installation whose flow server is not started yet."""
    house = House(tmp_path, sink)
    yield house
    house.close()


def furnish(file: Path) -> None:
    """Tables as after Prefect's first migration."""
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(
            "CREATE TABLE flow_run (id TEXT); CREATE TABLE alembic_version (version_num TEXT);"
            "INSERT INTO alembic_version VALUES ('abc');"
        )


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("sqlite+aiosqlite:////srv/flows/own.db", Path("/srv/flows/own.db")),
        ("sqlite+aiosqlite:///:memory:", None),
        ("sqlite+aiosqlite:///file::memory:?uri=true", None),
        ("postgresql+asyncpg://prefect@host/prefect", None),
    ],
)
def test_the_file_that_is_watched_is_the_one_the_address_names(
    address: str, named: Path | None
) -> None:
    assert environment.sqlite_file(address) == named


def test_a_file_that_is_removed_or_replaced_is_missed_also_before_the_start(file: Path) -> None:
    own = OwnFile(file)
    assert own.fault(started=False) == ""
    file.unlink()
    assert own.fault(started=False) == REMOVED
    # Another one under its name, with the same number where the disk gives that out again.
    furnish(file)
    assert own.fault(started=False) == REMOVED
    assert own.fault(started=True) == REMOVED


def test_a_file_without_tables_is_missed_once_the_server_has_started(file: Path) -> None:
    own = OwnFile(file)
    assert own.fault(started=True) == EMPTIED
    furnish(file)
    assert own.fault(started=True) == ""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DROP TABLE flow_run")
    assert own.fault(started=True) == EMPTIED
    assert own.fault(started=False) == ""
    # A new start would take it for migrated, and stay without its tables.
    assert renewal.set_aside(file)
    assert not file.exists()


def test_a_file_that_others_write_into_is_no_fault(file: Path) -> None:
    own = OwnFile(file)
    furnish(file)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO flow_run VALUES ('x')")
        assert own.fault(started=True) == ""
        connection.execute("COMMIT")
    assert not renewal.set_aside(file)


def test_a_fault_that_comes_again_and_again_is_told_a_few_times(
    caplog: pytest.LogCaptureFixture,
) -> None:
    now = [0.0]
    caplog.handler.addFilter(Repetition(lambda: now[0]))
    log = logging.getLogger("uji.ulang")
    for _ in range(50):
        log.error("the same")
        log.info("as often as it likes")
    log.error("another")
    now[0] = repetition.WINDOW_SECONDS + 1
    log.error("the same")
    told = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert told == ["the same"] * repetition.MOST + [
        "another",
        "the same (47 more like this were left out)",
    ]


@pytest.mark.prefect
def test_a_server_that_loses_its_database_while_it_starts_comes_up(starting: House) -> None:
    file = starting.root / "prefect" / "prefect.db"

    def remove() -> bool:
        """Once there is something in it: the first migrations are under way."""
        end = time.monotonic() + 120
        while time.monotonic() < end:
            if file.exists() and (file.stat().st_size > 4096 or _log_of(file) > 0):
                starting.lose_flow_database()
                return True
            time.sleep(0.01)
        return False

    starting.launch_server()
    assert remove()
    log = starting.root / "server.log"
    until(lambda: REMOVED in log.read_text(), "word that it begins anew")
    until(starting.answers, "an answer of the flow server")
    assert doctor._prefect(starting.app.settings) == ""


@pytest.mark.prefect
def test_a_server_whose_tables_are_gone_is_ill_and_comes_up_with_a_small_log(house: House) -> None:
    file = house.root / "prefect" / "prefect.db"
    if not file.exists():
        pytest.skip("the growing profile has the flow database on PostgreSQL")
    log = house.root / "server.log"
    before = log.stat().st_size
    assert doctor._prefect(house.app.settings) == ""
    with closing(sqlite3.connect(file, isolation_level=None, timeout=60)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for table in ("flow_run", "flow"):
            connection.execute(f"DROP TABLE {table}")
    assert "500" in doctor._prefect(house.app.settings)
    for _ in range(ASKED):
        ask_in_vain(house)
    until(house.answers, "an answer of the flow server")
    assert doctor._prefect(house.app.settings) == ""
    assert log.stat().st_size - before < LARGEST_LOG


def ask_in_vain(house: House) -> None:
    """Ask what it cannot answer; while it begins anew nobody listens."""
    try:
        httpx.post(f"{house.api}/flow_runs/filter", json={}, timeout=5)
    except httpx.HTTPError:
        return


def _log_of(file: Path) -> int:
    log = file.with_name(f"{file.name}-wal")
    return log.stat().st_size if log.exists() else 0
