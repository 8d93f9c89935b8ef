"""The doctor names what is wrong, each on its line, and nothing hides the next thing."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from casework.adapters import fonts
from casework.adapters.database import Database
from casework.cli import main
from casework.models import Event, Heartbeat, Office
from casework.services import leases
from casework.settings import Settings
from tests.conftest import SettableClock


class HealthyPrefect(BaseHTTPRequestHandler):
    """Answers as the Prefect server does when it is well."""

    def do_GET(self) -> None:
        """Answer the health question."""
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


def doctor(capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, str]]:
    with pytest.raises(SystemExit) as ended:
        main(["doctor", "--json"])
    answer = json.loads(capsys.readouterr().out)
    wrong = {check["name"]: check["text"] for check in answer["checks"] if not check["ok"]}
    assert answer["ok"] is (not wrong)
    assert isinstance(ended.value.code, int)
    return ended.value.code, wrong


@pytest.mark.usefixtures("prefect", "worker")
def test_all_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["doctor"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("Semua baik: basis data, ")


@pytest.mark.usefixtures("database")
def test_a_prefect_and_a_worker_that_do_not_answer_are_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:1/api")
    code, wrong = doctor(capsys)
    assert code == 1
    assert set(wrong) == {"Prefect", "pekerja"}
    assert "http://127.0.0.1:1/api" in wrong["Prefect"]


@pytest.mark.usefixtures("prefect")
def test_a_silent_worker_is_named(database: Database, capsys: pytest.CaptureFixture[str]) -> None:
    with database.write() as session:
        session.add(Heartbeat(name="worker", beat_at=datetime.now(UTC) - timedelta(minutes=5)))
        session.add(Heartbeat(name=leases.SERVER, beat_at=datetime.now(UTC)))
    code, wrong = doctor(capsys)
    assert code == 1
    assert list(wrong) == ["pekerja"]
    assert "300" in wrong["pekerja"] or "301" in wrong["pekerja"]


@pytest.mark.usefixtures("prefect", "worker")
def test_a_clock_that_went_back_is_named(
    database: Database, clock: SettableClock, capsys: pytest.CaptureFixture[str]
) -> None:
    with database.write() as session:
        office = Office(
            code="07.00", name="Uji", level="provinsi", zone="Asia/Jakarta", region_code="17",
            city="Bengkulu",
        )  # fmt: skip
        session.add(office)
        session.flush()
        session.add(
            Event(
                office_id=office.id, seq=1, at=datetime(2024, 9, 20, tzinfo=UTC), role="",
                action="uji", prev_hash="0" * 64, hash="1" * 64,
            )
        )  # fmt: skip
    clock.set("2024-09-19T09:00:00+07:00")
    code, wrong = doctor(capsys)
    assert (code, list(wrong)) == (1, ["jam"])


@pytest.mark.usefixtures("prefect", "worker")
def test_a_time_beyond_the_last_decree_is_named(
    clock: SettableClock, capsys: pytest.CaptureFixture[str]
) -> None:
    clock.set("2039-01-01T09:00:00+07:00")
    code, wrong = doctor(capsys)
    assert (code, list(wrong)) == (1, ["kalender"])


@pytest.mark.usefixtures("prefect", "worker")
def test_missing_fonts_are_named_with_the_line_to_run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "installed", lambda name: None)
    code, wrong = doctor(capsys)
    assert (code, list(wrong)) == (1, ["huruf"])
    assert fonts.INSTALL in wrong["huruf"]


@pytest.mark.usefixtures("prefect", "settings")
def test_a_database_without_schema_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CASEWORK_DATABASE_URL", f"sqlite:///{tmp_path}/kosong.db")
    code, wrong = doctor(capsys)
    assert code == 1
    assert "casework migrate" in wrong["migrasi"]
    assert set(wrong) == {"migrasi", "pekerja", "jam", "keutuhan"}


@pytest.mark.usefixtures("prefect", "settings")
def test_a_database_out_of_reach_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CASEWORK_DATABASE_URL", "postgresql://u:rahasia@127.0.0.1:1/x")
    code, wrong = doctor(capsys)
    assert code == 1
    assert "basis data" in wrong
    assert "rahasia" not in json.dumps(wrong)
