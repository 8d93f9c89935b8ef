"""Opening balances: kept as written, only ever added; the counters stay both ways."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from alembic import command
from sqlalchemy import delete, inspect, select, update
from sqlalchemy.exc import DBAPIError

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import Counter, NumberOpening, Officer
from tests.migrations import rows

AT = datetime(2024, 10, 4, 3, 0, tzinfo=UTC)


@pytest.fixture
def opened(database: Database) -> tuple[int, int]:
    """A series that begins after 40; gives office and officer."""
    with database.write() as session:
        office = rows.office()
        officer = Officer(login="admin", name="Putri Ayu")
        session.add_all([office, officer])
        session.flush()
        session.add(Counter(office_id=office.id, series="surat", year=2024, value=41, opening=40))
        session.add(
            NumberOpening(office_id=office.id, series="surat", year=2024, after=0, last=40,
                          reason="Buku lama.", officer_id=officer.id, at=AT)
        )  # fmt: skip
        return office.id, officer.id


@pytest.mark.parametrize("verb", ["update", "delete"])
def test_neither_changed_nor_removed(
    database: Database, opened: tuple[int, int], verb: str
) -> None:
    statement = update(NumberOpening).values(last=50) if verb == "update" else delete(NumberOpening)
    with pytest.raises(DBAPIError, match="hanya dapat ditambah"), database.write() as session:
        session.execute(statement)
    with database.read() as session:
        assert session.scalars(select(NumberOpening.last)).one() == 40


def test_the_table_goes_and_comes_back_while_the_counters_stay(
    database: Database, database_url: str, opened: tuple[int, int]
) -> None:
    command.downgrade(configuration(database_url), "0014")
    with database.engine.connect() as connection:
        assert "number_openings" not in inspect(connection).get_table_names()
    upgrade(database_url)
    with database.write() as session:
        counter = session.scalars(select(Counter)).one()
        assert (counter.value, counter.opening) == (41, 40)
        assert session.scalars(select(NumberOpening)).all() == []
