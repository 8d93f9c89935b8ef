"""The PostgreSQL server of the tests: one that is named, one of our own, or one that answers.

One of our own comes first, because it need not survive a power cut: each commit, and each emptied
table, of a server that syncs costs several times as much.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psycopg

VARIABLE = "CASEWORK_TEST_POSTGRES_URL"
LOCAL = "postgresql://postgres@127.0.0.1:5432/postgres"
OWNER = "postgres"
_SHORT = 50


class Unavailable(Exception):
    """There is no server and none can be started; the text says why."""


@contextmanager
def server() -> Iterator[str]:
    """The address of a server where databases may be made; our own ends with the block."""
    if named := os.environ.get(VARIABLE):
        if fault := _fault(named):
            raise Unavailable(f"{VARIABLE} is set, but: {fault}")
        yield named
    else:
        with ExitStack() as stack:
            try:
                address = stack.enter_context(_own())
            except Unavailable:
                if _fault(LOCAL):
                    raise
                address = LOCAL
            yield address


def _fault(address: str) -> str:
    """Why no database can be made there; empty when it can."""
    plain = address.replace("postgresql+psycopg://", "postgresql://", 1)
    try:
        with psycopg.connect(plain, connect_timeout=5) as connection:
            row = connection.execute(
                "select rolcreatedb or rolsuper from pg_roles where rolname = current_user"
            ).fetchone()
    except psycopg.Error as fault:
        return str(fault).strip()
    return "" if row and row[0] else "this user may not create databases"


@contextmanager
def _own() -> Iterator[str]:
    programs = _programs()
    # A short path: the address of a Unix socket has about a hundred characters at most.
    usual = tempfile.gettempdir()
    with tempfile.TemporaryDirectory(
        prefix="cwpg", dir=usual if len(usual) < _SHORT else "/tmp"
    ) as name:
        folder = Path(name)
        # Whoever a test runs as must reach the socket.
        folder.chmod(0o755)
        if os.geteuid() == 0:
            shutil.chown(folder, OWNER)
        data = folder / "data"
        _as_owner(
            [programs / "initdb", "-D", data, "-U", OWNER, "-A", "trust", "-E", "UTF8", "--no-sync"]
        )
        # A killed server loses nothing by this, only a killed machine would; nobody follows it,
        # and no database lives long enough to need care.
        quick = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c autovacuum=off"
        quick += " -c wal_level=minimal -c max_wal_senders=0 -c max_wal_size=4GB"
        options = f"-c listen_addresses= -c unix_socket_directories={folder} {quick}"
        control: list[str | Path] = [programs / "pg_ctl", "-D", data, "-w"]
        _as_owner([*control, "-l", folder / "log", "-o", options, "start"])
        try:
            yield f"postgresql://{OWNER}@/postgres?host={folder}"
        finally:
            _as_owner([*control, "-m", "immediate", "stop"])


def _programs() -> Path:
    packaged = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3])
    )
    found = shutil.which("initdb") or (str(packaged[-1]) if packaged else "")
    if not found:
        raise Unavailable(
            "no PostgreSQL answers on 127.0.0.1:5432 and none is installed "
            f"(apt-get install postgresql, or set {VARIABLE})"
        )
    return Path(found).parent


def _as_owner(command: list[str | Path]) -> None:
    """Run it; as root, under PostgreSQL's own user, because the server refuses root."""
    words = [str(word) for word in command]
    if os.geteuid() == 0:
        words = ["runuser", "-u", OWNER, "--", *words]
    done = subprocess.run(words, capture_output=True, text=True, cwd="/tmp", check=False)
    if done.returncode:
        raise Unavailable(f"{words[-1]}: {done.stderr.strip() or done.stdout.strip()}")
