"""Discussions and overrides: the tables go and come back while the dated facts stay."""

from __future__ import annotations

from datetime import UTC, datetime

from alembic import command
from sqlalchemy import inspect, select

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import Discussion, Fact, Override
from tests.migrations import rows

AT = datetime(2024, 9, 23, 3, 0, tzinfo=UTC)


def test_the_words_go_and_the_fact_stays(database: Database, database_url: str) -> None:
    with database.write() as session:
        office = rows.office()
        session.add(office)
        session.flush()
        case = rows.case(office.id)
        session.add(case)
        session.flush()
        session.add(
            Fact(case_id=case.id, name="gakkumdu_2_dibahas", at=AT, recorded_at=AT, reason="")
        )
        session.add(
            Discussion(
                case_id=case.id,
                number=2,
                held_at=AT,
                place="Kantor",
                conclusion="dilanjutkan",
                recorded_at=AT,
            )
        )
        session.add(
            Override(
                case_id=case.id,
                act="putuskan_pleno",
                about="meetings:1",
                what="tanpa pembahasan kedua",
                reason="Tidak hadir.",
                citation="Peraturan Bersama",
                verification="secondary",
                made_at=AT,
            )
        )
    command.downgrade(configuration(database_url), "0026")
    with database.engine.connect() as connection:
        tables = set(inspect(connection).get_table_names())
        assert {"discussions", "overrides"} & tables == set()
    upgrade(database_url)
    with database.write() as session:
        assert session.scalars(select(Fact.name)).all() == ["gakkumdu_2_dibahas"]
        assert session.scalars(select(Discussion)).all() == []
        assert session.scalars(select(Override)).all() == []
