"""An installation from before the picture is counted when it is brought up to date."""

from __future__ import annotations

from alembic import command
from sqlalchemy import inspect, text

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import CaseLine
from casework.services.cases import rollups
from casework.services.cases.search import reindex
from tests.migrations import rows


def test_lines_are_to_be_made_anew_and_counts_are_missing(
    database: Database, database_url: str
) -> None:
    command.downgrade(configuration(database_url), "0036")
    with database.engine.connect() as connection:
        assert "rollups" not in inspect(connection).get_table_names()
        columns = inspect(connection).get_columns("case_lines")
        assert "stalled" not in {one["name"] for one in columns}
    upgrade(database_url)
    with database.write() as session:
        office = rows.office()
        session.add(office)
        session.flush()
        case = rows.case(office.id)
        session.add(case)
        session.flush()
        session.add(CaseLine(case_id=case.id, office_id=office.id, stage="kajian", kind="LP",
                             owner_id=None, received=1, urgency=2, due=2, mark="x"))  # fmt: skip
    command.downgrade(configuration(database_url), "0036")
    upgrade(database_url)
    with database.read() as session:
        assert session.execute(text("SELECT stalled, mark, due FROM case_lines")).one() == (
            None, "", 2,
        )  # fmt: skip
        assert rollups.waiting(session)
        assert reindex.waiting(session)
