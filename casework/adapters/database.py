"""Connections and transactions for SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import local
from typing import Any

from sqlalchemy import Engine, PoolProxiedConnection, create_engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm import Session

from casework.errors import Unavailable

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA busy_timeout=10000",
    "PRAGMA foreign_keys=ON",
)


class Database:
    """One engine; `write` opens the only kind of transaction that may change anything."""

    def __init__(self, url: str) -> None:
        self._sqlite = _is_sqlite(url)
        # What a failed statement was given is personal data and has no place in its error.
        self.engine: Engine = create_engine(
            _driver(url), pool_pre_ping=not _is_sqlite(url), hide_parameters=True
        )
        if _is_sqlite(url):
            event.listen(self.engine, "connect", _prepare_sqlite)

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction: committed on a clean exit, rolled back on any exception.

        Raises Unavailable when the database is out of reach, locked or full.
        """
        with (
            _within_reach(),
            Session(self.engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            with _writing():
                session.connection()
            yield session

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session whose changes are never kept; raises Unavailable."""
        with _within_reach(), Session(self.engine, expire_on_commit=False) as session:
            try:
                yield session
            finally:
                # Rows stay readable outside; a rollback alone would expire them.
                session.expunge_all()
                session.rollback()

    @contextmanager
    def snapshot(self) -> Iterator[Session]:
        """The same, all of one moment and refusing changes; on SQLite every reading is of one."""
        one = (
            {}
            if self._sqlite
            else {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        )
        with _within_reach(), Session(self.engine.execution_options(**one)) as session:
            yield session

    def close(self) -> None:
        """Give every connection back."""
        self.engine.dispose()


@contextmanager
def _within_reach() -> Iterator[None]:
    try:
        yield
    except (OperationalError, InterfaceError, PoolTimeout) as fault:
        first = str(getattr(fault, "orig", "terlalu banyak sekaligus")).partition("\n")[0]
        raise Unavailable(
            f"Basis data tidak dapat dipakai saat ini ({first}). Tidak ada yang tersimpan; coba "
            "lagi sebentar lagi, dan beri tahu administrator bila terulang."
        ) from fault


def _is_sqlite(url: str) -> bool:
    return url.startswith("sqlite")


def _driver(url: str) -> str:
    url = url.replace("sqlite://", "sqlite+casework://", 1)
    return url.replace("postgresql://", "postgresql+psycopg://", 1)


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The driver's own implicit transactions would begin deferred; we begin ourselves.
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(pragma)


_begins = local()


@contextmanager
def _writing() -> Iterator[None]:
    """What begins in here, in this thread, is going to write."""
    _begins.word = "BEGIN IMMEDIATE"
    try:
        yield
    finally:
        del _begins.word


class SqliteDialect(SQLiteDialect_pysqlite):
    """SQLite whose transactions we begin ourselves.

    Not by a listener of the engine: with one, every statement looks for listeners in many places.
    """

    supports_statement_cache = True

    def do_begin(self, dbapi_connection: PoolProxiedConnection) -> None:
        """Begin, to write where that is known: two who read first would refuse each other."""
        dbapi_connection.cursor().execute(getattr(_begins, "word", "BEGIN"))


registry.register("sqlite.casework", __name__, SqliteDialect.__name__)
