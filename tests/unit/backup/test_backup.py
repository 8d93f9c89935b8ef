"""A copy taken while others write is whole, proves itself, and says what is wrong with it."""

from __future__ import annotations

import io
import json
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import create_engine, inspect, make_url, select, text
from sqlalchemy.pool import NullPool

from casework.adapters.backup import snapshot
from casework.adapters.database import Database
from casework.bootstrap import App, build
from casework.cli import cli
from casework.models import Identity
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.settings import Settings
from tests import desk
from tests.bureau import Bureau
from tests.conftest import SettableClock


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "cadangan"


@pytest.fixture
def bureau(app: App, clock: SettableClock) -> Bureau:
    bureau = Bureau(app, clock)
    bureau.receive()
    bureau.ask_to_complete()
    return bureau


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words])


def newest(target: Path) -> Path:
    return max(target.glob("casework-*"))


def test_a_copy_taken_while_others_write_holds_every_invariant(
    bureau: Bureau, target: Path, clock: SettableClock
) -> None:
    ended = threading.Event()
    written: list[int] = []

    def write() -> None:
        while not ended.is_set():
            written.append(desk.receive(bureau.app, f"sementara-{len(written)}").id)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(3):
            bureau.later(seconds=1)
            taken = run("backup", "--to", target)
            assert taken.exit_code == 0, taken.output
            assert "TIDAK ikut" in taken.output
    finally:
        ended.set()
        writer.join()
    assert written
    copies = sorted(target.glob("casework-*"))
    assert len(copies) == 3
    for copy in copies:
        tried = run("restore", "--verify", copy)
        assert tried.exit_code == 0, tried.output
        told = [line.split()[0] for line in tried.output.splitlines()[1:]]
        assert told == [*(f"I{number}" for number in range(1, 9)), "I10", "I11"]
        assert "TIDAK berlaku" not in tried.output


def test_a_copy_holds_no_key_and_can_be_checked_with_coreutils(
    bureau: Bureau, target: Path, settings: Settings
) -> None:
    assert run("backup", "--to", target).exit_code == 0
    key = settings.master_key.read_bytes()
    assert all(key not in file.read_bytes() for file in target.rglob("*") if file.is_file())
    copy = newest(target)
    sums = (copy / snapshot.SUMS).read_text().splitlines()
    assert len(sums) == len(snapshot.read(copy).files) > 3
    for line in sums:
        digest, path = line.split("  ")
        assert snapshot.digest(copy / path) == digest


def test_a_damaged_copy_is_refused_and_names_the_file(bureau: Bureau, target: Path) -> None:
    assert run("backup", "--to", target).exit_code == 0
    victim = next(file for file in (target / "files").rglob("*") if file.is_file())
    victim.chmod(0o640)
    victim.write_bytes(b"x" + victim.read_bytes()[1:])
    tried = run("restore", "--verify", newest(target))
    assert tried.exit_code != 0
    assert victim.name in str(tried.exception)


def test_a_copy_that_was_cut_off_is_no_copy(bureau: Bureau, target: Path) -> None:
    assert run("backup", "--to", target).exit_code == 0
    (newest(target) / snapshot.NAME).unlink()
    tried = run("restore", "--verify", newest(target))
    assert "bukan cadangan yang selesai" in str(tried.exception)


def test_nothing_is_put_over_what_is_there(bureau: Bureau, target: Path) -> None:
    assert run("backup", "--to", target).exit_code == 0
    tried = run("restore", newest(target))
    assert "hanya ke tempat kosong" in str(tried.exception)


