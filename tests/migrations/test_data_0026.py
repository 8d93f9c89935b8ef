"""Requirements judged before there were suggestions: they say nothing of them, and stay sealed."""

from __future__ import annotations

from alembic import command
from sqlalchemy import inspect, select

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import Finding
from casework.services.cases.record.audit import row_digest
from tests.migrations import rows


def columns(database: Database) -> set[str]:
    with database.engine.connect() as connection:
        return {str(one["name"]) for one in inspect(connection).get_columns("findings")}


def test_an_older_verdict_stays_both_ways(database: Database, database_url: str) -> None:
    with database.write() as session:
        office = rows.office()
        session.add(office)
        session.flush()
        case = rows.case(office.id, stage="kajian_awal")
        session.add(case)
        session.flush()
        row = Finding(case_id=case.id, round=1, requirement="bukti", met=False,
                      reason="Tidak terbaca.", judged_at=rows.AT)  # fmt: skip
        session.add(row)
        session.flush()
        sealed = row_digest(row)
    command.downgrade(configuration(database_url), "0025")
    assert not {"suggestion", "known_facts"} & columns(database)
    upgrade(database_url)
    with database.write() as session:
        found = session.scalars(select(Finding)).one()
        assert (found.met, found.reason) == (False, "Tidak terbaca.")
        assert (found.suggestion, found.known_facts) == (None, None)
        assert row_digest(found) == sealed
        found.known_facts = "lain"
        assert row_digest(found) != sealed
