"""Limits from before the version of the calendar was kept: they stay, and stay as sealed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from alembic import command
from sqlalchemy import select, text

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.engine import chain
from casework.models import Deadline
from casework.services.cases.record.audit import row_digest
from tests.migrations import rows

AT = datetime(2024, 10, 4, 3, 0, tzinfo=UTC)

# What came to this table after the first schema.
LATER = {"calendar", "moves", "office_id", "document_id"}


@pytest.fixture
def sealed(database: Database, database_url: str) -> str:
    """A limit written under the first schema; gives its digest as it was sealed then."""
    with database.write() as session:
        office = rows.office()
        session.add(office)
        session.flush()
        case = rows.case(office.id, stage="kajian_awal")
        session.add(case)
        session.flush()
        row = Deadline(
            case_id=case.id, rule="penyidikan", title="Penyidikan", edition="pemilihan-2020",
            revision="1", started_at="2024-10-04T10:00:00+07:00", due="2024-10-24T23:59:59+07:00",
            safe="2024-10-23T23:59:59+07:00", due_at=datetime.fromtimestamp(1729789199, UTC),
            unit="working_days", citation="Pasal 146", verification="secondary",
            calendar="0123456789abcdef",
        )  # fmt: skip
        session.add(row)
        session.flush()
        names = [
            one.columns[0].info.get("sealed_as", one.key)
            for one in Deadline.__mapper__.column_attrs
        ]
        columns = {name: getattr(row, name) for name in names}
    command.downgrade(configuration(database_url), "0001")
    return chain.digest({key: columns[key] for key in columns if key not in LATER})


def test_an_older_limit_stays_as_it_was_sealed(
    database: Database, database_url: str, sealed: str
) -> None:
    with database.engine.connect() as connection:
        (row,) = connection.execute(text("SELECT * FROM deadlines")).mappings()
    assert "calendar" not in row
    assert (row["due"], row["due_epoch"]) == ("2024-10-24T23:59:59+07:00", 1729789199)
    upgrade(database_url)
    with database.write() as session:
        limit = session.scalars(select(Deadline)).one()
        assert limit.calendar is None
        assert row_digest(limit) == sealed
        limit.calendar = "0123456789abcdef"
        assert row_digest(limit) != sealed
