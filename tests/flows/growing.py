"""The growing profile: PostgreSQL twice, Redis, two web processes, two workers, one flow server."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from secrets import token_hex

import httpx
import psycopg
from sqlalchemy import make_url

from scripts import postgres
from tests.databases import PostgresTemplate
from tests.flows.installation import House, Process
from tests.flows.sink import Sink
from tests.flows.waiting import free_port, until

WEB = 2


class GrowingHouse(House):
    """As on several machines: nothing is shared but databases, Redis and the data folder."""

    def __init__(self, folder: Path, sink: Sink, server: str, database_url: str, redis: str):
        self.server_address = server.replace("postgresql+psycopg://", "postgresql://", 1)
        self.flow_database = f"casework_prefect_{os.getpid()}_{token_hex(3)}"
        self._run(f'create database "{self.flow_database}"')
        address = make_url(self.server_address).set(
            drivername="postgresql+asyncpg", database=self.flow_database
        )
        more = {
            "CASEWORK_REDIS_URL": redis,
            "PREFECT_API_DATABASE_CONNECTION_URL": address.render_as_string(hide_password=False),
        }
        super().__init__(folder, sink, database_url, more, beside=1)

    def lose_flow_database(self) -> None:
        """Drop Prefect's database under the server, and make an empty one."""
        self._run(f'drop database "{self.flow_database}" with (force)')
        self._run(f'create database "{self.flow_database}"')

    @contextmanager
    def pages(self) -> Iterator[list[str]]:
        """Two web processes with one data folder; gives their addresses."""
        with ExitStack() as stack:
            found: list[str] = []
            for _ in range(WEB):
                port = free_port()
                process = Process(
                    f"gunicorn webui.app:create_app() --bind 127.0.0.1:{port} --no-control-socket",
                    self.environment,
                    self.root / "web.log",
                )
                stack.callback(process.end)
                found.append(f"http://127.0.0.1:{port}")
            for address in found:
                until(partial(_ready, address), "the pages")
            yield found

    def close(self) -> None:
        """End what was started and drop Prefect's database."""
        super().close()
        self._run(f'drop database "{self.flow_database}" with (force)')

    def _run(self, statement: str) -> None:
        with psycopg.connect(self.server_address, autocommit=True) as connection:
            connection.execute(statement.encode())


@contextmanager
def growing(folder: Path, sink: Sink) -> Iterator[GrowingHouse]:
    """The whole profile; raises Unavailable when PostgreSQL or Redis cannot be had."""
    with ExitStack() as stack:
        redis = stack.enter_context(redis_server(folder))
        server = stack.enter_context(postgres.server())
        template = PostgresTemplate(server, "growing")
        stack.callback(template.close)
        url = stack.enter_context(template.copy(folder))
        house = GrowingHouse(folder, sink, server, url, redis)
        stack.callback(house.close)
        house.start_server()
        yield house


@contextmanager
def redis_server(folder: Path) -> Iterator[str]:
    """A Redis of our own on a free port, which keeps nothing."""
    program = shutil.which("redis-server")
    if program is None:
        raise postgres.Unavailable("redis-server is not installed")
    port = free_port()
    words = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    with (folder / "redis.log").open("ab") as log:
        process = subprocess.Popen([program, *words], cwd=folder, stdout=log, stderr=log)
    try:
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        process.terminate()
        process.wait(30)


def _ready(address: str) -> bool:
    try:
        found = httpx.get(f"{address}/health/ready", timeout=10)
    except httpx.HTTPError:
        return False
    return found.status_code == httpx.codes.OK
