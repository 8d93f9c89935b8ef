"""Transfers and steps only grow; limits and papers keep what they were, both ways."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from alembic import command
from sqlalchemy import delete, inspect, select, text, update
from sqlalchemy.exc import DatabaseError

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import Deadline, Transfer, TransferStep
from tests.migrations import rows
from tests.migrations.rows import AT


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    with database.write() as session:
        offices = [rows.office(code) for code in ("07.00", "07.05")]
        session.add_all(offices)
        session.flush()
        case = rows.case(offices[1].id)
        session.add(case)
        session.flush()
        transfer = Transfer(
            case_id=case.id, from_office_id=offices[0].id, to_office_id=offices[1].id,
            kind="pelimpahan", act="limpahkan", citation="Praktik", mark="secondary", asked_at=AT,
        )  # fmt: skip
        session.add(transfer)
        session.flush()
        session.add(
            TransferStep(transfer_id=transfer.id, ordinal=1, step="left", at=AT, recorded_at=AT)
        )
        session.add(Deadline(
            case_id=case.id, rule="kajian_awal", title="Kajian awal", edition="pemilihan-2020",
            revision="1", started_at="2024-09-19T10:00:00+07:00", due="2024-09-21T23:59:59+07:00",
            safe="2024-09-21T23:59:59+07:00", due_at=datetime.fromtimestamp(1, UTC),
            unit="calendar_days", citation="Uji",
            verification="secondary", office_id=offices[0].id,
        ))  # fmt: skip
    yield database
    database.close()


def test_limits_stay_and_the_tables_go_and_come(database: Database, database_url: str) -> None:
    command.downgrade(configuration(database_url), "0015")
    with database.engine.connect() as connection:
        tables = set(inspect(connection).get_table_names())
        assert not {"transfers", "transfer_steps"} & tables
        found = connection.execute(text("SELECT rule FROM deadlines")).scalars().all()
        assert found == ["kajian_awal"]
    upgrade(database_url)
    with database.read() as session:
        assert session.scalars(select(Deadline.office_id)).all() == [None]
        assert session.scalars(select(Transfer)).all() == []


@pytest.mark.parametrize("table", [Transfer, TransferStep])
@pytest.mark.parametrize("verb", ["UPDATE", "DELETE"])
def test_the_tables_are_append_only(
    database: Database, table: type[Transfer | TransferStep], verb: str
) -> None:
    change = update(table).values(id=99) if verb == "UPDATE" else delete(table)
    with pytest.raises(DatabaseError, match="hanya dapat ditambah"), database.write() as session:
        session.execute(change)


def test_a_transfer_has_one_end(database: Database) -> None:
    with database.write() as session:
        session.add(TransferStep(transfer_id=1, ordinal=2, step="received", at=AT, recorded_at=AT))
    with pytest.raises(DatabaseError), database.write() as session:
        session.add(TransferStep(transfer_id=1, ordinal=2, step="returned", at=AT, recorded_at=AT))
