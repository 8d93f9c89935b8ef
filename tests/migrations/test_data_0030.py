"""Texts of regulations: rows are only added, and all goes back while the revisions stay."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from alembic import command
from sqlalchemy import inspect, select, update
from sqlalchemy.exc import DatabaseError

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import Blob, Officer, RegulationText
from tests.migrations import rows

AT = datetime(2026, 12, 1, 3, 0, tzinfo=UTC)


@pytest.fixture
def text(database: Database) -> int:
    """A regulation that was read."""
    with database.write() as session:
        office = rows.office()
        officer = Officer(login="penelaah", name="Sri Handayani")
        blob = Blob(sha256="a" * 64, size=1, media_type="application/pdf", path="a", stored_at=AT)
        session.add_all([office, officer, blob])
        session.flush()
        row = RegulationText(
            instrument="perbawaslu-8-2020", sha256="a" * 64, document_id=blob.id, pages=1,
            passages=[], doubts=[], officer_id=officer.id, office_id=office.id, at=AT,
        )  # fmt: skip
        session.add(row)
        session.flush()
        return row.id


def test_what_was_read_is_never_edited(database: Database, text: int) -> None:
    edit = update(RegulationText).where(RegulationText.id == text).values(pages=2)
    with pytest.raises(DatabaseError, match="hanya dapat ditambah"), database.write() as session:
        session.execute(edit)


def test_the_tables_go_and_come_back(database: Database, database_url: str, text: int) -> None:
    command.downgrade(configuration(database_url), "0029")
    with database.engine.connect() as connection:
        assert "regulation_texts" not in inspect(connection).get_table_names()
    upgrade(database_url)
    with database.write() as session:
        assert session.scalars(select(RegulationText)).all() == []
        assert session.scalars(select(Blob)).one().path == "a"
