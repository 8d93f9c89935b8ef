"""One case through its stages: our acts beside the bare statements that they come to.

The other side writes the very same rows with `sqlite3` alone, in as many durable commits: it knows
no law, no roles and no chain, and is handed every value ready-made; a workflow library beside it
keeps its state in the same commits. An act is its unit of work, from the lock to the anchor; that
the clerk looks up before who acts on which version, as a page does when it is opened, is told
beside it.
"""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, fields
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import event, select

from bench.spiff import Peer
from bench.table import Row, Table
from casework.adapters.garbage import spare_what_stands
from casework.bootstrap import App, build
from casework.commands.migrate import upgrade
from casework.models import Case
from casework.services.core.work import Actor, Work
from casework.settings import Settings
from casework.simulation.scene import BlankRenderer
from tests import desk
from tests.conftest import SettableClock
from tests.flows.drive import Clerk, steps

ROUNDS = 15
Commit = list[tuple[str, Any]]


@dataclass(frozen=True)
class Watched(App):
    """The installation with a watch on its units of work; `spent` are the seconds of each."""

    spent: list[float] = field(default_factory=list)

    @contextmanager
    def unit_of_work(self, actor: Actor) -> Iterator[Work]:
        """The same, timed from the beginning of the transaction until it is anchored."""
        began = time.perf_counter()
        with super().unit_of_work(actor) as work:
            yield work
        self.spent.append(time.perf_counter() - began)


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
    """Seconds that sqlite3 alone takes for the same commits, or with the state of a peer."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    if peer:
        peer.prepare(connection)
    began = time.perf_counter()
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
        # Listeners cost time, so that one connects apart.
        app, heard = _watched(settings), _watched(settings)
        ours: list[float] = []
        whole: list[float] = []
        raw: list[float] = []
        theirs: list[float] = []
        commits: list[Commit] = []
        with closing(app), closing(heard):
            desk.furnish(app)
            play(app, clock, "warm")
            spare_what_stands()  # as every process does that serves
            for turn in range(ROUNDS):
                clock.set("2024-09-19T09:00:00+07:00")
                first, second = (_copied(root, name) for name in ("raw.db", "peer.db"))
                with recorded(heard) as commits:
                    play(heard, clock, f"dicatat-{turn}")
                commits = [one for one in commits if one]
                raw.append(replay(first, commits))
                theirs.append(replay(second, commits, Peer(len(commits))))
                clock.set("2024-09-19T09:00:00+07:00")
                app.spent.clear()
                whole.append(_timed(partial(play, app, clock, f"diukur-{turn}")))
                ours.append(sum(app.spent))
    written = sum(len(one) for one in commits)
    acts = len(commits)
    rows = (
        Row(f"ours, {acts} acts", median(ours) * 1e6),
        Row("sqlite3 alone, the same statements", median(raw) * 1e6),
        Row("SpiffWorkflow kept as JSON, the same statements", median(theirs) * 1e6),
    )
    return Table(
        name="lifecycle",
        work=f"a case through its stages: {acts} durable commits, {written} writing statements",
        rows=rows,
        ratios={one.name: one.microseconds / rows[0].microseconds for one in rows[1:]},
        notes=(
            f"ours takes {median(ours) / median(raw):.1f} times as long as sqlite3 alone",
            f"{median(whole) / median(raw):.1f} times with the looking up between the acts",
        ),
        seed=seed,
    )


def _watched(settings: Settings) -> Watched:
    parts = build(settings)
    given = {one.name: getattr(parts, one.name) for one in fields(parts) if one.init}
    return Watched(**{**given, "renderer": BlankRenderer()})


def _timed(task: Callable[[], object]) -> float:
    began = time.perf_counter()
    task()
    return time.perf_counter() - began


def _copied(root: Path, name: str) -> Path:
    source = sqlite3.connect(root / "casework.db")
    source.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    source.close()
    return Path(shutil.copyfile(root / "casework.db", root / name))
