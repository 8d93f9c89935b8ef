"""What the doctor looks at: a flow server that is well, a database, a worker that beats."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from casework.adapters.database import Database
from casework.models import Heartbeat
from casework.settings import Settings


class HealthyPrefect(BaseHTTPRequestHandler):
    """Answers as the Prefect server does when it is well."""

    status = 200

    def do_POST(self) -> None:
        """Count its flows, for which it reads its database."""
        self.send_response(self.status if self.path == "/api/flows/count" else 404)
        self.end_headers()

    def do_GET(self) -> None:
        """Say that it lives, as it does also without a database."""
        self.send_response(200 if self.path == "/api/health" else 404)
        self.end_headers()

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def prefect(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with HTTPServer(("127.0.0.1", 0), HealthyPrefect) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        monkeypatch.setenv("PREFECT_API_URL", f"http://127.0.0.1:{server.server_port}/api")
        yield
        server.shutdown()
        thread.join()


@pytest.fixture
def database(settings: Settings, database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    yield database
    database.close()


@pytest.fixture
def worker(database: Database) -> None:
    with database.write() as session:
        session.add(Heartbeat(name="worker", beat_at=datetime.now(UTC)))
