"""Puts new rows into their tables at once, without the unit of work of the ORM.

An act writes a few rows of many tables, each of which the next one refers to. Sorting them anew for
every one of them cost more than writing them; here they are written in the order they come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, NamedTuple, TypeVar, cast

from sqlalchemy import CursorResult, Insert, Update, bindparam, insert, inspect, update
from sqlalchemy.orm import make_transient_to_detached
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.sql.dml import ReturningInsert

from casework.models import Base
from casework.models.base import table
from casework.services.core.work import Work

R = TypeVar("R", bound=Base)


def write(work: Work, row: R) -> R:
    """Insert a new row with its defaults; it has its key then and is followed like a loaded one.

    What was changed before is written before it. Raises IntegrityError.
    """
    form = _form(type(row))
    written = cast("CursorResult[Any]", work.connection.execute(form.one, form.values(row)))
    key = written.inserted_primary_key
    return _follow(work, form, row, key[0] if key else None)


def write_all(work: Work, rows: Iterable[R]) -> list[R]:
    """The same for several rows of one table, in their order, with one statement."""
    new = list(rows)
    if len(new) < 2:
        return [write(work, row) for row in new]
    form = _form(type(new[0]))
    keys = work.connection.scalars(form.many, [form.values(row) for row in new])
    return [_follow(work, form, row, key) for row, key in zip(new, keys, strict=True)]


def _follow(work: Work, form: _Form, row: R, key: object) -> R:
    row.__dict__[form.key] = key
    make_transient_to_detached(row)
    work.session.add(row)
    return row


def change(work: Work, row: Base, **values: object) -> None:
    """Set columns of a row that is stored, at once; what was changed before is written before."""
    (key,) = inspect(type(row)).primary_key
    given = {"its_key": getattr(row, str(key.key)), **values}
    work.connection.execute(_change(type(row), tuple(values)), given)
    for name, value in values.items():
        set_committed_value(row, name, value)


@cache
def _change(entity: type[Base], names: tuple[str, ...]) -> Update:
    (key,) = table(entity).primary_key.columns
    return (
        update(table(entity))
        .where(key == bindparam("its_key"))
        .values({name: bindparam(name) for name in names})
    )


class _Form(NamedTuple):
    """How a row of a table is written: `many` gives the keys of its rows in their order."""

    one: Insert
    many: ReturningInsert[tuple[Any]]
    key: str
    names: tuple[str, ...]
    defaults: tuple[tuple[str, Callable[[], Any]], ...]

    def values(self, row: Base) -> dict[str, Any]:
        """The columns of a row but its key, with their defaults; the row has them then too."""
        given = row.__dict__
        for name, default in self.defaults:
            if name not in given:
                given[name] = default()
        # What was not given is known to be empty, and need not be read back.
        return {name: given.setdefault(name, None) for name in self.names}


@cache
def _form(entity: type[Base]) -> _Form:
    """Built once a table."""
    (key,) = table(entity).primary_key.columns.keys()
    columns = [(one.key, one.columns[0]) for one in inspect(entity).column_attrs]
    names = tuple(name for name, _ in columns if name != key)
    defaults = tuple(
        (name, _default(column.default)) for name, column in columns if column.default is not None
    )
    one = insert(table(entity))
    many = one.returning(table(entity).c[key], sort_by_parameter_order=True)
    return _Form(one, many, key, names, defaults)


def _default(default: Any) -> Callable[[], Any]:
    if default.is_scalar:
        return lambda: default.arg
    return lambda: default.arg(None)  # a callable takes the context it does not need
