"""Statements that each page or act asks: compiled once for each database, given to its driver.

The ordinary way makes a key of the whole expression each time to find what was compiled, and
describes the rows anew, which costs more than many of these statements. Values and columns are
converted as the ordinary way does, and faults are told as it tells them.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Connection, Dialect, Select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.selectable import CompoundSelect
from sqlalchemy.types import TypeEngine

Convert = Callable[[Any], Any]


@dataclass(frozen=True)
class _Text:
    """A statement in the words of one database."""

    sql: str
    constant: Mapping[str, object]
    given: Sequence[tuple[str, str, Convert | None]]
    order: Sequence[str] | None
    columns: Sequence[tuple[int, Convert]]
    row: Callable[[Iterable[Any]], Any]


class Prepared:
    """One statement with its values left open."""

    def __init__(
        self, statement: Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]]
    ) -> None:
        self.statement = statement
        self._texts: dict[str, _Text | None] = {}

    def rows(self, connection: Connection, values: Mapping[str, object]) -> Sequence[Any]:
        """Every row as the driver gives it, by the names of its columns.

        `converted` makes it one of ours. Raises what the connection raises.
        """
        text = self._text(connection.dialect)
        if text is None:
            return connection.execute(self.statement, values).all()
        said = dict(text.constant)
        for place, name, convert in text.given:
            value = values[name]
            said[place] = convert(value) if convert else value
        sent: Any = said if text.order is None else tuple(said[place] for place in text.order)
        try:
            with closing(connection.connection.cursor()) as cursor:
                cursor.execute(text.sql, sent)
                return [text.row(one) for one in cursor.fetchall()]
        except connection.dialect.loaded_dbapi.Error as fault:
            raise _told(connection, text.sql, fault) from fault

    def converted(self, connection: Connection, row: Sequence[Any]) -> list[Any]:
        """A row with moments, flags and the like as our columns have them."""
        found = list(row)
        text = self._text(connection.dialect)
        for place, convert in text.columns if text else ():
            found[place] = convert(found[place])
        return found

    def _text(self, dialect: Dialect) -> _Text | None:
        if dialect.name not in self._texts:
            self._texts[dialect.name] = _compiled(self.statement, dialect)
        return self._texts[dialect.name]


def _told(connection: Connection, sql: str, fault: Exception) -> BaseException:
    """A fault of the driver as one of ours; a connection that died is given up."""
    dialect = connection.dialect
    module = dialect.loaded_dbapi
    dead = dialect.is_disconnect(cast("Any", fault), connection.connection.dbapi_connection, None)
    if dead:
        connection.invalidate(fault)
    return DBAPIError.instance(
        sql, None, fault, module.Error, True, connection_invalidated=dead, dialect=dialect
    )


def _compiled(statement: Any, dialect: Dialect) -> _Text | None:
    """The text; None where some of it is only known with the values."""
    compiled = statement.compile(dialect=dialect)
    if compiled.post_compile_params or compiled.literal_execute_params:
        return None
    constant: dict[str, object] = {}
    given: list[tuple[str, str, Convert | None]] = []
    for place in compiled.params:
        bound = compiled.binds[place]
        convert = bound.type.dialect_impl(dialect).bind_processor(dialect)
        if bound.required:
            given.append((place, bound.key, convert))
        else:
            value = compiled.params[place]
            constant[place] = convert(value) if convert else value
    columns = [
        (place, convert)
        for place, column in enumerate(statement.selected_columns)
        if (convert := _of_column(column.type, dialect)) is not None
    ]
    order = compiled.positiontup if compiled.positional else None
    names = [column.name for column in statement.selected_columns]
    # What has no name is numbered.
    row = namedtuple("Row", names, rename=True)  # type: ignore[misc]  # known by now only
    return _Text(str(compiled), constant, given, order, columns, row._make)


def _of_column(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)
