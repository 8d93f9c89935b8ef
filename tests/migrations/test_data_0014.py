"""Lines get the nearest limit beside what they are sorted by, and wait to be made anew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from alembic import command
from sqlalchemy import inspect, text

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import Case, CaseLine, Office
from casework.models.listing import NO_LIMIT
from casework.services.search import reindex

AT = datetime(2024, 9, 21, 3, 0, tzinfo=UTC)
LATEST, DUE = 1_726_000_000, 1_727_000_000


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    yield database
    database.close()


def lines(database: Database) -> list[tuple[object, ...]]:
    with database.engine.connect() as connection:
        rows = connection.execute(text("SELECT * FROM case_lines ORDER BY case_id"))
        return [(row._mapping.get("due"), row.urgency, row.mark) for row in rows]


def test_the_nearest_limit_stays_both_ways(database: Database, database_url: str) -> None:
    with database.write() as session:
        office = Office(code="07.00", name="Kantor Uji", level="provinsi", zone="Asia/Jakarta",
                        region_code="07.00", city="Bengkulu", letterhead={})  # fmt: skip
        session.add(office)
        session.flush()
        for key, urgency, due in (("satu", LATEST, DUE), ("dua", NO_LIMIT - 2, None)):
            case = Case(
                office_id=office.id, submission_key=key, submission_hash="0" * 64, election="uji",
                kind="LP", regime="pemilihan", edition="pemilihan-2020", revision="1",
                stage="kajian", title="Uji", event_what="Uji", event_place="Uji",
                event_date=date(2024, 9, 15), known_date=date(2024, 9, 16), account="Uji",
                received_at=AT,
            )  # fmt: skip
            session.add(case)
            session.flush()
            session.add(CaseLine(case_id=case.id, office_id=office.id, stage="kajian", kind="LP",
                                 received=1, urgency=urgency, due=due, mark="x"))  # fmt: skip
    command.downgrade(configuration(database_url), "0013")
    assert lines(database) == [(None, DUE, "x"), (None, NO_LIMIT - 2, "x")]
    with database.engine.connect() as connection:
        assert "due" not in {one["name"] for one in inspect(connection).get_columns("case_lines")}
    upgrade(database_url)
    assert lines(database) == [(DUE, DUE, ""), (None, NO_LIMIT - 2, "")]
    with database.read() as session:
        assert reindex.waiting(session)
