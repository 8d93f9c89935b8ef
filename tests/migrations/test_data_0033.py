"""Rulings from before keep an empty note, and lose it on the way back."""

from __future__ import annotations

from datetime import UTC, datetime

from alembic import command
from sqlalchemy import inspect, select, text

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import PanelRuling
from tests.migrations import rows

AT = datetime(2026, 3, 23, 3, 0, tzinfo=UTC)


def test_a_ruling_from_before_has_an_empty_note(database: Database, database_url: str) -> None:
    with database.write() as session:
        office = rows.office()
        session.add(office)
        session.flush()
        case = rows.case(office.id)
        session.add(case)
        session.flush()
        session.add(
            PanelRuling(
                case_id=case.id, round=1, held_at=AT, considerations="P.", recorded_at=AT, note="N."
            )
        )
    command.downgrade(configuration(database_url), "0032")
    with database.engine.connect() as connection:
        columns = {one["name"] for one in inspect(connection).get_columns("panel_rulings")}
        assert "note" not in columns
        assert connection.execute(text("SELECT considerations FROM panel_rulings")).scalar() == "P."
    upgrade(database_url)
    with database.write() as session:
        assert session.scalars(select(PanelRuling.note)).all() == [""]
