"""Cases from before the reasons of intake: they say nothing of them, and stay sealed."""

from __future__ import annotations

from alembic import command
from sqlalchemy import inspect, select

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import Case
from casework.services.cases.record.audit import row_digest
from tests.migrations import rows


def columns(database: Database) -> set[str]:
    with database.engine.connect() as connection:
        return {str(one["name"]) for one in inspect(connection).get_columns("cases")}


def test_an_older_case_stays_both_ways(database: Database, database_url: str) -> None:
    with database.write() as session:
        office = rows.office()
        session.add(office)
        session.flush()
        case = rows.case(office.id, stage="kajian_awal")
        session.add(case)
        session.flush()
        sealed = row_digest(case)
    command.downgrade(configuration(database_url), "0028")
    assert not {"stage_reason", "received_reason"} & columns(database)
    upgrade(database_url)
    with database.write() as session:
        found = session.scalars(select(Case)).one()
        assert (found.stage_reason, found.received_reason) == (None, None)
        assert row_digest(found) == sealed
        found.stage_reason = "lain"
        assert row_digest(found) != sealed
