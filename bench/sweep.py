"""Limits that ran out, found among a million open ones: ours beside a scan of the whole table."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import text

from bench.table import Row, Table, best
from casework.bootstrap import App, build
from casework.commands.migrate import upgrade
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.deadlines import expiry
from casework.settings import Settings
from tests import desk

OPEN = 1_000_000
DUE = 20
ROUNDS = 7
NOW = datetime(2024, 9, 19, 2, 0, tzinfo=UTC)
SCAN = (
    "SELECT d.id, c.office_id FROM deadlines d NOT INDEXED JOIN cases c ON c.id = d.case_id "
    "WHERE d.state = 'open' AND d.due_at < :now ORDER BY d.due_at LIMIT 200"
)


def fill(file: Path, seed: int) -> None:
    """Copy one real limit a million times, each with a moment of its own after now."""
    chance = random.Random(seed)
    connection = sqlite3.connect(file)
    with closing(connection), connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(deadlines)")]
        names = ", ".join(name for name in columns if name not in {"id", "due_at", "state"})
        (first,) = connection.execute("SELECT max(id) FROM deadlines").fetchone()
        connection.execute("UPDATE deadlines SET state = 'met'")
        soon = NOW + timedelta(days=1)
        connection.executemany(
            f"INSERT INTO deadlines ({names}, state, due_at) "
            f"SELECT {names}, 'open', ? FROM deadlines WHERE id = {first}",
            (
                (_stored(soon + timedelta(seconds=chance.randrange(20_000_000))),)
                for _ in range(OPEN)
            ),
        )
        connection.execute("ANALYZE")


def _stored(moment: datetime) -> str:
    """A moment as SQLite has it."""
    return f"{moment:%Y-%m-%d %H:%M:%S}.000000"


def let_pass(file: Path, count: int) -> None:
    """Put so many limits into the past."""
    connection = sqlite3.connect(file)
    with closing(connection), connection:
        found = connection.execute(
            "SELECT id FROM deadlines WHERE state = 'open' ORDER BY id LIMIT ?", (count,)
        ).fetchall()
        connection.executemany(
            "UPDATE deadlines SET due_at = ? WHERE id = ?",
            [(_stored(NOW - timedelta(seconds=60 + key % 1000)), key) for (key,) in found],
        )


def measure(seed: int) -> Table:
    """Time both on the same database, after comparing what they find."""
    with TemporaryDirectory(prefix="casework-bench-") as name:
        var = Path(name)
        settings = Settings(mode="test", var=var, clock=NOW.isoformat())
        upgrade(settings.url)
        app = build(settings)
        with closing(app):
            desk.furnish(app)
            desk.receive(app)
            fill(var / "casework.db", seed)
            rows = [*_rows(app, var)]
    few, scan, many = rows
    return Table(
        name="sweep",
        work=f"{DUE} limits that ran out among {OPEN:,} open ones (SQLite)",
        rows=(few, scan, many),
        ratios={scan.name: scan.microseconds / few.microseconds},
        notes=("both found the same limits; ours also asks whether the clock is doubted",),
        seed=seed,
    )


def _rows(app: App, var: Path) -> list[Row]:
    def ours() -> list[tuple[int, int]]:
        with app.reading(Actor.system(NO_OFFICE)) as work:
            return expiry.overdue(work)

    def scan() -> list[tuple[int, int]]:
        with app.reading(Actor.system(NO_OFFICE)) as work:
            found = work.session.execute(text(SCAN), {"now": _stored(NOW)})
            return [(row[0], row[1]) for row in found]

    def timed(label: str, task: Callable[[], object]) -> Row:
        return Row(label, best(task, 1, ROUNDS))

    let_pass(var / "casework.db", DUE)
    if sorted(ours()) != sorted(scan()) or len(ours()) != DUE:
        raise SystemExit("bench: the contenders do not agree; nothing was timed")
    found = [timed(f"ours, {DUE} due", ours), timed("a scan of the table", scan)]
    let_pass(var / "casework.db", DUE * 5)
    return [*found, timed(f"ours, {DUE * 5} due", ours)]
