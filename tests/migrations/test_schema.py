"""Migrations end where the models are, and go down and up again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from casework.adapters.database import Database
from casework.commands.migrate import configuration, upgrade
from casework.migrations.compared import compared
from casework.models import Base


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    yield database
    database.close()


def test_the_newest_schema_is_what_the_models_say(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": compared}
        )
        assert compare_metadata(context, Base.metadata) == []


def test_there_is_one_line_of_migrations(database_url: str) -> None:
    script = ScriptDirectory.from_config(configuration(database_url))
    assert len(script.get_heads()) == 1
    assert len(script.get_bases()) == 1


def test_every_migration_goes_down_and_up_again(database_url: str, database: Database) -> None:
    before = tables(database)
    command.downgrade(configuration(database_url), "base")
    assert tables(database) <= {"alembic_version"}
    upgrade(database_url)
    assert tables(database) == before


def test_migrating_twice_changes_nothing(database_url: str, database: Database) -> None:
    before = tables(database)
    upgrade(database_url)
    assert tables(database) == before


def test_every_migration_has_a_test_with_data() -> None:
    versions = Path(__file__).parents[2] / "casework" / "migrations" / "versions"
    revisions = {path.stem.partition("_")[0] for path in versions.glob("[0-9]*.py")}
    tested = {path.stem.removeprefix("test_data_") for path in Path(__file__).parent.glob("*.py")}
    assert revisions
    assert revisions <= tested


def tables(database: Database) -> set[str]:
    with database.engine.connect() as connection:
        return set(inspect(connection).get_table_names())
