"""Officers kept away from a case: one row a pair in force, older ones stay, all goes back."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from alembic import command
from sqlalchemy import inspect, select
from sqlalchemy.exc import IntegrityError

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import Case, Exclusion, Officer
from tests.migrations import rows

AT = datetime(2024, 10, 4, 3, 0, tzinfo=UTC)


def exclusion(case_id: int, officer_id: int) -> Exclusion:
    return Exclusion(case_id=case_id, officer_id=officer_id, why="hand", since=AT)


@pytest.fixture
def pair(database: Database) -> tuple[int, int]:
    """A case and the officer who is kept away from it."""
    with database.write() as session:
        office = rows.office()
        officer = Officer(login="koordinator", name="Sri Handayani")
        session.add_all([office, officer])
        session.flush()
        case = rows.case(office.id)
        session.add(case)
        session.flush()
        session.add(exclusion(case.id, officer.id))
        return case.id, officer.id


def test_one_in_force_and_any_number_lifted(database: Database, pair: tuple[int, int]) -> None:
    with pytest.raises(IntegrityError), database.write() as session:
        session.add(exclusion(*pair))
    with database.write() as session:
        session.scalars(select(Exclusion)).one().lifted_at = AT
        session.flush()
        session.add(exclusion(*pair))
    with database.read() as session:
        assert len(session.scalars(select(Exclusion)).all()) == 2


def test_the_table_goes_and_comes_back_while_the_case_stays(
    database: Database, database_url: str, pair: tuple[int, int]
) -> None:
    command.downgrade(configuration(database_url), "0021")
    with database.engine.connect() as connection:
        assert "exclusions" not in inspect(connection).get_table_names()
    upgrade(database_url)
    with database.write() as session:
        assert session.get_one(Case, pair[0]).title == "Uji"
        assert session.scalars(select(Exclusion)).all() == []
