"""The doctor names what is wrong, each on its line, and nothing hides the next thing."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from casework.adapters import fonts
from casework.adapters.database import Database
from casework.cli import main
from casework.models import Event, Heartbeat, Office
from casework.services.core import leases
from tests.conftest import SettableClock
from tests.unit.commands.conftest import HealthyPrefect
from tests.unit.commands.consulting import doctor


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


@pytest.mark.usefixtures("prefect", "worker")
def test_a_prefect_that_lives_without_its_database_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(HealthyPrefect, "status", 500)
    code, wrong = doctor(capsys)
    assert code == 1
    assert list(wrong) == ["Prefect"]
    assert "500" in wrong["Prefect"]


@pytest.mark.usefixtures("prefect")
def test_a_silent_worker_is_named(database: Database, capsys: pytest.CaptureFixture[str]) -> None:
    with database.write() as session:
        session.add(Heartbeat(name="worker", beat_at=datetime.now(UTC) - timedelta(minutes=5)))
        session.add(Heartbeat(name=leases.SERVER, beat_at=datetime.now(UTC)))
    code, wrong = doctor(capsys)
    assert code == 1
    assert list(wrong) == ["pekerja"]
    assert "300" in wrong["pekerja"] or "301" in wrong["pekerja"]


@pytest.mark.usefixtures("prefect", "worker", "app")
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
    file = tmp_path / "kosong.db"
    monkeypatch.setenv("CASEWORK_DATABASE_URL", f"sqlite:///{file}")
    code, wrong = doctor(capsys)
    assert (code, list(wrong)) == (1, ["basis data"])
    assert "CASEWORK_VAR" in wrong["basis data"]
    assert not file.exists()
    file.touch()
    code, wrong = doctor(capsys)
    assert (code, list(wrong)) == (1, ["migrasi"])
    assert "casework migrate" in wrong["migrasi"]


@pytest.mark.usefixtures("prefect", "worker")
def test_a_schema_of_a_newer_version_is_not_to_be_migrated(
    database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    with database.write() as session:
        session.execute(text("update alembic_version set version_num = '9999'"))
    code, wrong = doctor(capsys)
    assert (code, list(wrong)) == (1, ["migrasi"])
    assert "versi yang lebih baru" in wrong["migrasi"]
    with pytest.raises(SystemExit) as ended:
        main(["migrate"])
    assert ended.value.code == 2
    assert "versi yang lebih baru" in capsys.readouterr().err


@pytest.mark.usefixtures("prefect", "settings")
def test_a_database_out_of_reach_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CASEWORK_DATABASE_URL", "postgresql://u:rahasia@127.0.0.1:1/x")
    code, wrong = doctor(capsys)
    assert code == 1
    assert list(wrong) == ["basis data"]
    assert "127.0.0.1:1/x" in wrong["basis data"]
    assert "CASEWORK_DATABASE_URL" in wrong["basis data"]
    assert "rahasia" not in json.dumps(wrong)


@pytest.mark.usefixtures("prefect", "settings")
def test_a_spoilt_database_file_is_named_with_the_way_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "rusak.db").write_bytes(b"x" * 8192)
    monkeypatch.setenv("CASEWORK_DATABASE_URL", f"sqlite:///{tmp_path / 'rusak.db'}")
    code, wrong = doctor(capsys)
    assert (code, list(wrong)) == (1, ["basis data"])
    assert "casework restore" in wrong["basis data"]
