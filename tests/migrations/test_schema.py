"""The migrations give exactly the schema of the models, go down again, and keep data."""

from __future__ import annotations

import pytest
from alembic import command
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.exc import DBAPIError

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.models import Base


def test_head_equals_the_models(database_url: str) -> None:
    """Alembic finds nothing to add."""
    command.check(configuration(database_url))


def test_down_and_up_again(database_url: str) -> None:
    """Every migration can be taken back, and the schema is the same afterwards."""
    command.downgrade(configuration(database_url), "base")
    engine = create_engine(database_url)
    try:
        left = set(inspect(engine).get_table_names()) - {"alembic_version"}
        assert left == set()
        upgrade(database_url)
        assert set(Base.metadata.tables) <= set(inspect(engine).get_table_names())
    finally:
        engine.dispose()


def test_data_survives_a_second_upgrade(database_url: str) -> None:
    """Upgrading an up-to-date database with rows in it changes nothing."""
    database = Database(database_url)
    with database.write() as session:
        session.execute(_OFFICE)
    upgrade(database_url)
    with database.read() as session:
        names = session.execute(text("select name from offices")).scalars().all()
    database.close()
    assert names == ["Bawaslu Provinsi Bengkulu"]


@pytest.mark.parametrize(
    "statement", ["update events set action = 'lain'", "delete from events where seq = 1"]
)
def test_events_only_grow(database_url: str, statement: str) -> None:
    """The database itself refuses to change or remove an event."""
    database = Database(database_url)
    with database.write() as session:
        session.execute(_OFFICE)
        session.execute(_EVENT)
    with pytest.raises(DBAPIError, match="hanya dapat ditambah"), database.write() as session:
        session.execute(text(statement))
    with database.read() as session:
        actions = session.execute(text("select action from events")).scalars().all()
    database.close()
    assert actions == ["uji"]


_OFFICE = text(
    "insert into offices (id, code, name, level, zone, region_code, code_is_training, city, "
    "letterhead) values (1, '07.00', 'Bawaslu Provinsi Bengkulu', 'provinsi', 'Asia/Jakarta', "
    "'07.00', false, 'Bengkulu', '{}')"
)
_EVENT = text(
    "insert into events (id, office_id, seq, at, role, action, subject, citation, edition, "
    "detail, prev_hash, hash) values (1, 1, 1, '2024-09-19 02:00:00', 'sistem', 'uji', '', '', "
    "'', '{}', '0', '1')"
)
