"""Revisions of the law and moves of cases: kept as written, and only ever added."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from alembic import command
from sqlalchemy import delete, inspect, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import Case, CaseMove, Officer, RuleRevision
from tests.migrations import rows

AT = datetime(2024, 10, 4, 3, 0, tzinfo=UTC)
CHANGES = {"batas/penanganan": {"length": 4, "note": None, "quote": "“empat” – 🗳", "x": [True]}}


def revision(officer: int, office: int, number: int, origin: int | None = None) -> RuleRevision:
    """A revision of an edition."""
    return RuleRevision(
        edition="pemilihan-2020", base="1", number=number, act="aturan_dibetulkan",
        changes=CHANGES, reason="Dibaca.", source="JDIH", officer_id=officer, office_id=office,
        at=AT, origin_id=origin,
    )  # fmt: skip


@pytest.fixture
def keys(database: Database) -> tuple[int, int]:
    """A revision, and a case moved to it; gives officer and office."""
    with database.write() as session:
        office = rows.office()
        officer = Officer(login="penelaah", name="Nur Aini")
        session.add_all([office, officer])
        session.flush()
        case = rows.case(office.id, stage="kajian_awal", received_at=AT)
        first = revision(officer.id, office.id, 1)
        session.add_all([case, first])
        session.flush()
        session.add(
            CaseMove(case_id=case.id, old="pemilihan-2020@1", new="pemilihan-2020@1.1",
                     reason="Batas dibetulkan.", officer_id=officer.id, at=AT)
        )  # fmt: skip
        return officer.id, office.id


def test_a_revision_comes_back_as_it_went_in(database: Database, keys: tuple[int, int]) -> None:
    with database.read() as session:
        row = session.scalars(select(RuleRevision)).one()
        assert (row.changes, row.revision, row.at) == (CHANGES, "1.1", AT)
        assert session.scalars(select(CaseMove.new)).one() == "pemilihan-2020@1.1"


@pytest.mark.parametrize("table", [RuleRevision, CaseMove])
@pytest.mark.parametrize("verb", ["update", "delete"])
def test_neither_is_changed_nor_removed(
    database: Database, keys: tuple[int, int], table: type[RuleRevision | CaseMove], verb: str
) -> None:
    statement = update(table).values(reason="lain") if verb == "update" else delete(table)
    with pytest.raises(DBAPIError, match="hanya dapat ditambah"), database.write() as session:
        session.execute(statement)
    with database.read() as session:
        assert session.scalars(select(table.reason)).one() != "lain"


def test_a_revision_of_an_edition_has_its_number_alone(
    database: Database, keys: tuple[int, int]
) -> None:
    with pytest.raises(IntegrityError), database.write() as session:
        session.add(revision(*keys, number=1))


def test_the_tables_go_and_come_back_while_the_cases_stay(
    database: Database, database_url: str, keys: tuple[int, int]
) -> None:
    command.downgrade(configuration(database_url), "0002")
    with database.engine.connect() as connection:
        assert not {"rule_revisions", "case_moves"} & set(inspect(connection).get_table_names())
    upgrade(database_url)
    with database.write() as session:
        assert session.scalars(select(Case.edition)).one() == "pemilihan-2020"
        session.add(revision(*keys, number=1))
