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
        upgrade(f"sqlite:///{self.file}")
        # The copy takes one file, so the log must be in it.
        connection = sqlite3.connect(self.file)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()

    @contextmanager
    def copy(self, folder: Path) -> Iterator[str]:
        """A file in the folder of the test."""
        file = folder / "casework.db"
        shutil.copyfile(self.file, file)
        yield f"sqlite:///{file}"

    def close(self) -> None:
        """The folder is pytest's."""


class PostgresTemplate:
    """A database of a server; the copies get names no other run uses."""

    def __init__(self, server: str, worker: str) -> None:
        self.server = server.replace("postgresql+psycopg://", "postgresql://", 1)
        self.name = f"casework_test_{os.getpid()}_{worker}_{token_hex(3)}"
        self.copies = 0
        self._run(f'create database "{self.name}"')
        upgrade(self._url(self.name))

    @contextmanager
    def copy(self, folder: Path) -> Iterator[str]:
        """A database that goes with the end of the test."""
        self.copies += 1
        name = f"{self.name}_{self.copies}"
        self._run(f'create database "{name}" template "{self.name}"')
        try:
            yield self._url(name)
        finally:
            self._run(f'drop database "{name}" with (force)')

    def close(self) -> None:
        """Drop the template."""
        self._run(f'drop database "{self.name}" with (force)')

    def _url(self, name: str) -> str:
        parts = urlsplit(self.server)
        return urlunsplit(parts._replace(scheme="postgresql+psycopg", path=f"/{name}"))

    def _run(self, statement: str) -> None:
        with psycopg.connect(self.server, autocommit=True) as connection:
            connection.execute(statement.encode())
