"""What stood there before the map of vulnerability stands there after it, and a round fits in."""

from __future__ import annotations

from datetime import date

from alembic import command
from sqlalchemy import inspect, select

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import Office, VulnerabilityRound, VulnerabilitySheet
from casework.services.cases.record.audit import row_digest
from tests.migrations import rows


def test_offices_from_before_can_be_asked(database: Database, database_url: str) -> None:
    with database.write() as session:
        office = rows.office()
        session.add(office)
        session.flush()
        sealed = row_digest(office)
    command.downgrade(configuration(database_url), "0037")
    assert not inspect(database.engine).has_table("vulnerability_rounds")
    upgrade(database_url)
    with database.write() as session:
        office = session.scalars(select(Office)).one()
        assert row_digest(office) == sealed
        asked = VulnerabilityRound(
            office_id=office.id, edition="pemetaan-bengkulu", title="Putaran 1",
            counts_from=date(2023, 1, 1), opens_on=date(2024, 9, 20), closes_at=rows.AT,
            opened_at=rows.AT,
        )  # fmt: skip
        session.add(asked)
        session.flush()
        session.add(VulnerabilitySheet(round_id=asked.id, office_id=office.id, region="bengkulu"))
