"""Accounts: officers and cases stay both ways; sessions and second factors go with the tables."""

from __future__ import annotations

from datetime import date

import pytest
from alembic import command
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import Absence, LoginSession, Officer, RecoveryCode, SecondFactor
from tests.migrations import rows
from tests.migrations.rows import AT


@pytest.fixture
def officer_id(database: Database) -> int:
    """An officer with a session, a second factor, a recovery code and a deputy."""
    with database.write() as session:
        office = rows.office()
        officer, deputy = Officer(login="satu", name="Satu"), Officer(login="dua", name="Dua")
        session.add_all([office, officer, deputy])
        session.flush()
        session.add_all([
            _session(officer.id, "0" * 64),
            SecondFactor(officer_id=officer.id, handle="0" * 32, sealed=b"x", created_at=AT,
                         confirmed_at=AT, last_step=57_563_100),
            RecoveryCode(officer_id=officer.id, mark="1" * 64),
            Absence(office_id=office.id, officer_id=officer.id, deputy_id=deputy.id,
                    starts=date(2024, 9, 23), until=date(2024, 9, 28), recorded_at=AT),
        ])  # fmt: skip
        return officer.id


def _session(officer_id: int, token_hash: str) -> LoginSession:
    return LoginSession(officer_id=officer_id, token_hash=token_hash, device="Firefox, Linux",
                        complete=True, created_at=AT, seen_at=AT, handle="0" * 32,
                        sealed=b"x")  # fmt: skip


def test_down_and_up_keep_the_officers(
    database: Database, database_url: str, officer_id: int
) -> None:
    command.downgrade(configuration(database_url), "0009")
    upgrade(database_url)
    with database.read() as session:
        assert session.get_one(Officer, officer_id).login == "satu"
        for gone in (LoginSession, SecondFactor, RecoveryCode, Absence):
            assert session.scalars(select(gone)).all() == []


def test_rows_are_read_as_they_were_written(database: Database, officer_id: int) -> None:
    with database.read() as session:
        factor = session.get_one(SecondFactor, officer_id)
        assert (factor.last_step, factor.confirmed_at, factor.failures) == (57_563_100, AT, 0)
        (absence,) = session.scalars(select(Absence)).all()
        assert (absence.starts, absence.until) == (date(2024, 9, 23), date(2024, 9, 28))


def test_a_token_belongs_to_one_session(database: Database, officer_id: int) -> None:
    with pytest.raises(IntegrityError), database.write() as session:
        session.add(_session(officer_id, "0" * 64))
