"""A glance is a connection for statements that need not agree, without a transaction."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import column, select, table
from sqlalchemy.exc import DBAPIError

from casework.bootstrap import App
from casework.errors import Unavailable
from casework.models import Case, Officer
from tests import desk


def test_a_glance_sees_what_is_new(app: App) -> None:
    desk.furnish(app)
    with app.database.glance() as connection:
        before = connection.execute(select(Case.id)).all()
        desk.receive(app)
        assert len(connection.execute(select(Case.id)).all()) == len(before) + 1


@pytest.mark.parametrize("fault", ["a statement that fails", "a connection that died"])
def test_after_a_fault_the_next_glance_takes_a_connection_that_stands(app: App, fault: str) -> None:
    """The page says that the database is out of reach; the next one works."""
    desk.furnish(app)
    # A table that is missing is an operational fault to SQLite alone, a closed connection not.
    lite = app.database.engine.dialect.name == "sqlite"
    with pytest.raises(Unavailable if lite == ("statement" in fault) else DBAPIError):
        _fail(app, fault)
    with app.database.glance() as connection:
        assert connection.execute(select(Officer.id)).all()


def _fail(app: App, fault: str) -> None:
    with app.database.glance() as connection:
        if "died" in fault:
            driver: Any = connection.connection.driver_connection
            driver.close()
        connection.execute(select(table("gone", column("id")).c.id))
