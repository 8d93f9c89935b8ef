"""One case through its stages: what an act costs in CPU, beside what it cost and beside a library.

An act is its unit of work, from the lock to the anchor. The same acts are played at the commit
before rows were written and read by plain SQLAlchemy (ADR 20), in a work tree of it. A workflow
library does the same statements ready-made, with its state kept as JSON in as many commits; how
long `sqlite3` alone takes for them is told beside it.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import fields
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import event, select

from bench.spiff import Peer
from bench.table import ROOT, Mark, Row, Table
from casework.bootstrap import App, build
from casework.commands.migrate import upgrade
from casework.models import Case
from casework.settings import Settings
from casework.simulation.scene import BlankRenderer
from tests import desk
from tests.conftest import SettableClock
from tests.flows.drive import Clerk, steps

ROUNDS = 15
BEFORE = "8046ffc"
"""The last commit that wrote and read past the ORM."""

MORNING = "2024-09-19T09:00:00+07:00"
CPU, WALL = 0, 1
Commit = list[tuple[str, Any]]


class Reader(Clerk):
    """Knows the version of the case before the act, as a form does."""

    def act(self, login: str, service: Callable[..., Any], *rest: Any, of: int = 0) -> Any:
        """Call a service as an officer on the version that was read."""
        actor = desk.officer(self.house.app, login)
        (version,) = self.read(select(Case.version).where(Case.id == self.case_id))
        with self.house.app.unit_of_work(actor) as work:
            return service(work, of or self.case_id, version, *rest)


def play(app: App, clock: SettableClock, key: str) -> None:
    """The acts of one case from the desk to the status notice; letters are not drawn."""
    case = desk.receive(app, key)
    for _ in steps(Reader(_House(app, clock), case.id)):  # type: ignore[arg-type]  # its two parts
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


def replay(file: Path, commits: list[Commit], peer: Peer | None = None) -> float:
    """CPU seconds of sqlite3 alone for the same commits, or with the state of a peer."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    if peer:
        peer.prepare(connection)
    began = time.process_time()
    for number, commit in enumerate(commits):
        connection.execute("BEGIN IMMEDIATE")
        if peer:
            peer.act(connection, number)
        for statement, values in commit:
            if isinstance(values, list):  # many rows at once
                connection.executemany(statement, values)
            else:
                connection.execute(statement, values).fetchall()
        connection.execute("COMMIT")
    spent = time.process_time() - began
    connection.close()
    return spent


def measure(seed: int) -> Table:
    """Measure both commits in processes of their own, then replay our statements by turns."""
    ours = acts(ROOT)
    with tree_of(BEFORE) as tree:
        before = acts(tree) if tree else None
    raw, theirs, commits = _replayed()
    here = _per_act(ours, CPU)
    wall = _per_act(ours, WALL)
    rows = [Row("ours, CPU of an act", here * 1e3)]
    marks = [
        Mark("an act in milliseconds, by the clock", wall, at_most=25),
    ]
    if before is not None:
        was = _per_act(before, CPU)
        rows.append(Row(f"ours at {BEFORE}", was * 1e3))
        marks.append(Mark("CPU of an act over what it was", here / was, at_most=2))
    rows += [
        Row("SpiffWorkflow kept as JSON, the same statements", theirs * 1e3),
        Row("sqlite3 alone, the same statements", raw * 1e3),
    ]
    return Table(
        name="lifecycle",
        work=f"an act of a case, {commits} of them from the desk to the status notice",
        rows=tuple(rows),
        ratios={one.name: one.microseconds / rows[0].microseconds for one in rows[1:]},
        notes=(f"by the clock an act takes {wall:.1f} ms (median of cases)",),
        marks=tuple(marks),
        seed=seed,
    )


def acts(tree: Path) -> list[list[tuple[float, float]]]:
    """CPU and wall milliseconds of each act, case by case, of the code in a tree."""
    script = (ROOT / "bench" / "act_cpu.py").read_text()
    done = subprocess.run(
        [sys.executable, "-c", script, str(ROUNDS)],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"bench: {tree}\n{done.stderr[-2000:]}")
    found: list[list[tuple[float, float]]] = json.loads(done.stdout.splitlines()[-1])
    return found


def _per_act(cases: list[list[tuple[float, float]]], which: int) -> float:
    return median(sum(one[which] for one in case) / len(case) for case in cases)


@contextmanager
def tree_of(commit: str) -> Iterator[Path | None]:
    """A work tree of a commit for as long as the block runs; None where git does not have it."""
    with TemporaryDirectory(prefix="casework-bench-") as name:
        tree = Path(name) / "tree"
        git = ["git", "-C", str(ROOT), "worktree"]
        made = subprocess.run(
            [*git, "add", "--detach", str(tree), commit], capture_output=True, check=False
        )
        try:
            yield None if made.returncode else tree
        finally:
            subprocess.run([*git, "remove", "--force", str(tree)], capture_output=True, check=False)


def _replayed() -> tuple[float, float, int]:
    """CPU milliseconds an act of sqlite3 alone and of the peer, and how many acts there are."""
    with TemporaryDirectory(prefix="casework-bench-") as name:
        root = Path(name)
        clock = SettableClock(root / "clock")
        clock.set(MORNING)
        settings = Settings(mode="test", var=root, clock=clock.spec)
        upgrade(settings.url)
        parts = build(settings)
        given = {one.name: getattr(parts, one.name) for one in fields(parts) if one.init}
        app = App(**{**given, "renderer": BlankRenderer()})
        raw: list[float] = []
        theirs: list[float] = []
        commits: list[Commit] = []
        with closing(app):
            desk.furnish(app)
            for turn in range(ROUNDS):
                clock.set(MORNING)
                first, second = (_copied(root, name) for name in ("raw.db", "peer.db"))
                with recorded(app) as heard:
                    play(app, clock, f"dicatat-{turn}")
                commits = [one for one in heard if one]
                raw.append(replay(first, commits))
                theirs.append(replay(second, commits, Peer(len(commits))))
    each = 1e3 / len(commits)
    return median(raw) * each, median(theirs) * each, len(commits)


def _copied(root: Path, name: str) -> Path:
    source = sqlite3.connect(root / "casework.db")
    source.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    source.close()
    return Path(shutil.copyfile(root / "casework.db", root / name))
