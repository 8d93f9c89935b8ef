"""What was on its way in pieces is forgotten on the way down, and cases are untouched."""

from __future__ import annotations

from alembic import command
from sqlalchemy import func, inspect, select

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import Case, Submission, UploadPart
from tests.migrations import rows


def test_submissions_come_and_go_beside_cases(database: Database, database_url: str) -> None:
    command.downgrade(configuration(database_url), "0039")
    with database.engine.connect() as connection:
        assert "submissions" not in inspect(connection).get_table_names()
    upgrade(database_url)
    with database.write() as session:
        office = rows.office()
        session.add(office)
        session.flush()
        session.add(rows.case(office.id))
        session.add(Submission(uuid="0" * 36, sha256="0" * 64, kind="uji", sealed=b"x", bearer="b",
                               received_at=rows.AT, expires_at=rows.AT))  # fmt: skip
    command.downgrade(configuration(database_url), "0039")
    upgrade(database_url)
    with database.read() as session:
        for entity, many in ((Submission, 0), (UploadPart, 0), (Case, 1)):
            assert session.scalar(select(func.count()).select_from(entity)) == many
