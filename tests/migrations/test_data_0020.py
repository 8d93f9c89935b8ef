"""The index of papers by kind and state comes and goes; the papers stay."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from alembic import command
from sqlalchemy import inspect, text

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import Case, Document, Office

AT = datetime(2024, 9, 21, 3, 0, tzinfo=UTC)
ADDED = "ix_documents_kind_state"


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    yield database
    database.close()


def indexes(database: Database) -> set[str]:
    with database.engine.connect() as connection:
        return {str(one["name"]) for one in inspect(connection).get_indexes("documents")}


def test_papers_stay_both_ways(database: Database, database_url: str) -> None:
    with database.write() as session:
        office = Office(code="07.00", name="Kantor Uji", level="provinsi", zone="Asia/Jakarta",
                        region_code="07.00", city="Bengkulu", letterhead={})  # fmt: skip
        session.add(office)
        session.flush()
        case = Case(
            office_id=office.id, submission_key="satu", submission_hash="0" * 64, election="uji",
            kind="LP", regime="pemilihan", edition="pemilihan-2020", revision="1", stage="kajian",
            title="Uji", event_what="Uji", event_place="Uji", event_date=date(2024, 9, 15),
            known_date=date(2024, 9, 16), account="Uji", received_at=AT,
        )  # fmt: skip
        session.add(case)
        session.flush()
        session.add(Document(case_id=case.id, kind="kutipan_kajian", title="Uji", state="draft",
                             edition="pemilihan-2020", revision="1", verify_code="satu",
                             created_at=AT))  # fmt: skip
    assert ADDED in indexes(database)
    command.downgrade(configuration(database_url), "0019")
    assert ADDED not in indexes(database)
    upgrade(database_url)
    assert ADDED in indexes(database)
    with database.engine.connect() as connection:
        assert connection.execute(text("SELECT state FROM documents")).scalars().all() == ["draft"]
