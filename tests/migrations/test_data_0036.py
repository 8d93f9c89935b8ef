"""Cases from before have no region, and their seal stays."""

from __future__ import annotations

from alembic import command
from sqlalchemy import select

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import Case
from casework.services.cases.record.audit import row_digest
from tests.migrations import rows


def test_a_case_from_before_has_no_region_and_keeps_its_seal(
    database: Database, database_url: str
) -> None:
    with database.write() as session:
        office = rows.office()
        session.add(office)
        session.flush()
        case = rows.case(office.id)
        session.add(case)
        session.flush()
        sealed, place = row_digest(case), case.event_place
    command.downgrade(configuration(database_url), "0035")
    upgrade(database_url)
    with database.write() as session:
        case = session.scalars(select(Case)).one()
        assert (case.event_place, case.event_region, case.event_point) == (place, None, None)
        assert row_digest(case) == sealed
        case.event_region = "17.07"
        assert row_digest(case) != sealed
