"""Calendar feeds and the moves of a limit: what was there before stays, both ways."""

from __future__ import annotations

import pytest
from alembic import command
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import CalendarFeed, Deadline, Officer
from casework.services.cases.record.audit import row_digest
from tests.migrations import rows
from tests.migrations.rows import AT


@pytest.fixture
def limit(database: Database) -> int:
    """A limit that moved twice, and an officer with an address."""
    with database.write() as session:
        office = rows.office()
        officer = Officer(login="petugas", name="Petugas")
        session.add_all([office, officer])
        session.flush()
        case = rows.case(office.id, stage="kajian_awal")
        session.add(case)
        session.flush()
        row = Deadline(
            case_id=case.id, rule="kajian_awal", title="Kajian awal", edition="pemilihan-2020",
            revision="1", started_at=AT.isoformat(), due=AT.isoformat(), safe=AT.isoformat(),
            due_at=AT, unit="calendar_days", citation="Pasal 9",
            verification="secondary", state="open", derivation=[], moves=2,
        )  # fmt: skip
        session.add_all([row, _feed(officer.id, "a")])
        session.flush()
        return row.id


def _feed(officer_id: int, letter: str) -> CalendarFeed:
    return CalendarFeed(officer_id=officer_id, token_hash=letter * 64, created_at=AT)


def test_down_and_up_keep_every_limit_and_end_every_address(
    database: Database, database_url: str, limit: int
) -> None:
    command.downgrade(configuration(database_url), "0011")
    with database.read() as session:
        assert session.execute(text("SELECT due FROM deadlines")).scalar_one() == AT.isoformat()
    upgrade(database_url)
    with database.read() as session:
        row = session.get_one(Deadline, limit)
        assert (row.due, row.moves) == (AT.isoformat(), None)
        assert session.scalars(select(CalendarFeed)).all() == []


def test_a_limit_that_never_moved_keeps_the_digest_it_was_recorded_with(
    database: Database, limit: int
) -> None:
    with database.write() as session:
        session.get_one(Deadline, limit).moves = None
    with database.read() as session:
        row = session.get_one(Deadline, limit)
        before = row_digest(row)
        row.moves = 1
        assert row_digest(row) != before
        session.rollback()


def test_a_secret_belongs_to_one_address(database: Database, limit: int) -> None:
    with pytest.raises(IntegrityError), database.write() as session:
        session.add(_feed(1, "a"))