@pytest.mark.sqlite
def test_a_log_left_beside_the_old_database_is_not_put_into_the_copy(
    bureau: Bureau,
    target: Path,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert run("backup", "--to", target).exit_code == 0
    place = tmp_path / "baru"
    place.mkdir()
    left = place / "casework.db-wal"
    left.write_bytes(b"x" * 4096)
    monkeypatch.setenv("CASEWORK_VAR", str(place))
    monkeypatch.setenv("CASEWORK_DATABASE_URL", "")
    monkeypatch.setenv("CASEWORK_KEY_FILE", str(settings.master_key))
    tried = run("restore", newest(target))
    assert f"{left} sudah ada" in str(tried.exception)
    assert not (place / "casework.db").exists()


def test_a_file_thrown_away_while_a_copy_is_taken_does_not_end_it(
    bureau: Bureau, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed = bureau.app.store.put(io.BytesIO(b"konsep"), sealed=True, limit=100)
    listed = snapshot._stored

    def and_gone(root: Path) -> Iterator[str]:
        names = list(listed(root))
        bureau.app.store.discard(sealed.path)
        yield from names

    monkeypatch.setattr(snapshot, "_stored", and_gone)
    taken = run("backup", "--to", target)
    assert taken.exit_code == 0, taken.output
    assert f"../files/{sealed.path}" not in snapshot.read(newest(target)).files
    assert run("restore", "--verify", newest(target)).exit_code == 0


def test_without_the_key_nothing_is_tried(
    bureau: Bureau, target: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("backup", "--to", target).exit_code == 0
    monkeypatch.setenv("CASEWORK_KEY_FILE", str(settings.var / "tidak-ada"))
    tried = run("restore", "--verify", newest(target))
    assert "Kunci induk" in str(tried.exception)


@pytest.fixture
def empty(settings: Settings, tmp_path: Path) -> Iterator[str]:
    """The address of a database without anything in it, of the kind this test runs on."""
    if settings.url.startswith("sqlite"):
        yield f"sqlite:///{tmp_path / 'baru' / 'casework.db'}"
        return
    url = make_url(settings.url)
    name = f"{url.database}_baru"
    server = create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with server.connect() as connection:
        connection.execute(text(f'create database "{name}" template template0'))
    yield url.set(database=name).render_as_string(hide_password=False)
    with server.connect() as connection:
        connection.execute(text(f'drop database "{name}" with (force)'))


def test_an_empty_installation_goes_on_where_the_copy_ended(
    bureau: Bureau,
    target: Path,
    settings: Settings,
    empty: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert run("backup", "--to", target).exit_code == 0
    monkeypatch.setenv("CASEWORK_VAR", str(tmp_path / "baru"))
    monkeypatch.setenv("CASEWORK_DATABASE_URL", empty)
    monkeypatch.setenv("CASEWORK_KEY_FILE", str(settings.master_key))
    put_back = run("restore", newest(target))
    assert put_back.exit_code == 0, put_back.output
    shutil.rmtree(target)
    again = build(Settings.from_env(), bureau.app.law)
    try:
        assert desk.receive(again, "sesudah-pulih").receipt_number == "07/LP/PG/Prov/07.00/IX/2024"
    finally:
        again.close()


@pytest.mark.parametrize("told", [True, False], ids=["told", "older"])
def test_another_master_key_writes_nothing(
    bureau: Bureau,
    target: Path,
    empty: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    told: bool,
) -> None:
    """Also where the copy is of a version that did not say with which key it was sealed."""
    assert run("backup", "--to", target).exit_code == 0
    if not told:
        file = newest(target) / "manifest.json"
        file.write_text(json.dumps({**json.loads(file.read_text()), "key": ""}))
    other, place = tmp_path / "lain.key", tmp_path / "baru"
    other.write_bytes(bytes(range(32)))
    monkeypatch.setenv("CASEWORK_VAR", str(place))
    monkeypatch.setenv("CASEWORK_DATABASE_URL", empty)
    monkeypatch.setenv("CASEWORK_KEY_FILE", str(other))
    tried = run("restore", newest(target))
    assert tried.exit_code != 0
    assert f"Kunci induk {other} bukan kunci yang menyegel cadangan ini" in str(tried.exception)
    assert not place.exists()
    assert tables(empty) == []
    monkeypatch.setenv("CASEWORK_KEY_FILE", str(bureau.app.settings.master_key))
    put_back = run("restore", newest(target))
    assert put_back.exit_code == 0, put_back.output


def tables(url: str) -> list[str]:
    if url.startswith("sqlite") and not Path(make_url(url).database or "").exists():
        return []
    engine = Database(url).engine
    try:
        return inspect(engine).get_table_names()
    finally:
        engine.dispose()


def test_another_master_key_is_named_as_the_one_fault(
    bureau: Bureau, target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("backup", "--to", target).exit_code == 0
    other = tmp_path / "lain.key"
    other.write_bytes(bytes(range(32)))
    monkeypatch.setenv("CASEWORK_KEY_FILE", str(other))
    tried = run("restore", "--verify", newest(target))
    assert tried.exit_code != 0
    assert f"Kunci induk {other} bukan kunci yang menyegel cadangan ini" in str(tried.exception)
    assert "TIDAK berlaku" not in tried.output


def test_one_damaged_identity_is_no_other_key(bureau: Bureau, target: Path) -> None:
    with bureau.app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        newest_one = select(Identity).order_by(Identity.id.desc()).limit(1)
        work.session.scalars(newest_one).one().sealed = b"rusak" * 30
    assert run("backup", "--to", target).exit_code == 0
    tried = run("restore", "--verify", newest(target))
    assert tried.exit_code == 1
    assert "I8 Identitas pelapor tersegel: TIDAK berlaku" in tried.output
