"""Each thing that is put right in Prefect's server, and a test that fails once it need not be."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest
from prefect.server.api.server import custom_internal_exception_handler
from prefect.server.database.configurations import AioSqliteConfiguration
from prefect.server.database.orm_models import FlowRun
from sqlalchemy import create_engine, text
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import InvalidRequestError, OperationalError
from sqlalchemy.orm import Session
from starlette.requests import Request

from flows import repairs
from flows.repairs import WriterInTurn

WAITS_SECONDS = 3.0


async def two_writers(config: AioSqliteConfiguration) -> int:
    """Two transactions that read, then write, one inside the other's time; gives the rows."""
    engine = await config.engine()
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE told (who TEXT)"))
    has_read = asyncio.Event()

    async def write(who: str) -> None:
        session = await config.session(engine)
        async with session, config.begin_transaction(session):
            await session.execute(text("SELECT count(*) FROM told"))
            if who == "first":
                has_read.set()
                # The other one writes meanwhile, or stands in line.
                await asyncio.sleep(0.5)
            await session.execute(text("INSERT INTO told VALUES (:who)"), {"who": who})

    async def second() -> None:
        await has_read.wait()
        await write("second")

    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(write("first"))
            tasks.create_task(second())
        async with engine.connect() as connection:
            return int(await connection.scalar(text("SELECT count(*) FROM told")) or 0)
    finally:
        await engine.dispose()


def test_prefects_own_transactions_are_refused_when_another_wrote_meanwhile(tmp_path: Path) -> None:
    config = AioSqliteConfiguration(f"sqlite+aiosqlite:///{tmp_path / 'theirs.db'}")
    with pytest.raises(ExceptionGroup) as refused:
        asyncio.run(two_writers(config))
    (fault,) = refused.value.exceptions
    assert isinstance(fault, OperationalError)
    assert "database is locked" in str(fault)


def test_a_transaction_that_waits_for_its_turn_is_not_refused(tmp_path: Path) -> None:
    config = WriterInTurn(f"sqlite+aiosqlite:///{tmp_path / 'ours.db'}")
    assert asyncio.run(two_writers(config)) == 2


def test_what_is_read_inside_a_transaction_does_not_wait_for_it(tmp_path: Path) -> None:
    config = WriterInTurn(f"sqlite+aiosqlite:///{tmp_path / 'ours.db'}")

    async def inside() -> int:
        engine = await config.engine()
        async with engine.begin() as connection:
            await connection.execute(text("CREATE TABLE told (who TEXT)"))
        session, other = await config.session(engine), await config.session(engine)
        try:
            async with session, config.begin_transaction(session), other:
                return int(await other.scalar(text("SELECT count(*) FROM told")) or 0)
        finally:
            await engine.dispose()

    assert asyncio.run(asyncio.wait_for(inside(), 20)) == 0


def test_sqlalchemy_refuses_the_schedulers_bulk_insert_until_it_is_mended() -> None:
    row = {"id": uuid4(), "flow_id": uuid4(), "state": None}
    with Session(create_engine("sqlite://")) as session:
        with pytest.raises(InvalidRequestError, match="state"):
            session.execute(insert(FlowRun), [dict(row)])
        repairs.mend_bulk_inserts()
        # It comes as far as the database, in which there is no table.
        with pytest.raises(OperationalError, match="no such table"):
            session.execute(insert(FlowRun), [dict(row)])


def test_a_busy_server_of_prefects_does_not_say_when_to_ask_again() -> None:
    locked = OperationalError("", {}, sqlite3.OperationalError("database is locked"))
    request = Request({"type": "http", "method": "GET", "path": "/", "headers": []})
    answer = asyncio.run(custom_internal_exception_handler(request, locked))
    assert answer.status_code == 503
    assert "retry-after" not in answer.headers


OBSERVED = """
import asyncio
from uuid import uuid4
from prefect._flow_run_suspension import FlowRunSuspensionRequest
from prefect.flow_engine import observe_flow_run_suspension
async def run():
    print("asks", flush=True)
    with observe_flow_run_suspension(uuid4(), FlowRunSuspensionRequest()):
        print("goes on", flush=True)
asyncio.run(run())
"""


def test_a_run_of_prefects_waits_for_its_server_before_it_begins(tmp_path: Path) -> None:
    environment = {"PREFECT_API_URL": "http://127.0.0.1:1/api", "PREFECT_HOME": str(tmp_path)}
    with subprocess.Popen(
        [sys.executable, "-c", OBSERVED], env=environment, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True,
    ) as run:  # fmt: skip
        assert run.stdout is not None
        assert run.stdout.readline() == "asks\n"
        with pytest.raises(subprocess.TimeoutExpired):
            run.wait(WAITS_SECONDS)
        run.kill()
        assert run.stdout.read() == ""
