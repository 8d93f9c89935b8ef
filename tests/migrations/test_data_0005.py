"""The row of the clock: what was seen comes back, also its fractions; the rest is not touched."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from alembic import command
from sqlalchemy import select

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import ClockState, Office

AT = datetime(2024, 9, 21, 23, 59, 59, 123456, tzinfo=timezone(timedelta(hours=7)))


def test_what_was_seen_comes_back(database: Database) -> None:
    with database.write() as session:
        session.add(ClockState(id=1, max_seen=AT, boot="a-b", uptime=12345678.25))
    with database.read() as session:
        row = session.get_one(ClockState, 1)
    assert row.max_seen == AT
    assert row.max_seen.tzinfo is UTC
    assert (row.boot, row.uptime, row.suspect_since, row.reason) == ("a-b", 12345678.25, None, "")


def test_the_step_leaves_other_rows_alone(database: Database, database_url: str) -> None:
    with database.write() as session:
        session.add(
            Office(
                code="07.00", name="Kantor Uji", level="provinsi", zone="Asia/Jakarta",
                region_code="17", city="Bengkulu", letterhead={},
            )
        )  # fmt: skip
        session.add(ClockState(id=1, max_seen=AT, boot="a", uptime=1.0))
    database.close()
    command.downgrade(configuration(database_url), "0004")
    upgrade(database_url)
    with database.read() as session:
        assert session.scalars(select(Office.name)).all() == ["Kantor Uji"]
        assert session.get(ClockState, 1) is None
