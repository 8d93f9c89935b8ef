"""Cases from before there were lines and words: they are listed and found, both ways."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from alembic import command
from sqlalchemy import inspect, select

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import CaseLine, Deadline, Officer, Party, SavedView
from casework.models.listing import NO_LIMIT
from casework.services.cases.search import query as hits
from casework.services.cases.search import reindex
from casework.services.cases.search.query import ask
from tests.migrations import rows
from tests.migrations.rows import AT

DUE = int(AT.timestamp()) + 86400


@pytest.fixture
def before(database: Database, database_url: str) -> None:
    """Two cases of one office under the schema before, one with a limit that runs."""
    with database.write() as session:
        office = rows.office()
        officer = Officer(login="petugas", name="Petugas")
        session.add_all([office, officer])
        session.flush()
        session.add(SavedView(officer_id=officer.id, name="Lewat", query="lewat=ya", saved_at=AT))
        for key, title in (("satu", "Pertemuan kepala desa"), ("dua", "Pembagian sembako")):
            case = rows.case(office.id, submission_key=key, stage="kajian_awal", title=title)
            session.add(case)
            session.flush()
            session.add(Party(case_id=case.id, role="respondent", ordinal=1, label=f"Camat {key}"))
        for state, due in (("open", DUE), ("open", DUE + 60), ("met", DUE - 60)):
            session.add(Deadline(
                case_id=1, rule="kajian_awal", title="Kajian awal", edition="pemilihan-2020",
                revision="1", started_at=AT.isoformat(), due=AT.isoformat(), safe=AT.isoformat(),
                due_at=datetime.fromtimestamp(due, UTC), unit="calendar_days", citation="Pasal 9",
                verification="secondary", state=state, derivation=[],
            ))  # fmt: skip
    command.downgrade(configuration(database_url), "0010")


def find(database: Database, text: str) -> list[int]:
    with database.read() as session:
        lite = hits.on_sqlite(session)
        source, key = hits.source(lite=lite)
        found = select(key).select_from(source).where(hits.condition(ask(text), 1, lite=lite))
        return sorted(session.scalars(found))


@pytest.mark.usefixtures("before")
def test_older_cases_get_lines_and_words(database: Database, database_url: str) -> None:
    upgrade(database_url)
    with database.read() as session:
        rows = session.scalars(select(CaseLine).order_by(CaseLine.case_id)).all()
        assert [(row.urgency, row.received, row.stage, row.office_id) for row in rows] == [
            (DUE, int(AT.timestamp()), "kajian_awal", 1),
            (NO_LIMIT - 2, int(AT.timestamp()), "kajian_awal", 1),
        ]
        assert session.scalars(select(SavedView)).all() == []
        assert reindex.waiting(session)
    assert find(database, "pertemuannya") == [1]
    assert find(database, '"pembagian sembako"') == [2]
    assert find(database, "terlapor:camat -dua") == [1]


@pytest.mark.usefixtures("before")
def test_the_schema_before_knows_nothing_of_it(database: Database) -> None:
    with database.engine.connect() as connection:
        tables = set(inspect(connection).get_table_names())
    assert not {name for name in tables if name.startswith(("case_words", "case_lines", "saved"))}
