"""Every statement that reaches the driver of the database, whatever way it went."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import psycopg
from sqlalchemy import event

from casework.bootstrap import App


@contextmanager
def heard(app: App) -> Iterator[list[str]]:
    """What is said while the block runs, without beginnings and ends of transactions."""
    said: list[str] = []
    listen = _on_sqlite if app.database.engine.dialect.name == "sqlite" else _on_postgresql
    with listen(app, said):
        yield said


@contextmanager
def _on_sqlite(app: App, said: list[str]) -> Iterator[None]:
    listened: list[Any] = []

    def note(statement: str) -> None:
        # What a full-text table asks of its own tables was not said by us.
        if not statement.startswith(("BEGIN", "COMMIT", "ROLLBACK")) and "'main'." not in statement:
            said.append(statement)

    def taken(connection: Any, *_rest: object) -> None:
        connection.set_trace_callback(note)
        listened.append(connection)

    event.listen(app.database.engine, "checkout", taken)
    try:
        yield
    finally:
        event.remove(app.database.engine, "checkout", taken)
        for connection in listened:
            connection.set_trace_callback(None)


@contextmanager
def _on_postgresql(_app: App, said: list[str]) -> Iterator[None]:
    ask = psycopg.Cursor.execute

    def execute(self: Any, query: Any, *rest: Any, **more: Any) -> Any:
        if query != ";":  # whether a connection that rested still stands
            said.append(str(query))
        return ask(self, query, *rest, **more)

    with patch.object(psycopg.Cursor, "execute", execute):
        yield
