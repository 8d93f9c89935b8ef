"""The folder that a run of the tests works in: in memory where there is room, gone afterwards."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEMORY = Path("/dev/shm")
ROOM = 4 << 30
"""Bytes that must be free in memory; a whole run takes less than half of it."""
DISK = "CASEWORK_TEST_DISK"
"""Names a folder on a real disk, for the tests that are about one."""


@contextmanager
def folder() -> Iterator[Path]:
    """The folder for temporary files of this process and its children while the block runs."""
    usual = tempfile.gettempdir()
    os.environ.setdefault(DISK, usual)
    with tempfile.TemporaryDirectory(prefix="cwt", dir=_memory() or usual) as name:
        # A server of PostgreSQL runs as its own user and must reach its data.
        Path(name).chmod(0o755)
        os.environ["TMPDIR"] = tempfile.tempdir = name
        try:
            yield Path(name)
        finally:
            os.environ["TMPDIR"] = tempfile.tempdir = usual


def _memory() -> str | None:
    try:
        return str(MEMORY) if shutil.disk_usage(MEMORY).free > ROOM else None
    except OSError:
        return None
