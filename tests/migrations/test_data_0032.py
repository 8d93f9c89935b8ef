"""Hearings: panel, session and ruling go and come back empty while the dated facts stay."""

from __future__ import annotations

from datetime import UTC, datetime

from alembic import command
from sqlalchemy import inspect, select

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import Fact, Hearing, HearingPanel, PanelRuling
from tests.migrations import rows

AT = datetime(2026, 3, 23, 3, 0, tzinfo=UTC)
TABLES = {"hearing_panels", "hearings", "panel_rulings"}


def test_what_was_heard_goes_and_the_fact_stays(database: Database, database_url: str) -> None:
    with database.write() as session:
        office = rows.office()
        session.add(office)
        session.flush()
        case = rows.case(office.id)
        session.add(case)
        session.flush()
        session.add_all(
            [
                Fact(case_id=case.id, name="putusan_dibacakan", at=AT, recorded_at=AT, reason=""),
                HearingPanel(case_id=case.id, round=1, appointed_at=AT, recorded_at=AT),
                Hearing(case_id=case.id, number=1, scheduled_at=AT, place="K", recorded_at=AT),
                PanelRuling(
                    case_id=case.id, round=1, held_at=AT, considerations="P.", recorded_at=AT
                ),
            ]
        )
    command.downgrade(configuration(database_url), "0031")
    with database.engine.connect() as connection:
        assert set(inspect(connection).get_table_names()) & TABLES == set()
    upgrade(database_url)
    with database.write() as session:
        assert session.scalars(select(Fact.name)).all() == ["putusan_dibacakan"]
        for table in (HearingPanel, Hearing, PanelRuling):
            assert session.scalars(select(table)).all() == []
