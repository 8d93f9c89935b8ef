"""A copy is taken from the server that the address names, however it names it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import make_url

from casework.adapters.backup import databases
from casework.adapters.backup.databases import _without_password


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
