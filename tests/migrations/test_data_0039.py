"""Counts from before are made anew, since they were by the second."""

from __future__ import annotations

from alembic import command
from sqlalchemy import inspect

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import CaseLine, Rollup
from casework.services.cases import rollups
from tests.migrations import rows


def test_counts_are_to_be_made_anew(database: Database, database_url: str) -> None:
    command.downgrade(configuration(database_url), "0038")
    with database.engine.connect() as connection:
        known = {one["name"] for one in inspect(connection).get_indexes("case_lines")}
        assert "ix_case_lines_due" not in known
    with database.write() as session:
        office = rows.office()
        session.add(office)
        session.flush()
        case = rows.case(office.id)
        session.add(case)
        session.flush()
        session.add(CaseLine(case_id=case.id, office_id=office.id, stage="kajian", kind="LP",
                             owner_id=None, received=1, urgency=2, due=2, mark="x"))  # fmt: skip
        session.add(Rollup(office_id=office.id, figure="due", day="", key="000000000002", n=1))
    upgrade(database_url)
    with database.read() as session:
        assert rollups.waiting(session)
