"""A new start for the server: its database spoilt or removed, or the machine's clock gone back."""

from __future__ import annotations

import os
import re
import sqlite3
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import psycopg

LOOK_SECONDS = 2.0
BACK_SECONDS = 60.0
_REMOVED = "its database was removed"
# One of Prefect's own tables.
TABLE = "flow_run"
_SPOILT = {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}


def set_aside(file: Path) -> bool:
    """Put a database file out of the way that SQLite cannot read; gives whether it did.

    A server does not start on one, and nothing of ours is in it. It is kept beside the new one.
    """
    if not file.exists() or not _spoilt(file):
        return False
    file.replace(file.with_name(f"{file.name}.broken"))
    _forget_log(file)
    sys.stderr.write(f"flow server: {file.name} cannot be read and was set aside as "
                     f"{file.name}.broken, starting with a new one\n")  # fmt: skip
    return True


def _spoilt(file: Path) -> bool:
    try:
        with closing(sqlite3.connect(file)) as connection:
            found: list[tuple[str]] = connection.execute("PRAGMA quick_check(1)").fetchall()
    except sqlite3.DatabaseError as fault:
        # A lock or a missing right is nothing that a new file would cure.
        return fault.sqlite_errorcode in _SPOILT
    return found != [("ok",)]


def _forget_log(file: Path) -> None:
    """What is left of a write-ahead log belongs to the file that went."""
    for rest in ("-wal", "-shm"):
        file.with_name(file.name + rest).unlink(missing_ok=True)


def watch(file: Path) -> None:
    """Look after a database file from another thread; the process keeps its number.

    A server whose file is gone answers every request with an error, for ever. Nothing of ours is
    in it: relay and reconciler put pool, deployments and runs into the new one.
    """
    threading.Thread(target=_look, args=(file,), name="renewal", daemon=True).start()


def watch_address(address: str) -> None:
    """The same for a database of a PostgreSQL server, dropped and made again empty.

    While nobody has made it again there is nothing to start on, and the server waits.
    """
    plain = re.sub(r"^postgres(ql)?(\+\w+)?://", "postgresql://", address)
    threading.Thread(target=_ask, args=(plain,), name="renewal", daemon=True).start()


def watch_clock() -> None:
    """Start anew when the machine's clock has gone back by more than a minute.

    The server's own services (schedules, late runs, clean-up) each note by that clock when their
    next turn is, in memory: after a clock that was days ahead they would stand still for as long.
    """
    threading.Thread(target=_compare, name="clock", daemon=True).start()


def _compare() -> None:
    seen = time.time()
    while (now := time.time()) > seen - BACK_SECONDS:
        seen = max(seen, now)
        time.sleep(LOOK_SECONDS)
    _anew("the clock of this machine went back")


def _ask(address: str) -> None:
    furnished = False
    while True:
        time.sleep(LOOK_SECONDS)
        try:
            with psycopg.connect(address, connect_timeout=5) as connection:
                row = connection.execute("select to_regclass(%s)", [TABLE]).fetchone()
        except psycopg.Error:
            continue
        there = row is not None and row[0] is not None
        if furnished and not there:
            _anew(_REMOVED)
        furnished = furnished or there


def _look(file: Path) -> None:
    first = _number(file)
    while first == 0 or _number(file) == first:
        time.sleep(LOOK_SECONDS)
        first = first or _number(file)
    if not file.exists():
        _forget_log(file)
    _anew(_REMOVED)


def _anew(why: str) -> None:
    sys.stderr.write(f"flow server: {why}, starting anew\n")
    os.execv(sys.executable, [sys.executable, "-m", "flows.server"])  # noqa: S606 - our own words, no shell


def _number(file: Path) -> int:
    try:
        return file.stat().st_ino
    except FileNotFoundError:
        return 0
