"""Lines get the nearest limit beside what they are sorted by, and wait to be made anew."""

from __future__ import annotations

from alembic import command
from sqlalchemy import inspect, text

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import CaseLine
from casework.models.listing import NO_LIMIT
from casework.services.cases.search import reindex
from tests.migrations import rows

LATEST, DUE = 1_726_000_000, 1_727_000_000


def lines(database: Database) -> list[tuple[object, ...]]:
    with database.engine.connect() as connection:
        rows = connection.execute(text("SELECT * FROM case_lines ORDER BY case_id"))
        return [(row._mapping.get("due"), row.urgency, row.mark) for row in rows]


def test_the_nearest_limit_stays_both_ways(database: Database, database_url: str) -> None:
    with database.write() as session:
        office = rows.office()
        session.add(office)
        session.flush()
        for key, urgency, due in (("satu", LATEST, DUE), ("dua", NO_LIMIT - 2, None)):
            case = rows.case(office.id, submission_key=key)
            session.add(case)
            session.flush()
            session.add(CaseLine(case_id=case.id, office_id=office.id, stage="kajian", kind="LP",
                                 received=1, urgency=urgency, due=due, mark="x"))  # fmt: skip
    command.downgrade(configuration(database_url), "0013")
    assert lines(database) == [(None, DUE, "x"), (None, NO_LIMIT - 2, "x")]
    with database.engine.connect() as connection:
        assert "due" not in {one["name"] for one in inspect(connection).get_columns("case_lines")}
    upgrade(database_url)
    assert lines(database) == [(DUE, DUE, ""), (None, NO_LIMIT - 2, "")]
    with database.read() as session:
        assert reindex.waiting(session)
