"""Files of criminal referrals: the table goes and comes back while the case stays."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from alembic import command
from sqlalchemy import inspect, select
from sqlalchemy.exc import IntegrityError

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import Case, CrimeFile
from tests.migrations import rows

AT = datetime(2024, 9, 23, 3, 0, tzinfo=UTC)


def test_one_file_a_round_and_all_goes_back(database: Database, database_url: str) -> None:
    with database.write() as session:
        office = rows.office()
        session.add(office)
        session.flush()
        case = rows.case(office.id)
        session.add(case)
        session.flush()
        key = case.id
        session.add(CrimeFile(case_id=key, round=1, items=[{"item": "daftar_isi"}], made_at=AT))
    with pytest.raises(IntegrityError), database.write() as session:
        session.add(CrimeFile(case_id=key, round=1, made_at=AT))
    command.downgrade(configuration(database_url), "0027")
    with database.engine.connect() as connection:
        assert "crime_files" not in inspect(connection).get_table_names()
    upgrade(database_url)
    with database.write() as session:
        assert session.get_one(Case, key).title == "Uji"
        assert session.scalars(select(CrimeFile)).all() == []
