"""Connections and transactions for SQLite and PostgreSQL."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from threading import Lock, local
from typing import Any

from sqlalchemy import Connection, Engine, PoolProxiedConnection, create_engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.exc import DisconnectionError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from casework.errors import Unavailable

_PATIENCE = 10.0
"""Seconds a writer waits for its turn on SQLite."""
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    f"PRAGMA busy_timeout={_PATIENCE * 1000:.0f}",
    "PRAGMA foreign_keys=ON",
)
LISTS_KIB, EFFECTS_KIB = 16_384, 2_048
"""Pages that each connection to SQLite keeps. The cases of a list lie far apart, and a small cache
would read them anew each time; an effect looks at one case, and a worker has many connections."""
_MOST_GLANCING = 3
"""Connections to a server for glances beside five that stay: as many as a process has threads."""
_STILL_THERE = 1.0
"""Seconds after its last use in which a connection to a server is believed to stand."""


class Database:
    """One engine; `write` opens the only kind of transaction that may change anything."""

    def __init__(self, url: str, *, cache_kib: int = LISTS_KIB) -> None:
        """`cache_kib` is how much of the file a connection to SQLite keeps in memory."""
        self._sqlite = _is_sqlite(url)
        self._writer = Lock()
        # What a failed statement was given is personal data and has no place in its error.
        self.engine: Engine = create_engine(_driver(url), hide_parameters=True)
        self._glancer = self.engine
        if self._sqlite:
            event.listen(self.engine, "connect", partial(_prepare_sqlite, cache_kib))
        else:
            # Connections of its own: to switch one over for a glance, and back after it, costs
            # more than most statements.
            self._glancer = create_engine(
                _driver(url),
                hide_parameters=True,
                isolation_level="AUTOCOMMIT",
                skip_autocommit_rollback=True,
                max_overflow=_MOST_GLANCING,
            )
            for engine in (self.engine, self._glancer):
                _ask_after_rest(engine)

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction: committed on a clean exit, rolled back on any exception.

        Raises Unavailable when the database is out of reach, locked or full.
        """
        with (
            _within_reach(),
            self._turn(),
            Session(self.engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            with _beginning("BEGIN IMMEDIATE"):
                session.connection()
            yield session

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """One writer of this process at a time on SQLite.

        SQLite lets one write and has the others look again after ever longer sleeps; in a row for
        a lock, the next one begins as soon as the one before has ended.
        """
        if not self._sqlite:
            yield
            return
        if not self._writer.acquire(timeout=_PATIENCE):
            raise PoolTimeout
        try:
            yield
        finally:
            self._writer.release()

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
    def changing(self) -> Iterator[Connection]:
        """A connection of which every transaction begins as a writer, for changes of the schema.

        A step that reads first would be refused on SQLite ("locked") as soon as somebody else had
        written meanwhile, however long it would have waited.
        """
        with self.engine.connect() as connection:
            if not self._sqlite:
                yield connection
                return
            with _unreferred(connection), _beginning("BEGIN IMMEDIATE"):
                yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Session]:
        """A session for reading that sees the database as of one moment.

        On PostgreSQL one repeatable-read transaction that refuses changes; on SQLite every
        transaction reads as of one moment. Raises Unavailable.
        """
        one = (
            {}
            if self._sqlite
            else {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        )
        with _within_reach(), Session(self.engine.execution_options(**one)) as session:
            yield session

    @contextmanager
    def glance(self) -> Iterator[Connection]:
        """A connection for statements that need not agree: each sees what was committed last.

        No transaction is begun or ended for it, which is most of what a short statement costs.
        Raises Unavailable.
        """
        with _within_reach(), self._glancer.connect() as connection:
            if self._sqlite:
                with _beginning(""):
                    connection.begin()
            yield connection

    def close(self) -> None:
        """Give every connection back."""
        for engine in {self.engine, self._glancer}:
            engine.dispose()


@contextmanager
def _within_reach() -> Iterator[None]:
    try:
        yield
    except (OperationalError, InterfaceError, PoolTimeout) as fault:
        first = str(getattr(fault, "orig", "terlalu banyak sekaligus")).partition("\n")[0]
        raise Unavailable(
            "Basis data tidak dapat dipakai saat ini. Tidak ada yang tersimpan; coba lagi sebentar "
            "lagi, dan beri tahu administrator bila terulang.",
            first,
        ) from fault


def _is_sqlite(url: str) -> bool:
    return url.startswith("sqlite")


def _driver(url: str) -> str:
    url = url.replace("sqlite://", "sqlite+casework://", 1)
    return url.replace("postgresql://", "postgresql+psycopg://", 1)


def _prepare_sqlite(cache_kib: int, connection: Any, _record: object) -> None:
    # The driver's own implicit transactions would begin deferred; we begin ourselves.
    connection.isolation_level = None
    for pragma in (*_PRAGMAS, f"PRAGMA cache_size=-{cache_kib}"):
        connection.execute(pragma)


@contextmanager
def _unreferred(connection: Connection) -> Iterator[None]:
    """References are not looked at in here: a table built anew is dropped for a moment.

    SQLite hears of it outside a transaction only, hence from its driver.
    """
    driver = connection.connection.cursor()
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        connection.rollback()
        driver.execute("PRAGMA foreign_keys=ON")
        driver.close()


_begins = local()


@contextmanager
def _beginning(word: str) -> Iterator[None]:
    """What begins in here, in this thread, begins with this word; with none, not at all."""
    _begins.word = word
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
        if word := getattr(_begins, "word", "BEGIN"):
            dbapi_connection.cursor().execute(word)


registry.register("sqlite.casework", __name__, SqliteDialect.__name__)


def _ask_after_rest(engine: Engine) -> None:
    """Ask a pooled connection whether it still stands, but not while it is in constant use."""

    def returned(_connection: object, record: ConnectionPoolEntry) -> None:
        record.info["used"] = time.monotonic()

    def taken(connection: Any, record: ConnectionPoolEntry, _proxy: object) -> None:
        if time.monotonic() - record.info.get("used", 0.0) < _STILL_THERE:
            return
        try:
            stands = engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error as fault:
            raise DisconnectionError from fault
        if not stands:
            raise DisconnectionError

    event.listen(engine, "checkin", returned)
    event.listen(engine, "checkout", taken)
