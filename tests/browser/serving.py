"""gunicorn in a process that was forked with the product's modules loaded."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from runpy import run_module


def serve(environment: Mapping[str, str], address: str, log: Path) -> None:
    """Serve the pages there until the process is told to end; both outputs go into the log."""
    os.environ.clear()
    os.environ.update(environment)
    with log.open("wb") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    sys.argv = ["gunicorn", "webui.app:create_app()", "--bind", address, "--threads", "4",
                "--no-control-socket"]  # fmt: skip
    run_module("gunicorn", run_name="__main__")
