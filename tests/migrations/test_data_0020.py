"""The index of papers by kind and state comes and goes; the papers stay."""

from __future__ import annotations

from alembic import command
from sqlalchemy import inspect, text

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import Document
from tests.migrations import rows
from tests.migrations.rows import AT

ADDED = "ix_documents_kind_state"


def indexes(database: Database) -> set[str]:
    with database.engine.connect() as connection:
        return {str(one["name"]) for one in inspect(connection).get_indexes("documents")}


def test_papers_stay_both_ways(database: Database, database_url: str) -> None:
    with database.write() as session:
        office = rows.office()
        session.add(office)
        session.flush()
        case = rows.case(office.id)
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
