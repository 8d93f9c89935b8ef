"""Fixtures of every test: a database of its own, a folder of its own, a clock it can set.

`CASEWORK_TEST_DATABASE` (sqlite or postgresql) chooses the database; with postgresql only the tests
that use one are run again, on the server at `CASEWORK_TEST_POSTGRES_URL`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from casework.adapters import rulebook
from casework.adapters.pdf import Renderer
from casework.engine.law import Law
from casework.settings import Settings
from tests import shared
from tests.databases import PostgresTemplate, SqliteTemplate, Template
from tests.sample import MARKER, sampled

if TYPE_CHECKING:
    from casework.bootstrap import App
    from tests.warm import CompiledStatements

# How long an example takes is the machine's business, never a reason to fail.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")

DATABASE = os.environ.get("CASEWORK_TEST_DATABASE", "sqlite")
ON_BOTH = "database_url"
# What takes longest begins first, so that no process is still at it when the others have ended.
LONGEST = (
    "tests/browser/test_every_page.py",
    "tests/fuzz/",
    "tests/unit/outbox/test_crash.py",
    "tests/browser/test_real_case.py",
    "tests/stateful/",
    "tests/browser/test_journeys.py",
    "tests/unit/papers/",
)


class SettableClock:
    """The time the product believes in, kept in a file that each call reads again."""

    def __init__(self, file: Path) -> None:
        self.file = file

    @property
    def spec(self) -> str:
        """What `CASEWORK_CLOCK` says."""
        return f"@{self.file}"

    def set(self, moment: str | datetime) -> None:
        """Stop the clock at a moment with its zone."""
        at = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
        if at.tzinfo is None:
            raise ValueError(f"{moment} needs its zone, for example +07:00")
        # Another process may be reading: it must see the old time or the new one.
        fresh = self.file.with_suffix(".new")
        fresh.write_text(at.isoformat())
        fresh.replace(self.file)

    def shift(self, step: timedelta) -> None:
        """Move a stopped clock."""
        self.set(datetime.fromisoformat(self.file.read_text()) + step)


def pytest_configure(config: pytest.Config) -> None:
    """Let the processes of a run share what they keep.

    In the gate, write down which statements the databases are told.
    """
    shared.folder()
    if folder := os.environ.get("CASEWORK_TEST_CENSUS"):
        # Imported here: tests of the engine do not pay for the database library.
        from tests import census

        config.pluginmanager.register(census.Recorder(Path(folder), DATABASE))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Choose by database: nothing that belongs to the other one, nothing that has run already.

    The gate leaves out what is `thorough`.

    On PostgreSQL what never touches a database is left out, or is about SQLite's own file; on
    SQLite, which has one writer, the races that only a server can run. The gate runs a selection
    on PostgreSQL.
    """
    if sampled():
        left = [item for item in items if item.get_closest_marker(MARKER)]
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if item not in left]
    chosen = None
    if file := os.environ.get("CASEWORK_TEST_SELECTION"):
        from tests import census

        chosen = census.selection(Path(file))
    if DATABASE == "sqlite":
        kept = [item for item in items if item.get_closest_marker("postgres") is None]
    else:
        kept = [
            item
            for item in items
            if ON_BOTH in getattr(item, "fixturenames", ())
            and item.get_closest_marker("sqlite") is None
            and (chosen is None or chosen(item))
        ]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
    items[:] = sorted(kept, key=_rank)


def _rank(item: pytest.Item) -> int:
    place = (one for one, start in enumerate(LONGEST) if item.nodeid.startswith(start))
    return next(place, len(LONGEST))


@pytest.fixture(scope="session")
def database_template(
    tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> Iterator[Template]:
    """A database with the newest schema, copied for each test."""
    template: Template
    if DATABASE == "postgresql":
        template = PostgresTemplate(os.environ["CASEWORK_TEST_POSTGRES_URL"], worker_id)
    else:
        template = SqliteTemplate(shared.folder())
    try:
        yield template
    finally:
        template.close()


@pytest.fixture
def database_url(database_template: Template, tmp_path: Path) -> Iterator[str]:
    """Address of a fresh database of this test."""
    with database_template.copy(tmp_path) as url:
        yield url


@pytest.fixture
def var(tmp_path: Path) -> Path:
    """The data folder of this test."""
    folder = tmp_path / "var"
    folder.mkdir()
    return folder


@pytest.fixture
def clock(tmp_path: Path) -> SettableClock:
    """The clock of `app`, stopped at the morning of the first played case."""
    clock = SettableClock(tmp_path / "clock")
    clock.set("2024-09-19T09:00:00+07:00")
    return clock


@pytest.fixture
def settings(
    database_url: str, var: Path, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> Settings:
    """Settings of a test installation, also put into the environment for child processes."""
    for name, value in {
        "CASEWORK_MODE": "test",
        "CASEWORK_VAR": str(var),
        "CASEWORK_DATABASE_URL": database_url,
        "CASEWORK_CLOCK": clock.spec,
        # `app` lays one beside the master key: to judge a given one takes five milliseconds.
        "CASEWORK_SECRET_KEY": "",
    }.items():
        monkeypatch.setenv(name, value)
    return Settings.from_env()


class LentRenderer(Renderer):
    """Keeps its drawing processes when an `app` that borrowed it is closed."""

    def close(self) -> None:
        """Do nothing: the next test goes on with the same children."""

    def end(self) -> None:
        """End the children."""
        super().close()


@pytest.fixture(scope="session")
def renderer() -> Iterator[LentRenderer]:
    """One renderer for the whole run: a drawing process takes a second to start."""
    renderer = LentRenderer(workers=1)
    yield renderer
    renderer.end()


@pytest.fixture(scope="session")
def law_on_disk() -> Law:
    """The law on disk, read once: it cannot be changed in memory."""
    return rulebook.load()


@pytest.fixture(scope="session")
def law(law_on_disk: Law) -> Law:
    """The law of a test, unless it brings one of its own."""
    return law_on_disk


@pytest.fixture(scope="session")
def statements() -> Iterator[CompiledStatements]:
    """What the products of this process need not work out again."""
    # Imported here: tests of the engine do not pay for the database library.
    from tests import warm

    with warm.process() as statements:
        yield statements


@pytest.fixture
def app(
    settings: Settings,
    renderer: LentRenderer,
    law: Law,
    law_on_disk: Law,
    statements: CompiledStatements,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[App]:
    """The product, built as its doors build it, on an empty database with the newest schema."""
    from casework.bootstrap import build
    from tests import stages

    # The same keys for all: what one installation sealed, another that takes it over can open.
    folder = settings.var / "keys"
    folder.mkdir(mode=0o700)
    for name in ("master.key", "web-session.key"):
        (folder / name).write_bytes(b"kunci untuk uji saja".ljust(32, b"."))
        (folder / name).chmod(0o600)
    app = replace(build(settings, law), renderer=renderer)
    statements.lend(app.database)
    stages.library().serve(app, law_on_disk, monkeypatch)
    yield app
    app.close()
