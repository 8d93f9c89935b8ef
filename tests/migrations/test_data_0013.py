"""Indexes come and go; the lines stay, and a list of one stage is read from its index."""

from __future__ import annotations

from alembic import command
from sqlalchemy import inspect, text

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import CaseLine
from tests.migrations import rows

ADDED = {"ix_case_lines_office_stage", "ix_case_lines_stage"}


def indexes(database: Database) -> set[str]:
    with database.engine.connect() as connection:
        return {str(one["name"]) for one in inspect(connection).get_indexes("case_lines")}


def test_lines_stay_both_ways(database: Database, database_url: str) -> None:
    with database.write() as session:
        office = rows.office()
        session.add(office)
        session.flush()
        case = rows.case(office.id)
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
