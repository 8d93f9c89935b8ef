"""Indexes come and go; the lines stay, and a list of one stage is read from its index."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from alembic import command
from sqlalchemy import inspect, text

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import Case, CaseLine, Office

AT = datetime(2024, 9, 21, 3, 0, tzinfo=UTC)
ADDED = {"ix_case_lines_office_stage", "ix_case_lines_stage"}


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    yield database
    database.close()


def indexes(database: Database) -> set[str]:
    with database.engine.connect() as connection:
        return {str(one["name"]) for one in inspect(connection).get_indexes("case_lines")}


def test_lines_stay_both_ways(database: Database, database_url: str) -> None:
    with database.write() as session:
        office = Office(code="07.00", name="Kantor Uji", level="provinsi", zone="Asia/Jakarta",
                        region_code="07.00", city="Bengkulu", letterhead={})  # fmt: skip
        session.add(office)
        session.flush()
        case = Case(
            office_id=office.id, submission_key="satu", submission_hash="0" * 64, election="uji",
            kind="LP", regime="pemilihan", edition="pemilihan-2020", revision="1", stage="kajian",
            title="Uji", event_what="Uji", event_place="Uji", event_date=date(2024, 9, 15),
            known_date=date(2024, 9, 16), account="Uji", received_at=AT,
        )  # fmt: skip
        session.add(case)
        session.flush()
        session.add(CaseLine(case_id=case.id, office_id=office.id, stage="kajian", kind="LP",
                             received=1, urgency=2, mark="x"))  # fmt: skip
    assert indexes(database) >= ADDED
    command.downgrade(configuration(database_url), "0012")
    assert not indexes(database) & ADDED
    upgrade(database_url)
    assert indexes(database) >= ADDED
    with database.engine.connect() as connection:
        assert connection.execute(text("SELECT urgency FROM case_lines")).scalars().all() == [2]
