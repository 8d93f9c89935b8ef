"""A statement that is given to the driver as text says what the ordinary way says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Select, bindparam, column, literal, select, table
from sqlalchemy.exc import DBAPIError, ProgrammingError

from casework.bootstrap import App
from casework.errors import Unavailable
from casework.models import Absence, Case, Officer
from casework.services.core.prepared import Prepared
from tests import desk

STATEMENTS: dict[str, tuple[Select[*tuple[Any, ...]], dict[str, object]]] = {
    "moments and flags": (
        select(Case.id, Case.received_at, Case.suspects_crime, Case.title, literal("a").label("b"))
        .where(Case.received_at > bindparam("since"), Case.kind == "LP")
        .order_by(Case.id),
        {"since": datetime(2024, 9, 19, 1, tzinfo=UTC)},
    ),
    "days": (
        select(Absence.starts, Absence.recorded_at).where(Absence.starts <= bindparam("day")),
        {"day": date(2024, 9, 19)},
    ),
    "a list of values": (
        select(Officer.id, Officer.active).where(Officer.login.in_(["x", "y"])),
        {},
    ),
}


@pytest.mark.parametrize("name", STATEMENTS)
def test_it_says_what_the_ordinary_way_says(app: App, name: str) -> None:
    desk.furnish(app)
    case = desk.receive(app)
    with app.database.write() as session:
        people = session.query(Officer).order_by(Officer.id).limit(2).all()
        people[0].login, people[1].login = "x", "y"
        session.add(Absence(officer_id=people[0].id, office_id=case.office_id,
                            deputy_id=people[1].id, starts=date(2024, 9, 18),
                            until=date(2024, 9, 20), recorded_at=datetime.now(UTC)))  # fmt: skip
    statement, values = STATEMENTS[name]
    prepared = Prepared(statement)
    with app.database.glance() as connection:
        wanted = connection.execute(statement, values).all()
        assert wanted
        for _ in range(2):
            rows = prepared.rows(connection, values)
            assert [tuple(prepared.converted(connection, row)) for row in rows] == [
                *map(tuple, wanted)
            ]
            assert [row._fields for row in rows] == [row._fields for row in wanted]


def test_a_glance_sees_what_is_new(app: App) -> None:
    desk.furnish(app)
    with app.database.glance() as connection:
        before = connection.execute(select(Case.id)).all()
        desk.receive(app)
        assert len(connection.execute(select(Case.id)).all()) == len(before) + 1


@pytest.mark.parametrize("fault", ["a statement that fails", "a connection that died"])
def test_a_fault_is_told_as_the_ordinary_way_tells_it(app: App, fault: str) -> None:
    """The page says that the database is out of reach; the next one takes a fresh connection."""
    desk.furnish(app)
    gone = table("gone", column("id"))
    asked = Prepared(select(gone.c.id) if "statement" in fault else select(Officer.id))
    with pytest.raises(Unavailable if _told_apart(app, fault) else DBAPIError):
        look(app, asked, dead="died" in fault)
    assert look(app, Prepared(select(Officer.id)))


def test_a_fault_in_an_act_is_told_and_the_act_keeps_nothing(app: App) -> None:
    desk.furnish(app)
    case = desk.receive(app)
    asked = Prepared(select(table("gone", column("id")).c.id))
    lite = app.database.engine.dialect.name == "sqlite"

    def act() -> None:
        with app.unit_of_work(desk.officer(app, "penangan.bengkulu")) as work:
            work.session.get_one(Case, case.id).title = "Judul lain"
            asked.rows(work.connection, {})

    with pytest.raises(Unavailable if lite else ProgrammingError, match="gone"):
        act()
    with app.database.glance() as connection:
        assert connection.execute(select(Case.title)).scalar() == case.title


def look(app: App, asked: Prepared, *, dead: bool = False) -> Sequence[Any]:
    with app.database.glance() as connection:
        driver: Any = connection.connection.driver_connection
        if dead:
            driver.close()
        return asked.rows(connection, {})


def _told_apart(app: App, fault: str) -> bool:
    """A table that is missing is an operational fault to SQLite alone, a closed connection not."""
    return (app.database.engine.dialect.name == "sqlite") == ("statement" in fault)
