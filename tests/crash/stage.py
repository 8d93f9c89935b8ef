"""Copies of the prepared installation, one for each kill: database, files, clock and mails."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import psycopg
from sqlalchemy import make_url

from casework.commands.migrate import upgrade

Prepare = Callable[[str, Path], None]


class Stage(Protocol):
    """The prepared installation, to be copied."""

    name: str

    def copy(self, folder: Path) -> Iterator[str]:
        """Give the database address of a copy in `folder`."""


class SqliteStage:
    """One file."""

    name = "sqlite"

    def __init__(self, root: Path, prepare: Prepare) -> None:
        self.folder = root / "sqlite"
        self.folder.mkdir()
        upgrade(f"sqlite:///{self.folder / 'casework.db'}")
        prepare(f"sqlite:///{self.folder / 'casework.db'}", self.folder)
        connection = sqlite3.connect(self.folder / "casework.db")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()

    @contextmanager
    def copy(self, folder: Path) -> Iterator[str]:
        """A folder of its own, gone afterwards."""
        shutil.copytree(self.folder, folder)
        try:
            yield f"sqlite:///{folder / 'casework.db'}"
        finally:
            shutil.rmtree(folder)

    def close(self) -> None:
        """The folder is the caller's."""


class PostgresStage:
    """One database, copied by the server."""

    name = "postgresql"

    def __init__(self, root: Path, prepare: Prepare, server: str) -> None:
        self.server = make_url(server).set(drivername="postgresql")
        self.database = f"casework_crash_{os.getpid()}"
        self.folder = root / "postgresql"
        self.folder.mkdir()
        self.count = 0
        self._run(f'create database "{self.database}"')
        upgrade(self._url(self.database))
        prepare(self._url(self.database), self.folder)

    @contextmanager
    def copy(self, folder: Path) -> Iterator[str]:
        """A database and a folder of its own, gone afterwards."""
        self.count += 1
        name = f"{self.database}_{self.count}"
        shutil.copytree(self.folder, folder)
        self._run(f'create database "{name}" template "{self.database}"')
        try:
            yield self._url(name)
        finally:
            self._run(f'drop database "{name}" with (force)')
            shutil.rmtree(folder)

    def close(self) -> None:
        """Drop the prepared database."""
        self._run(f'drop database "{self.database}" with (force)')

    def _url(self, name: str) -> str:
        there = self.server.set(drivername="postgresql+psycopg", database=name)
        return there.render_as_string(hide_password=False)

    def _run(self, statement: str) -> None:
        address = self.server.render_as_string(hide_password=False)
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(statement.encode())
