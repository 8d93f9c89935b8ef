"""What the processes of one test run share: a folder, from the start of the run to its end."""

from __future__ import annotations

import atexit
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

VARIABLE = "CASEWORK_TEST_SHARED"


def folder() -> Path:
    """The folder of this run; the process that asks first makes it, and removes it at its end."""
    if VARIABLE not in os.environ:
        os.environ[VARIABLE] = made = tempfile.mkdtemp(prefix="shared-")
        atexit.register(shutil.rmtree, made, ignore_errors=True)
    return Path(os.environ[VARIABLE])


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """While it lasts no other process of the run is at work in a folder."""
    with (folder / "lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
