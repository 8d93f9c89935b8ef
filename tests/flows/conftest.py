"""One real Prefect server and real worker processes around one installation of the product."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from casework.bootstrap import App, build
from casework.commands.migrate import upgrade
from casework.settings import Settings
from tests import desk
from tests.conftest import SettableClock

MORNING = "2024-09-19T09:00:00+07:00"


def until(true: Callable[[], Any], seconds: float = 60.0, what: str = "it") -> Any:
    """Wait for something to become true; the limit only guards against hanging."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := true():
            return found
        time.sleep(0.25)
    raise AssertionError(f"{what} did not happen within {seconds} s")


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Sink:
    """A mail server that keeps what it is given."""

    port: int
    mails: list[str] = field(default_factory=list)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        self.mails.append(envelope.content.decode())
        return "250 kept"


class Process:
    """A child of the test: one of the product's processes, with its log in a file."""

    def __init__(self, module: str, environment: dict[str, str], log: Path) -> None:
        self.log = log
        with log.open("ab") as file:
            self.popen = subprocess.Popen(
                [sys.executable, "-m", module],
                env={**os.environ, **environment},
                stdout=file,
                stderr=subprocess.STDOUT,
            )

    def end(self, number: int = signal.SIGTERM, seconds: float = 60.0) -> int:
        """Signal it and wait; gives the exit code."""
        if self.popen.poll() is None:
            self.popen.send_signal(number)
        return self.popen.wait(seconds)


class House:
    """The installation under test, its server and its workers."""

    def __init__(self, root: Path, sink: Sink) -> None:
        self.root = root
        self.sink = sink
        self.clock = SettableClock(root / "clock")
        self.clock.set(MORNING)
        self.environment = {
            "CASEWORK_MODE": "test",
            "CASEWORK_VAR": str(root),
            "CASEWORK_CLOCK": self.clock.spec,
            "CASEWORK_PREFECT_PORT": str(free_port()),
            "CASEWORK_SMTP_HOST": "127.0.0.1",
            "CASEWORK_SMTP_PORT": str(sink.port),
            "CASEWORK_METRICS_PORT": str(free_port()),
            "CASEWORK_LOG_FORMAT": "json",
        }
        settings = Settings(
            mode="test",
            var=root,
            clock=self.clock.spec,
            prefect_port=int(self.environment["CASEWORK_PREFECT_PORT"]),
        )
        upgrade(settings.url)
        self.app: App = build(settings)
        desk.furnish(self.app)
        self.api = f"http://127.0.0.1:{settings.prefect_port}/api"
        self.server: Process | None = None

    def start_server(self) -> None:
        """Start the flow server and wait until it answers."""
        self.server = Process("flows.server", self.environment, self.root / "server.log")
        until(self.answers, 120, "an answer of the flow server")

    def answers(self) -> bool:
        """Whether the flow server is healthy."""
        try:
            return httpx.get(f"{self.api}/health", timeout=2).status_code == 200
        except httpx.HTTPError:
            return False

    @contextmanager
    def worker(self, failpoint: str = "") -> Iterator[Process]:
        """A worker process, ended politely when the block is left."""
        environment = {**self.environment, "CASEWORK_FAILPOINT": failpoint}
        process = Process("flows.worker", environment, self.root / "worker.log")
        try:
            yield process
        finally:
            code = process.end()
            assert failpoint or code == 0, (self.root / "worker.log").read_text()[-3000:]

    def figures(self) -> str:
        """What the worker tells Prometheus."""
        port = self.environment["CASEWORK_METRICS_PORT"]
        return httpx.get(f"http://127.0.0.1:{port}/metrics", timeout=10).text

    def runs(self, *tags: str) -> list[dict[str, Any]]:
        """Flow runs with all of the tags, as Prefect's own API gives them."""
        query = {"flow_runs": {"tags": {"all_": list(tags)}}} if tags else {}
        found: list[dict[str, Any]] = self.ask("flow_runs/filter", query)
        return found

    def ask(self, path: str, body: dict[str, Any]) -> Any:
        """What the flow server answers to a POST; "busy, ask again" (503) is asked again."""
        answers: list[httpx.Response] = []

        def answered() -> bool:
            answers.append(httpx.post(f"{self.api}/{path}", json=body, timeout=30))
            return answers[-1].status_code != httpx.codes.SERVICE_UNAVAILABLE

        until(answered, 60, f"an answer of the flow server to {path}")
        return answers[-1].raise_for_status().json()


@pytest.fixture(scope="session")
def sink() -> Iterator[Sink]:
    """A local mail server."""
    sink = Sink(free_port())
    controller = Controller(sink, hostname="127.0.0.1", port=sink.port)
    controller.start()
    yield sink
    controller.stop()


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory, sink: Sink) -> Iterator[House]:
    """The installation with its flow server up; workers are the tests' own."""
    house = House(tmp_path_factory.mktemp("house"), sink)
    house.start_server()
    yield house
    if house.server is not None:
        house.server.end()
    house.app.close()
