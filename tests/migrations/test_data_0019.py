"""Clerical corrections: kept as written, only ever added; the case stays both ways."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from alembic import command
from sqlalchemy import delete, inspect, select, update
from sqlalchemy.exc import DBAPIError

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import Case, Correction, Officer
from tests.migrations import rows

AT = datetime(2024, 10, 4, 3, 0, tzinfo=UTC)


@pytest.fixture
def corrected(database: Database) -> int:
    """A case whose title was put right; gives its key."""
    with database.write() as session:
        office = rows.office()
        officer = Officer(login="koordinator", name="Sri Handayani")
        session.add_all([office, officer])
        session.flush()
        case = rows.case(office.id)
        session.add(case)
        session.flush()
        session.add(
            Correction(case_id=case.id, subject=f"cases:{case.id}", field="title", handle="a" * 32,
                       before=b"\x00sealed", letters=[3], reason="Salah ketik.",
                       officer_id=officer.id, at=AT)
        )  # fmt: skip
        return case.id


@pytest.mark.parametrize("verb", ["update", "delete"])
def test_neither_changed_nor_removed(database: Database, corrected: int, verb: str) -> None:
    statement = update(Correction).values(reason="lain") if verb == "update" else delete(Correction)
    with pytest.raises(DBAPIError, match="hanya dapat ditambah"), database.write() as session:
        session.execute(statement)
    with database.read() as session:
        row = session.scalars(select(Correction)).one()
        assert (row.reason, row.before, row.letters) == ("Salah ketik.", b"\x00sealed", [3])


def test_the_table_goes_and_comes_back_while_the_case_stays(
    database: Database, database_url: str, corrected: int
) -> None:
    command.downgrade(configuration(database_url), "0018")
    with database.engine.connect() as connection:
        assert "corrections" not in inspect(connection).get_table_names()
    upgrade(database_url)
    with database.write() as session:
        assert session.get_one(Case, corrected).title == "Uji"
        assert session.scalars(select(Correction)).all() == []
