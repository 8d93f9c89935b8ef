"""Limits from before each letter had its own: they know no letter, and stay as sealed."""

from __future__ import annotations

from datetime import UTC, datetime

from alembic import command
from sqlalchemy import inspect, select, text

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import Deadline
from casework.services.cases.record.audit import row_digest
from tests.migrations import rows


def columns(database: Database) -> set[str]:
    with database.engine.connect() as connection:
        return {str(one["name"]) for one in inspect(connection).get_columns("deadlines")}


def test_an_older_limit_of_kpu_stays_both_ways(database: Database, database_url: str) -> None:
    with database.write() as session:
        office = rows.office()
        session.add(office)
        session.flush()
        case = rows.case(office.id, stage="tindak_lanjut")
        session.add(case)
        session.flush()
        row = Deadline(
            case_id=case.id, rule="tindak_lanjut_kpu", title="KPU", edition="pemilihan-2020",
            revision="1", started_at="2024-10-04T10:00:00+07:00", due="2024-10-11T23:59:59+07:00",
            safe="2024-10-10T23:59:59+07:00", due_at=datetime.fromtimestamp(1728665999, UTC),
            unit="calendar_days",
            citation="Pasal 139", verification="secondary",
        )  # fmt: skip
        session.add(row)
        session.flush()
        sealed = row_digest(row)
    command.downgrade(configuration(database_url), "0020")
    assert "document_id" not in columns(database)
    upgrade(database_url)
    with database.write() as session:
        limit = session.scalars(select(Deadline)).one()
        assert limit.document_id is None
        assert row_digest(limit) == sealed
        limit.document_id = 1
        assert row_digest(limit) != sealed
    with database.engine.connect() as connection:
        rules = connection.execute(text("SELECT rule FROM deadlines")).scalars().all()
    assert rules == ["tindak_lanjut_kpu"]
