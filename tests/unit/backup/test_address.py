"""A copy is taken from the server that the address names, however it names it."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

import pytest
from sqlalchemy import make_url

from casework.adapters.backup import databases
from casework.adapters.backup.databases import _key_apart, _without_password


def test_a_server_named_in_the_query_of_an_address_is_the_one_that_is_copied(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = make_url(database_url)
    address = database_url
    if parts.get_backend_name() == "postgresql":
        server = {"host": parts.host or parts.query["host"], "port": str(parts.port or 5432)}
        told = parts.set(query=server).set(drivername="postgresql")._replace(host=None, port=None)
        address = told.render_as_string(hide_password=False)
    monkeypatch.setenv("PGHOST", str(tmp_path))
    monkeypatch.setenv("PGPORT", "1")
    assert databases.copy(address, tmp_path).stat().st_size > 0


@pytest.mark.postgres
def test_the_password_of_a_client_key_is_not_among_the_words_of_the_program(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = shutil.which("pg_dump")
    seen = tmp_path / "seen"
    program = tmp_path / "bin" / "pg_dump"
    program.parent.mkdir()
    program.write_text(
        f'#!/bin/sh\nprintf "%s\\n" "$@" > {seen}\ncat "$PGSERVICEFILE" > {seen}.service\n'
        f'exec {real} "$@"\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    told = make_url(database_url).update_query_dict({"sslpassword": "rahasia kunci"})
    copied = databases.copy(told.render_as_string(hide_password=False), tmp_path)
    assert copied.stat().st_size > 0
    assert "rahasia" not in seen.read_text()
    assert (tmp_path / "seen.service").read_text() == "[casework]\nsslpassword=rahasia kunci\n"


def test_the_service_file_of_a_key_is_for_its_owner_and_gone_afterwards() -> None:
    address = "postgresql://a@db/x?sslpassword=rahasia&sslmode=verify-full"
    with _key_apart(address) as (shown, told):
        assert shown == "postgresql://a@db/x?service=casework&sslmode=verify-full"
        file = Path(told["PGSERVICEFILE"])
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert not file.exists()


@pytest.mark.parametrize(
    ("address", "shown", "password"),
    [
        ("postgresql://a:b%40c@db:5433/x", "postgresql://a@db:5433/x", "b@c"),
        ("postgresql+psycopg://a@/x?host=/run/pg", "postgresql://a@/x?host=%2Frun%2Fpg", ""),
        (
            "postgresql://a@db/x?password=geheim&sslmode=verify-full",
            "postgresql://a@db/x?sslmode=verify-full",
            "geheim",
        ),
    ],
)
def test_only_the_password_is_taken_out_of_an_address(
    address: str, shown: str, password: str
) -> None:
    assert _without_password(address) == (shown, password)
