"""A case from before comments has none, and keeps its digest when they come and go."""

from __future__ import annotations

import pytest
from alembic import command
from sqlalchemy import inspect, select
from sqlalchemy.exc import IntegrityError

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import Case, Comment, Officer
from casework.services.cases.record.audit import row_digest
from tests.migrations import rows


def comment(case: Case, officer: Officer, **own: object) -> Comment:
    usual = {"text": "Mohon dibaca.", "written_at": rows.AT}
    return Comment(
        case_id=case.id, office_id=case.office_id, author_id=officer.id, **{**usual, **own}
    )


def test_a_case_stays_and_a_comment_is_said_or_taken_back(
    database: Database, database_url: str
) -> None:
    with database.write() as session:
        office = rows.office()
        officer = Officer(login="uji", name="Uji", password_hash="x")
        session.add_all([office, officer])
        session.flush()
        case = rows.case(office.id)
        session.add(case)
        session.flush()
        session.add(comment(case, officer))
        sealed = row_digest(case)
    command.downgrade(configuration(database_url), "0033")
    with database.engine.connect() as connection:
        assert not {"comments", "comment_mentions"} & set(inspect(connection).get_table_names())
    upgrade(database_url)
    with database.write() as session:
        case, officer = session.scalars(select(Case)).one(), session.scalars(select(Officer)).one()
        assert row_digest(case) == sealed
        assert not session.scalars(select(Comment)).all()
        session.add_all(
            [comment(case, officer), comment(case, officer, text="", removed_at=rows.AT)]
        )
    for wrong in ({"text": ""}, {"removed_at": rows.AT}, {"text": "a" * 2001}):
        with pytest.raises(IntegrityError):
            keep(database, **wrong)


def keep(database: Database, **own: object) -> None:
    with database.write() as session:
        case, officer = session.scalars(select(Case)).one(), session.scalars(select(Officer)).one()
        session.add(comment(case, officer, **own))
