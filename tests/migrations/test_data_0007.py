"""Initials: a step of a round exists once; going down loses them and nothing else."""

from __future__ import annotations

import pytest
from alembic import command
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import Initial, Officer, Review
from tests.migrations import rows
from tests.migrations.rows import AT


@pytest.fixture
def case_id(database: Database) -> int:
    """A case with a kajian that one officer initialled."""
    with database.write() as session:
        office = rows.office()
        officer = Officer(login="petugas", name="Petugas")
        session.add_all([office, officer])
        session.flush()
        case = rows.case(office.id)
        session.add(case)
        session.flush()
        session.add(Review(case_id=case.id, revision=1, facts="F", analysis="A", conclusion="K",
                           written_at=AT, written_by=officer.id))  # fmt: skip
        session.add(_step(case.id, officer.id))
        return case.id


def _step(case_id: int, officer_id: int | None = None) -> Initial:
    return Initial(case_id=case_id, subject="reviews", subject_id=1, round=1, step=1,
                   title="menulis", roles=["case_officer"], state="initialled",
                   content="0" * 64, note="", at=AT, officer_id=officer_id)  # fmt: skip


def test_down_and_up_keep_the_kajian(database: Database, database_url: str, case_id: int) -> None:
    command.downgrade(configuration(database_url), "0006")
    upgrade(database_url)
    with database.read() as session:
        assert session.scalars(select(Review.facts)).all() == ["F"]
        assert session.scalars(select(Initial)).all() == []


def test_an_initial_is_read_as_it_was_written(database: Database, case_id: int) -> None:
    with database.read() as session:
        row = session.scalars(select(Initial)).one()
        assert (row.roles, row.at, row.content) == (["case_officer"], AT, "0" * 64)


def test_a_step_of_a_round_exists_once(database: Database, case_id: int) -> None:
    with pytest.raises(IntegrityError), database.write() as session:
        session.add(_step(case_id))
