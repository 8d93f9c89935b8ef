"""The database that a migration goes up and down in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from casework.adapters.database import Database


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A database with the newest schema."""
    database = Database(database_url)
    yield database
    database.close()
