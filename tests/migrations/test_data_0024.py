"""Codes of links: older events keep none, stay as they are, and can still only be added to."""

from __future__ import annotations

import pytest
from alembic import command
from sqlalchemy import inspect, select, text
from sqlalchemy.exc import DBAPIError

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import Event
from tests.migrations import rows


def event(office_id: int, seq: int) -> Event:
    return Event(
        office_id=office_id, seq=seq, at=rows.AT, role="sistem", action="uji", subject="",
        citation="", edition="", detail={}, prev_hash="0" * 64, hash="1" * 64, mac="2" * 64,
    )  # fmt: skip


def test_an_event_keeps_what_it_says_and_has_no_code(database: Database, database_url: str) -> None:
    with database.write() as session:
        office = rows.office()
        session.add(office)
        session.flush()
        session.add(event(office.id, 1))
        office_id = office.id
    command.downgrade(configuration(database_url), "0023")
    with database.engine.connect() as connection:
        assert "mac" not in {one["name"] for one in inspect(connection).get_columns("events")}
    upgrade(database_url)
    with database.write() as session:
        kept = session.scalars(select(Event)).one()
        assert (kept.action, kept.hash, kept.mac) == ("uji", "1" * 64, None)
        session.add(event(office_id, 2))
    for statement in ("UPDATE events SET mac = ''", "DELETE FROM events"):
        with pytest.raises(DBAPIError), database.engine.begin() as connection:
            connection.execute(text(statement))
