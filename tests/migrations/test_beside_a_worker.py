"""The schema is brought up to date while a worker goes on writing its beat."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import text

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade

pytestmark = pytest.mark.sqlite
OLD = "0010"


def test_a_worker_that_beats_meanwhile_holds_no_step_up(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'casework.db'}"
    command.upgrade(configuration(url), OLD)
    over, beats = threading.Event(), 0
    database = Database(url)

    def beat() -> None:
        nonlocal beats
        while not over.wait(0.001):
            with database.write() as session:
                session.execute(
                    text(
                        "insert into heartbeats (name, beat_at, detail) values ('w', :now, '') "
                        "on conflict (name) do update set beat_at = excluded.beat_at"
                    ),
                    {"now": "2024-09-19 02:00:00"},
                )
            beats += 1

    worker = threading.Thread(target=beat)
    worker.start()
    try:
        upgrade(url)
    finally:
        over.set()
        worker.join()
        database.close()
    assert beats > 1
