"""The schema is brought up to date while a worker goes on writing its beat."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Engine, event

from casework.commands.migrate import configuration, upgrade

pytestmark = pytest.mark.sqlite
OLD = "0010"
BEAT = (
    "insert into heartbeats (name, beat_at, detail) values ('w', '2024-09-19 02:00:00', '') "
    "on conflict (name) do update set beat_at = excluded.beat_at"
)


def test_a_worker_that_beats_after_any_statement_holds_no_step_up(tmp_path: Path) -> None:
    """A step that had read before it took its turn to write would be refused after the beat."""
    file = tmp_path / "casework.db"
    url = f"sqlite:///{file}"
    command.upgrade(configuration(url), OLD)
    beats: Counter[str] = Counter()

    def beat(*_about: object) -> None:
        # Refused at once where a step has its turn, as it must have before its first reading.
        with closing(sqlite3.connect(file, timeout=0, isolation_level=None)) as worker:
            try:
                worker.execute(BEAT)
            except sqlite3.OperationalError as fault:
                beats[str(fault)] += 1
            else:
                beats["kept"] += 1

    event.listen(Engine, "after_cursor_execute", beat)
    try:
        upgrade(url)
    finally:
        event.remove(Engine, "after_cursor_execute", beat)
    beat()
    assert set(beats) == {"database is locked", "kept"}
