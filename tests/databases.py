"""Fresh databases for tests, copied from one that has the newest schema."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from secrets import token_hex
from typing import Protocol
from urllib.parse import urlsplit, urlunsplit

import psycopg

from casework.commands.migrate import upgrade
from tests import shared


class Template(Protocol):
    """A database that is copied for each test."""

    def copy(self, folder: Path) -> AbstractContextManager[str]:
        """Give the address of a fresh copy."""

    def close(self) -> None:
        """Remove the template."""


class SqliteTemplate:
    """A file."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "template.db"
        with shared.alone(folder):
            if not self.file.exists():
                self._make(folder / "fresh.db").rename(self.file)

    def _make(self, file: Path) -> Path:
        upgrade(f"sqlite:///{file}")
        # The copy takes one file, so the log must be in it.
        connection = sqlite3.connect(file)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        return file

    @contextmanager
    def copy(self, folder: Path) -> Iterator[str]:
        """A file in the folder of the test."""
        file = folder / "casework.db"
        shutil.copyfile(self.file, file)
        yield f"sqlite:///{file}"

    def close(self) -> None:
        """The folder is pytest's."""


class PostgresTemplate:
    """A database of a server; the copies get names no other run uses.

    A copy costs half a second and emptying one a tenth of that, so an emptied copy serves the next
    test, unless its tables, triggers and revision are no longer those of the template.
    """

    def __init__(self, server: str, worker: str) -> None:
        self.server = server.replace("postgresql+psycopg://", "postgresql://", 1)
        self.name = f"casework_test_{os.getpid()}_{worker}_{token_hex(3)}"
        self.made = 0
        self.empty: list[str] = []
        self._bury()
        self._run(f'create database "{self.name}"')
        upgrade(self._url(self.name))
        with self._connect(self.name) as connection:
            self.tables, self.schema = _tables(connection), _schema(connection)

    @contextmanager
    def copy(self, folder: Path) -> Iterator[str]:
        """A database without rows."""
        name = self.empty.pop() if self.empty else self._make()
        try:
            yield self._url(name)
        finally:
            if self._cleared(name):
                self.empty.append(name)
            else:
                self._run(f'drop database "{name}" with (force)')

    def close(self) -> None:
        """Drop the template and the copies that are left."""
        for name in (*self.empty, self.name):
            self._run(f'drop database "{name}" with (force)')

    def _bury(self) -> None:
        """Drop what runs that were killed left behind."""
        with psycopg.connect(self.server, autocommit=True) as connection:
            names = connection.execute(
                "select datname from pg_database where datname like 'casework\\_test\\_%'"
            ).fetchall()
        for (name,) in names:
            if not Path(f"/proc/{name.split('_')[2]}").exists():
                self._run(f'drop database if exists "{name}" with (force)')

    def _make(self) -> str:
        self.made += 1
        name = f"{self.name}_{self.made}"
        self._run(f'create database "{name}" template "{self.name}"')
        return name

    def _cleared(self, name: str) -> bool:
        """Take all rows out; False when this database is not to be used again."""
        with self._connect(name) as connection:
            if (_tables(connection), _schema(connection)) != (self.tables, self.schema):
                return False
            # What a test left running would hold its locks for ever.
            connection.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity "
                "where datname = current_database() and pid <> pg_backend_pid()"
            )
            # In this role the triggers that keep events append-only do not fire.
            connection.execute("set session_replication_role = replica")
            if names := ", ".join(_filled(connection, self.tables - {"alembic_version"})):
                connection.execute(f"truncate {names} cascade".encode())
            # Also of tables whose rows were taken back: they count on all the same.
            connection.execute(
                "select setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, "
                "false) from pg_sequences where last_value is not null"
            )
        return True

    def _url(self, name: str) -> str:
        parts = urlsplit(self.server)
        return urlunsplit(parts._replace(scheme="postgresql+psycopg", path=f"/{name}"))

    def _connect(self, name: str) -> psycopg.Connection:
        url = self._url(name).replace("postgresql+psycopg://", "postgresql://", 1)
        return psycopg.connect(url, autocommit=True)

    def _run(self, statement: str) -> None:
        with psycopg.connect(self.server, autocommit=True) as connection:
            connection.execute(statement.encode())


def _tables(connection: psycopg.Connection) -> frozenset[str]:
    found = connection.execute(
        "select tablename from pg_tables where schemaname = 'public'"
    ).fetchall()
    return frozenset(str(row[0]) for row in found)


def _filled(connection: psycopg.Connection, tables: frozenset[str]) -> list[str]:
    """Those of the tables that have rows, quoted."""
    each = (f"select '{one}' where exists (select from \"{one}\")" for one in sorted(tables))
    found = connection.execute(" union all ".join(each).encode()).fetchall()
    return [f'"{name}"' for (name,) in found]


def _schema(connection: psycopg.Connection) -> frozenset[str]:
    """Triggers, and the revision that the schema says it is of."""
    found = connection.execute(
        "select tgname from pg_trigger where not tgisinternal "
        "union all select version_num from alembic_version"
    ).fetchall()
    return frozenset(str(row[0]) for row in found)
