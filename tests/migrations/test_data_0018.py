"""Examinations: offices stay both ways, and what was found cannot be changed."""

from __future__ import annotations

import pytest
from alembic import command
from sqlalchemy import inspect, select, text
from sqlalchemy.exc import DBAPIError

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import IntegrityCheck, Office
from tests.migrations import rows
from tests.migrations.rows import AT


def check(office_id: int) -> IntegrityCheck:
    return IntegrityCheck(
        office_id=office_id, at=AT, schema="0018", seconds=1, events=3, rows=4, files=5, faults=0,
        found={}, offices=[],
    )  # fmt: skip


def test_down_and_up_keep_the_office_and_a_check_is_never_changed(
    database: Database, database_url: str
) -> None:
    with database.write() as session:
        office = rows.office()
        session.add(office)
        session.flush()
        session.add(check(office.id))
    with pytest.raises(DBAPIError), database.write() as session:
        session.execute(text("UPDATE integrity_checks SET faults = 7"))
    command.downgrade(configuration(database_url), "0017")
    assert not inspect(database.engine).has_table("integrity_checks")
    upgrade(database_url)
    with database.write() as session:
        assert session.scalars(select(IntegrityCheck)).all() == []
        session.add(check(session.scalars(select(Office.id)).one()))
