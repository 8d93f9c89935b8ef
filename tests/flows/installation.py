"""One installation with a real Prefect server and real worker processes around it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import httpx

from casework.bootstrap import App, build
from casework.commands.migrate import upgrade
from casework.settings import Settings
from tests import desk
from tests.conftest import SettableClock
from tests.flows.sink import Sink
from tests.flows.waiting import free_port, until

MORNING = "2024-09-19T09:00:00+07:00"


class Process:
    """A child of the test: a module of the product with its words, and its log in a file."""

    def __init__(self, module: str, environment: Mapping[str, str], log: Path) -> None:
        self.log = log
        self.ended_by = 0
        with log.open("ab") as file:
            self.popen = subprocess.Popen(
                [sys.executable, "-m", *module.split()],
                env={**os.environ, **environment},
                stdout=file,
                stderr=subprocess.STDOUT,
            )

    def tell(self, number: int) -> None:
        """Send it a signal and do not wait."""
        self.popen.send_signal(number)

    def end(self, number: int = signal.SIGTERM, seconds: float = 60.0) -> int:
        """Signal it and wait; gives the exit code."""
        if self.popen.poll() is None:
            self.ended_by = number
            self.popen.send_signal(number)
        return self.popen.wait(seconds)


class House:
    """The installation under test, its server and its workers; on SQLite unless told otherwise.

    `more` is further environment, `beside` how many workers work beside the one that is asked for.
    """

    def __init__(
        self,
        root: Path,
        sink: Sink,
        database_url: str = "",
        more: Mapping[str, str] | None = None,
        beside: int = 0,
    ) -> None:
        self.root = root
        self.beside = beside
        self._told_at: list[int] = []
        self.sink = sink
        self.clock = SettableClock(root / "clock")
        self.clock.set(MORNING)
        self.environment = {
            "CASEWORK_MODE": "test",
            "CASEWORK_VAR": str(root),
            "CASEWORK_DATABASE_URL": database_url,
            "CASEWORK_CLOCK": self.clock.spec,
            "CASEWORK_PREFECT_PORT": str(free_port()),
            "CASEWORK_SMTP_HOST": "127.0.0.1",
            "CASEWORK_SMTP_PORT": str(sink.port),
            "CASEWORK_METRICS_PORT": str(free_port()),
            "CASEWORK_LOG_FORMAT": "json",
            # Else it passes over what it asks its clients to try again, a locked database too.
            "PREFECT_SERVER_LOG_RETRYABLE_ERRORS": "true",
            **(more or {}),
        }
        settings = Settings(
            mode="test",
            var=root,
            database_url=database_url,
            clock=self.clock.spec,
            prefect_port=int(self.environment["CASEWORK_PREFECT_PORT"]),
        )
        upgrade(settings.url)
        self.app: App = build(settings)
        desk.furnish(self.app)
        self.api = f"http://127.0.0.1:{settings.prefect_port}/api"
        self.server: Process | None = None

    def close(self) -> None:
        """End the server and give the connections back."""
        if self.server is not None:
            self.server.end()
        self.app.close()

    def start_server(self) -> None:
        """Start the flow server and wait until it answers."""
        self.launch_server()
        until(self.answers, "an answer of the flow server")

    def launch_server(self) -> None:
        """Start the flow server and do not wait for it."""
        self.server = Process("flows.server", self.environment, self.root / "server.log")

    def answers(self) -> bool:
        """Whether the flow server answers what it needs its database for."""
        try:
            asked = httpx.post(f"{self.api}/flows/count", json={}, timeout=2)
            return asked.status_code == httpx.codes.OK
        except httpx.HTTPError:
            return False

    @contextmanager
    def worker(self, failpoint: str = "") -> Iterator[Process]:
        """A worker process, ended politely when the block is left; more than one may run.

        One that is to be killed works alone, or another might pass the place.
        """
        with ExitStack() as stack:
            worker = stack.enter_context(self._worker(failpoint))
            for _ in range(0 if failpoint else self.beside):
                stack.enter_context(self._worker())
            yield worker

    @contextmanager
    def _worker(self, failpoint: str = "") -> Iterator[Process]:
        port = free_port() if self._told_at else int(self.environment["CASEWORK_METRICS_PORT"])
        own = {"CASEWORK_FAILPOINT": failpoint, "CASEWORK_METRICS_PORT": str(port)}
        self._told_at.append(port)
        process = Process("flows.worker", {**self.environment, **own}, self.root / "worker.log")
        try:
            yield process
        finally:
            code = process.end()
            self._told_at.remove(port)
            killed = failpoint or process.ended_by == signal.SIGKILL
            assert killed or code == 0, (self.root / "worker.log").read_text()[-3000:]

    def lose_flow_database(self) -> None:
        """Remove Prefect's database under the server."""
        for file in (self.root / "prefect").glob("prefect.db*"):
            file.unlink()

    def figures(self) -> str:
        """What the workers tell Prometheus, one after the other."""
        told = [f"http://127.0.0.1:{port}/metrics" for port in self._told_at]
        return "\n".join(httpx.get(address, timeout=10).text for address in told)

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

        until(answered, f"an answer of the flow server to {path}")
        return answers[-1].raise_for_status().json()
