"""Every table is sealed or named with its reason, and a sealed one cannot be changed unseen."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import JSON, Column, Connection, Enum, delete, insert, inspect, select, text, update

from casework.models import Base, Event
from casework.models.base import Moment, table
from casework.models.sealed import BESIDE, SEALED_TABLES, sealed_columns
from casework.services.cases.record import audit
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor, Work
from casework.services.people import officers
from tests.bureau import Bureau

UNSEALED = {
    "calendar_feeds.read_at",
    "officers.failed_logins",
    "officers.locked_until",
    "second_factors.failures",
    "second_factors.last_step",
    "second_factors.locked_until",
}
FREE = {
    "sqlite": ("PRAGMA foreign_keys=OFF", "PRAGMA ignore_check_constraints=ON"),
    "postgresql": ("SET session_replication_role = replica",),
}
BOUND = {
    "sqlite": ("PRAGMA foreign_keys=ON", "PRAGMA ignore_check_constraints=OFF"),
    "postgresql": ("SET session_replication_role = origin",),
}


def test_every_table_is_sealed_or_says_why_not() -> None:
    every = {mapper.class_ for mapper in Base.registry.mappers}
    assert every == {*SEALED_TABLES, *BESIDE}
    assert not set(SEALED_TABLES) & set(BESIDE)
    assert len(set(SEALED_TABLES)) == len(SEALED_TABLES)


def test_what_a_digest_leaves_out_is_known() -> None:
    left_out = {
        f"{entity.__tablename__}.{column.key}"
        for entity in SEALED_TABLES
        for column in inspect(entity).column_attrs
        if column.key not in dict(sealed_columns(entity))
    }
    assert left_out == UNSEALED


@pytest.fixture
def office(bureau: Bureau) -> Bureau:
    """An office with a report."""
    bureau.receive()
    assert bureau.sound() == ()
    return bureau


@pytest.mark.parametrize("entity", SEALED_TABLES, ids=lambda entity: str(entity.__tablename__))
def test_no_row_of_a_sealed_table_is_changed_added_or_removed_unseen(
    office: Bureau, entity: type[Base]
) -> None:
    name, rows = _row_in(office, entity), table(entity)
    (key,) = rows.primary_key.columns
    number = int(name.partition(":")[2])
    assert office.sound() == ()
    with office.app.database.engine.connect() as connection:
        _say(connection, FREE)
        _without_triggers(connection, str(rows.name))
        kept = dict(connection.execute(select(rows).where(key == number)).one()._mapping)
        for column, _ in sealed_columns(entity):
            changed = {column: _other(rows.c[column], kept[column])}
            connection.execute(update(rows).where(key == number).values(changed))
            connection.commit()
            now = int(changed[column]) if column == key.name else number
            assert _named(office, f"{entity.__tablename__}:{now}"), column
            connection.execute(update(rows).where(key == now).values(kept))
            connection.commit()
        assert office.sound() == ()
        twin = {one.name: _other(one, kept[one.name]) for one in rows.columns}
        connection.execute(insert(rows).values(twin))
        connection.commit()
        assert _named(office, f"{entity.__tablename__}:{twin[key.name]}")
        connection.execute(delete(rows).where(key == twin[key.name]))
        connection.commit()
        assert office.sound() == ()
        connection.execute(delete(rows).where(key == number))
        connection.commit()
        assert _named(office, name)
        _say(connection, BOUND)


def test_a_row_that_no_act_names_stands_in_the_record(office: Bureau) -> None:
    before = _events(office)
    with office.app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        work.session.add(_made(work, SEALED_TABLES[0]))
        work.session.flush()
    (rest,) = _events(office)[len(before) :]
    assert (rest.action, rest.case_id, rest.actor_id) == (audit.REST, None, None)


def test_a_row_that_was_taken_back_is_not_told_of(office: Bureau) -> None:
    before = len(_events(office))
    with office.app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        inner = work.session.begin_nested()
        work.session.add(_made(work, SEALED_TABLES[0]))
        work.session.flush()
        inner.rollback()
    assert len(_events(office)) == before
    assert office.sound() == ()


def _row_in(office: Bureau, entity: type[Base]) -> str:
    """The name of a row of a table, written by the product or in a transaction of it."""
    with office.app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        (key,) = inspect(entity).primary_key
        row = work.session.scalars(select(entity).order_by(key.desc()).limit(1)).first()
        if row is None:
            row = _made(work, entity)
            work.session.add(row)
            work.session.flush()
        return audit.row_name(row)


def _made(work: Work, entity: type[Base]) -> Base:
    """A row that refers to what is there, with a value of its own in every other column."""
    values: dict[str, Any] = {}
    for column in table(entity).columns:
        if column.foreign_keys:
            (foreign,) = column.foreign_keys
            above = select(foreign.column).order_by(foreign.column).limit(1)
            found = work.session.scalar(above)
            if found is None and not column.nullable:
                parent = next(one for one in SEALED_TABLES if table(one) is foreign.column.table)
                row = _made(work, parent)
                work.session.add(row)
                work.session.flush()
                found = work.session.scalar(above)
            values[column.name] = found
        elif not column.primary_key:
            values[column.name] = _other(column, None)
    return entity(**values)


def _other(column: Column[Any], value: Any) -> Any:
    """A value that fits a column and is another one."""
    if isinstance(column.type, JSON) and value is None:
        default: Any = column.default
        return default.arg(None) if default is not None else []
    if isinstance(column.type, Enum):
        return next(one for one in list(column.type.enum_class or ()) if one != value)
    kind: type[object] = datetime if isinstance(column.type, Moment) else column.type.python_type
    if kind is bool:
        return not value
    if kind is int:
        return (value or 0) + 9000
    if kind is datetime:
        return (value or datetime.fromisoformat("2024-09-19T02:00:00+00:00")) + timedelta(days=1)
    if kind is date:
        return (value or date(2024, 9, 19)) + timedelta(days=1)
    if kind is time:
        return time(21, 30) if value != time(21, 30) else time(6, 0)
    if kind is bytes:
        return (value or b"") + b"x"
    if isinstance(column.type, JSON):
        return {**value, "lain": 1} if isinstance(value, dict) else [*(value or ()), "lain"]
    assert kind is str, column
    return (value or "")[:30] + "x"


def _named(office: Bureau, name: str) -> bool:
    return any(fault.startswith(f"{name}:") for fault in office.sound())


def _say(connection: Connection, words: dict[str, tuple[str, ...]]) -> None:
    # By the driver: SQLite takes them only outside a transaction.
    driver: Any = connection.connection.driver_connection
    for statement in words[connection.dialect.name]:
        driver.execute(statement)
    driver.commit()


def _without_triggers(connection: Connection, name: str) -> None:
    """Take away what lets some tables only grow; on PostgreSQL nothing is left of it by now."""
    if connection.dialect.name == "sqlite":
        query = text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :name")
        for trigger in connection.scalars(query, {"name": name}).all():
            connection.execute(text(f"DROP TRIGGER {trigger}"))
        connection.commit()


def _events(office: Bureau) -> list[Event]:
    return office.read(lambda work: list(work.session.scalars(select(Event).order_by(Event.id))))


def test_a_wrong_password_is_counted_without_an_event(office: Bureau) -> None:
    before = len(_events(office))
    with office.app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        officers.authenticate(work.session, "ketua.bengkulu", "salah sekali", work.now)
    assert len(_events(office)) == before
    assert office.sound() == ()
