"""One case through its stages: our acts beside the bare statements that they come to.

The other side writes the very same rows with `sqlite3` alone, in as many durable commits: it knows
no law, no roles and no chain, and is handed every value ready-made.
"""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import event

from bench.table import Row, Table
from casework.bootstrap import App, build
from casework.commands.migrate import upgrade
from casework.settings import Settings
from casework.simulation.scene import BlankRenderer
from tests import desk
from tests.conftest import SettableClock
from tests.flows.drive import Clerk, steps

ROUNDS = 15
Commit = list[tuple[str, Any]]


def play(app: App, clock: SettableClock, key: str) -> None:
    """The acts of one case from the desk to the status notice; letters are not drawn."""
    case = desk.receive(app, key)
    for _ in steps(Clerk(_House(app, clock), case.id)):  # type: ignore[arg-type]  # its two parts
        pass


class _House:
    def __init__(self, app: App, clock: SettableClock) -> None:
        self.app, self.clock = app, clock


@contextmanager
def recorded(app: App) -> Iterator[list[Commit]]:
    """Every writing statement with its values, commit by commit."""
    commits: list[Commit] = [[]]

    def on_statement(_c: Any, _u: Any, statement: str, values: Any, _x: Any, _m: bool) -> None:
        if statement.split(None, 1)[0] in {"INSERT", "UPDATE", "DELETE"}:
            commits[-1].append((statement, values))

    def on_commit(_connection: Any) -> None:
        if commits[-1]:
            commits.append([])

    event.listen(app.database.engine, "before_cursor_execute", on_statement)
    event.listen(app.database.engine, "commit", on_commit)
    try:
        yield commits
    finally:
        event.remove(app.database.engine, "before_cursor_execute", on_statement)
        event.remove(app.database.engine, "commit", on_commit)


def replay(file: Path, commits: list[Commit]) -> float:
    """Seconds that sqlite3 alone takes for the same commits."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    began = time.perf_counter()
    for commit in commits:
        connection.execute("BEGIN IMMEDIATE")
        for statement, values in commit:
            connection.execute(statement, values).fetchall()
        connection.execute("COMMIT")
    spent = time.perf_counter() - began
    connection.close()
    return spent


def measure(seed: int) -> Table:
    """Play a case, replay its statements on a copy of the same database, many times by turns."""
    with TemporaryDirectory(prefix="casework-bench-") as name:
        root = Path(name)
        clock = SettableClock(root / "clock")
        clock.set("2024-09-19T09:00:00+07:00")
        settings = Settings(mode="test", var=root, clock=clock.spec)
        upgrade(settings.url)
        app = replace(build(settings), renderer=BlankRenderer())
        ours: list[float] = []
        raw: list[float] = []
        commits: list[Commit] = []
        with closing(app):
            desk.furnish(app)
            play(app, clock, "warm")
            for turn in range(ROUNDS):
                clock.set("2024-09-19T09:00:00+07:00")
                copy = _copied(root)
                with recorded(app) as commits:
                    play(app, clock, f"dicatat-{turn}")
                raw.append(replay(copy, [one for one in commits if one]))
                clock.set("2024-09-19T09:00:00+07:00")
                ours.append(_timed(partial(play, app, clock, f"diukur-{turn}")))
    written = sum(len(one) for one in commits)
    acts = sum(bool(one) for one in commits)
    rows = (
        Row(f"ours, {acts} acts", median(ours) * 1e6),
        Row("sqlite3 alone, the same statements", median(raw) * 1e6),
    )
    return Table(
        name="lifecycle",
        work=f"a case through its stages: {acts} durable commits, {written} writing statements",
        rows=rows,
        ratios={rows[1].name: rows[1].microseconds / rows[0].microseconds},
        notes=(f"ours takes {median(ours) / median(raw):.1f} times as long as sqlite3 alone",),
        seed=seed,
    )


def _timed(task: Callable[[], object]) -> float:
    began = time.perf_counter()
    task()
    return time.perf_counter() - began


def _copied(root: Path) -> Path:
    source = sqlite3.connect(root / "casework.db")
    source.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    source.close()
    return Path(shutil.copyfile(root / "casework.db", root / "copy.db"))
