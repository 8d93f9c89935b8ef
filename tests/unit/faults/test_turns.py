"""Writers of one process on SQLite take turns; one that comes into no turn is told so."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from sqlalchemy import text

from casework.adapters import database
from casework.adapters.database import Database
from casework.errors import Unavailable

WRITERS = 6


@pytest.fixture
def here(tmp_path: Path) -> Database:
    """A table of its own on SQLite: a server lets its writers in by itself."""
    one = Database(f"sqlite:///{tmp_path / 'giliran.db'}")
    with one.write() as session:
        session.execute(text("create table turns (writer integer)"))
    return one


def test_whoever_comes_into_no_turn_is_told_and_nothing_is_kept(
    here: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_PATIENCE", 0.05)
    with (
        here.write(),
        pytest.raises(Unavailable, match="terlalu banyak sekaligus"),
        here.write() as second,
    ):
        second.execute(text("insert into turns values (2)"))
    with here.write() as again:
        assert again.execute(text("select count(*) from turns")).scalar_one() == 0
    here.close()


def test_all_get_their_turn_and_a_fault_gives_it_back(here: Database) -> None:
    ready = threading.Barrier(WRITERS)

    def broken(number: int) -> None:
        with here.write() as session:
            session.execute(text("insert into turns values (:n)"), {"n": number})
            raise ZeroDivisionError

    def write(number: int) -> None:
        ready.wait(60)
        for _ in range(10):
            with here.write() as session:
                session.execute(text("insert into turns values (:n)"), {"n": number})
        with pytest.raises(ZeroDivisionError):
            broken(number)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(WRITERS)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    with here.read() as session:
        kept = session.execute(text("select writer, count(*) from turns group by 1")).all()
    assert sorted(tuple(row) for row in kept) == [(number, 10) for number in range(WRITERS)]
    here.close()
