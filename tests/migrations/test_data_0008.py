"""Drafts come and go with their table; the officers who typed them stay."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from alembic import command
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import Draft, Officer

AT = datetime(2024, 9, 21, 3, 0, tzinfo=UTC)


def a_draft(officer: Officer) -> Draft:
    return Draft(officer_id=officer.id, page="/perkara/1/kajian", handle="0" * 32, sealed=b"x",
                 begun_at=AT, saved_at=AT, expires_at=AT + timedelta(days=14))  # fmt: skip


def test_down_and_up_keep_the_officers_and_drop_the_drafts(database_url: str) -> None:
    database = Database(database_url)
    try:
        with database.write() as session:
            officer = Officer(login="petugas", name="Petugas")
            session.add(officer)
            session.flush()
            session.add(a_draft(officer))
        with pytest.raises(IntegrityError), database.write() as session:
            session.add(a_draft(session.scalars(select(Officer)).one()))
        command.downgrade(configuration(database_url), "0007")
        upgrade(database_url)
        with database.read() as session:
            assert session.scalars(select(Draft)).all() == []
            assert session.scalars(select(Officer)).one().login == "petugas"
    finally:
        database.close()
