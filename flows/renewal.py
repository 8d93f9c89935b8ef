"""Restarts the Prefect server when its database is lost or the machine's clock was set back."""

from __future__ import annotations

import os
import re
import sqlite3
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psycopg

LOOK_SECONDS = 2.0
BACK_SECONDS = 60.0
REMOVED = "its database was removed"
EMPTIED = "its database lost its tables"
# One of Prefect's own tables, made by its first migration.
TABLE = "flow_run"
_SPOILT = {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}


class OwnFile:
    """The SQLite file that this server was started on.

    It is made when it is missing and held open from before the server's start until the process
    ends, so that no later file of its name, and none with its number, is ever taken for it.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        # Never closed: closing would end every lock that this process has on the file.
        self._held = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)

    def fault(self, *, started: bool) -> str:
        """Why the server must begin anew; empty when it need not.

        Tables are asked for only once the server has `started`: until then it makes them.
        """
        try:
            found = self.file.stat()
        except FileNotFoundError:
            return REMOVED
        if not os.path.samestat(found, os.fstat(self._held)):
            return REMOVED
        return EMPTIED if started and _emptied(self.file) else ""


def set_aside(file: Path) -> bool:
    """Put a database file out of the way that no server can start on; gives whether it did.

    That is one that SQLite cannot read, or that counts as migrated and has no tables. Nothing of
    ours is in it. It is kept beside the new one.
    """
    if not file.exists() or not _spoilt(file):
        return False
    file.replace(file.with_name(f"{file.name}.broken"))
    _forget_log(file)
    sys.stderr.write(f"flow server: {file.name} cannot be used and was set aside as "
                     f"{file.name}.broken, starting with a new one\n")  # fmt: skip
    return True


def _spoilt(file: Path) -> bool:
    try:
        with closing(sqlite3.connect(file)) as connection:
            found: list[tuple[str]] = connection.execute("PRAGMA quick_check(1)").fetchall()
            return found != [("ok",)] or (
                _has(connection, "alembic_version")
                and bool(connection.execute("SELECT 1 FROM alembic_version").fetchall())
                and not _has(connection, TABLE)
            )
    except sqlite3.DatabaseError as fault:
        # A lock or a missing right is nothing that a new file would cure.
        return fault.sqlite_errorcode in _SPOILT


def _emptied(file: Path) -> bool:
    try:
        # Not made here when somebody removes it at this moment.
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=rw", uri=True)) as connection:
            return not _has(connection, TABLE)
    except sqlite3.DatabaseError as fault:
        return fault.sqlite_errorcode in _SPOILT


def _has(connection: sqlite3.Connection, table: str) -> bool:
    query = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    return connection.execute(query, (table,)).fetchone() is not None


def _forget_log(file: Path) -> None:
    """What is left of a write-ahead log belongs to the file that went."""
    for rest in ("-wal", "-shm"):
        file.with_name(file.name + rest).unlink(missing_ok=True)


def watch(own: OwnFile, started: Callable[[], bool]) -> None:
    """Look after a database file from another thread; the process keeps its number.

    A server whose file is gone answers every request with an error, for ever. Nothing of ours is
    in it: relay and reconciler put pool, deployments and runs into the new one.
    """
    threading.Thread(target=_look, args=(own, started), name="renewal", daemon=True).start()


def watch_address(address: str, started: Callable[[], bool]) -> None:
    """Begin anew when the server's PostgreSQL database was dropped and made again empty.

    A thread looks; the process keeps its number. While nobody has made the database again there
    is nothing to start on, and the server waits.
    """
    plain = re.sub(r"^postgres(ql)?(\+\w+)?://", "postgresql://", address)
    threading.Thread(target=_ask, args=(plain, started), name="renewal", daemon=True).start()


def watch_clock() -> None:
    """Start anew when the machine's clock has gone back by more than a minute.

    The server's own services (schedules, late runs, clean-up) each note by that clock when their
    next turn is, in memory: after a clock that was days ahead they would stand still for as long.
    """
    threading.Thread(target=_compare, name="clock", daemon=True).start()


def begin_anew(own: OwnFile, why: str) -> None:
    """Put a new server in the place of this one; the process keeps its number. Never returns."""
    if not own.file.exists():
        _forget_log(own.file)
    _anew(why)


def _compare() -> None:
    seen = time.time()
    while (now := time.time()) > seen - BACK_SECONDS:
        seen = max(seen, now)
        time.sleep(LOOK_SECONDS)
    _anew("the clock of this machine went back")


def _ask(address: str, started: Callable[[], bool]) -> None:
    furnished = False
    while True:
        time.sleep(LOOK_SECONDS)
        # Before the question: a start may end between answer and comparison.
        furnished = furnished or started()
        try:
            with psycopg.connect(address, connect_timeout=5) as connection:
                row = connection.execute("select to_regclass(%s)", [TABLE]).fetchone()
        except psycopg.Error:
            continue
        there = row is not None and row[0] is not None
        if furnished and not there:
            _anew(REMOVED)
        furnished = furnished or there


def _look(own: OwnFile, started: Callable[[], bool]) -> None:
    while not (why := own.fault(started=started())):
        time.sleep(LOOK_SECONDS)
    begin_anew(own, why)


def _anew(why: str) -> None:
    sys.stderr.write(f"flow server: {why}, starting anew\n")
    os.execv(sys.executable, [sys.executable, "-m", "flows.server"])  # noqa: S606 - our own words, no shell
