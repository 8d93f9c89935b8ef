"""One consistent copy of the database while others write, and the way back."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile

from sqlalchemy import make_url

from casework.errors import IntegrityFault, SettingsError

SQLITE, POSTGRES = "database.sqlite3", "database.dump"
_KEY_PASSWORD, _SERVICE = "sslpassword", "casework"


def copy(url: str, folder: Path) -> Path:
    """Copy the database at `url` into `folder`; gives the file. Raises SettingsError."""
    if url.startswith("sqlite"):
        return _copy_sqlite(Path(make_url(url).database or ""), folder / SQLITE)
    target = folder / POSTGRES
    _program("pg_dump", url, "--format=custom", "--no-owner", f"--file={target}")
    return target


def bring_back(folder: Path, url: str) -> None:
    """Fill the empty database at `url` from the copy in `folder`.

    Raises SettingsError when the copy is of another kind of database, IntegrityFault when it is
    damaged.
    """
    if url.startswith("sqlite"):
        source = folder / SQLITE
        _present(source)
        shutil.copyfile(source, Path(make_url(url).database or ""))
        _sound(Path(make_url(url).database or ""))
        return
    source = folder / POSTGRES
    _present(source)
    _program(
        "pg_restore", url, "--no-owner", "--exit-on-error", "--single-transaction", str(source)
    )


def _copy_sqlite(source: Path, target: Path) -> Path:
    """In one step: a copy in pieces starts again at each write of others and may never end."""
    with sqlite3.connect(source) as busy, sqlite3.connect(target) as still:
        busy.backup(still, pages=-1)
        still.execute("PRAGMA journal_mode=DELETE")
    busy.close()
    still.close()
    _sound(target)
    return target


def _sound(file: Path) -> None:
    connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    try:
        answers = connection.execute("PRAGMA integrity_check").fetchall()
        orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError as fault:
        raise IntegrityFault(f"Salinan basis data rusak: {fault}") from fault
    finally:
        connection.close()
    if answers != [("ok",)] or orphans:
        raise IntegrityFault(f"Salinan basis data rusak: {answers[:1] or orphans[:1]}")


def _present(file: Path) -> None:
    if not file.is_file():
        raise SettingsError(
            f"{file.name} tidak ada dalam cadangan ini. Cadangan SQLite dikembalikan ke SQLite, "
            "cadangan PostgreSQL ke PostgreSQL; sesuaikan CASEWORK_DATABASE_URL."
        )


def _program(name: str, url: str, *arguments: str) -> None:
    """Run a program of PostgreSQL on the database at `url`.

    Everything the address says counts, also a socket's folder or how to check the server; only
    what is secret goes another way, out of `ps`: the password by the environment, that of a
    client's key by a service file, which is the one other way there is (PostgreSQL 34.17).
    """
    found = shutil.which(name)
    if found is None:
        raise SettingsError(f"Program {name} tidak ada. Pasang paket postgresql-client.")
    address, password = _without_password(url)
    with _key_apart(address) as (address, told):
        ended = subprocess.run(
            [found, "--dbname", address, *arguments],
            env={**os.environ, **told, **({"PGPASSWORD": password} if password else {})},
            capture_output=True,
            text=True,
            check=False,
        )
    if ended.returncode:
        last = (ended.stderr.strip().splitlines() or ["tanpa keterangan"])[-1]
        raise SettingsError(f"{name} gagal: {last}")


@contextmanager
def _key_apart(address: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The address without the password of a client's key, and the environment that tells it.

    An address that names a service of its own keeps it: there can be but one.
    """
    parts = make_url(address)
    secret = parts.query.get(_KEY_PASSWORD, "")
    if not isinstance(secret, str) or not secret or "service" in parts.query:
        yield address, {}
        return
    with NamedTemporaryFile("w", prefix="casework-", encoding="utf-8") as file:
        file.write(f"[{_SERVICE}]\n{_KEY_PASSWORD}={secret}\n")
        file.flush()
        plain = parts.difference_update_query([_KEY_PASSWORD])
        plain = plain.update_query_dict({"service": _SERVICE})
        yield plain.render_as_string(hide_password=False), {"PGSERVICEFILE": file.name}


def _without_password(url: str) -> tuple[str, str]:
    """The address as libpq reads it (PostgreSQL 34.1.1.2), and the password taken out of it.

    >>> _without_password("postgresql+psycopg://me:pw@/perkara?host=/run/pg&sslmode=require")
    ('postgresql://me@/perkara?host=%2Frun%2Fpg&sslmode=require', 'pw')
    """
    parts = make_url(url)
    given = parts.query.get("password", "")
    password = parts.password or (given if isinstance(given, str) else given[-1])
    plain = parts.difference_update_query(["password"]).set(drivername="postgresql")
    # Not `set`: a password that is None means there to leave it as it is.
    bare = plain._replace(password=None)
    return bare.render_as_string(hide_password=False), password
