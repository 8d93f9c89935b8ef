"""Corrections of Prefect's server 3.8.8, made while it runs, without changing its files.

`tests/flows/test_repairs.py` fails for each of them once Prefect no longer needs it.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from prefect.server.database.configurations import SQLITE_BEGIN_MODE, AioSqliteConfiguration
from prefect.server.database.dependencies import set_database_config
from prefect.server.database.orm_models import FlowRun, TaskRun
from sqlalchemy import inspect
from sqlalchemy.ext.asyncio import AsyncSession, AsyncSessionTransaction


def mend_bulk_inserts() -> None:
    """Let the server insert scheduled runs under SQLAlchemy 2.1.

    Its scheduler hands a bulk INSERT the key `state`, which is a hybrid of the run and no column.
    SQLAlchemy 2.0 passed over it; 2.1 (sqlalchemy/sqlalchemy#12496) refuses a hybrid that does not
    say what to do, and then no schedule of Prefect's ever fires. What it did before is said here.
    Of Prefect's own threads none was found that names it.
    """

    def leave_out(model: type, values: dict[str, Any], state: object) -> None:
        del model, state
        values.pop("state")

    for model in (FlowRun, TaskRun):
        inspect(model).all_orm_descriptors["state"].bulk_dml_setter = leave_out  # type: ignore[attr-defined]  # not in its types


class WriterInTurn(AioSqliteConfiguration):
    """A transaction of the server takes SQLite's one place for writing when it begins.

    Prefect begins most of them DEFERRED (PrefectHQ/prefect#9594, complaints in #10188 and #18934):
    they read first and want to write then. When another one wrote in between, SQLite refuses at
    once with "database is locked", whatever `busy_timeout` says, since what was read is old. Taken
    at the beginning, the place is waited for; in this process in the order of coming, since SQLite
    itself lets who waits look again from time to time, and a newcomer be quicker.
    """

    def __init__(self, connection_url: str) -> None:
        super().__init__(connection_url)
        self._turn = asyncio.Lock()

    @asynccontextmanager
    async def begin_transaction(
        self, session: AsyncSession, with_for_update: bool = False
    ) -> AsyncIterator[AsyncSessionTransaction]:
        """Begin a transaction as a writer, and wait until nobody else writes."""
        del with_for_update
        async with self._turn, session.begin() as transaction:
            token = SQLITE_BEGIN_MODE.set("IMMEDIATE")
            try:
                await session.connection()
            finally:
                # What is opened inside would else wait for the place that we hold.
                SQLITE_BEGIN_MODE.reset(token)
            yield transaction


def let_writers_wait(address: str) -> None:
    """Have the server use `WriterInTurn` for its SQLite file."""
    set_database_config(WriterInTurn(connection_url=address))
