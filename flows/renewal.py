"""Starts the server anew when its database file was removed under it."""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path

LOOK_SECONDS = 2.0


def watch(file: Path) -> None:
    """Look after a database file from another thread; the process keeps its number.

    A server whose file is gone answers every request with an error, for ever. Nothing of ours is
    in it: relay and reconciler put pool, deployments and runs into the new one.
    """
    threading.Thread(target=_look, args=(file,), name="renewal", daemon=True).start()


def _look(file: Path) -> None:
    first = _number(file)
    while first == 0 or _number(file) == first:
        time.sleep(LOOK_SECONDS)
        first = first or _number(file)
    if not file.exists():
        # What is left of the write-ahead log belongs to the removed file.
        for rest in ("-wal", "-shm"):
            file.with_name(file.name + rest).unlink(missing_ok=True)
    sys.stderr.write("flow server: its database was removed, starting with a new one\n")
    os.execv(sys.executable, [sys.executable, "-m", "flows.server"])  # noqa: S606 - our own words, no shell


def _number(file: Path) -> int:
    try:
        return file.stat().st_ino
    except FileNotFoundError:
        return 0
