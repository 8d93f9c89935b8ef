"""The second `make run` until a page answers, beside the start of the Prefect server alone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from bench.table import ROOT, Row, Table
from tests.flows.waiting import free_port

ROUNDS = 3
PATIENCE = 300.0


def seconds_until(
    command: Sequence[str], environment: Mapping[str, str], address: str, log: Path
) -> float:
    """Start it, wait for an answer, end it and all it started."""
    began = time.perf_counter()
    with log.open("ab") as file:
        started = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **environment}, stdout=file, stderr=file,
            start_new_session=True,
        )  # fmt: skip
    try:
        while time.perf_counter() - began < PATIENCE:
            if started.poll() is not None:
                raise SystemExit(f"bench: it ended\n{log.read_text()[-2000:]}")
            with suppress(httpx.HTTPError):
                if httpx.get(address, timeout=5).status_code == httpx.codes.OK:
                    return time.perf_counter() - began
            time.sleep(0.02)
        raise SystemExit(f"bench: no answer of {address}")
    finally:
        started.send_signal(signal.SIGTERM)
        started.wait(60)


def measure(seed: int) -> Table:
    """Time both on one data folder that has been used before, by turns."""
    with TemporaryDirectory(prefix="casework-bench-") as name:
        web, prefect = free_port(), free_port()
        environment = {
            "CASEWORK_MODE": "training",
            "CASEWORK_VAR": name,
            "CASEWORK_WEB_PORT": str(web),
            "CASEWORK_PREFECT_PORT": str(prefect),
            "CASEWORK_METRICS_PORT": str(free_port()),
        }
        log = Path(name) / "log"
        page = f"http://127.0.0.1:{web}/masuk"
        health = f"http://127.0.0.1:{prefect}/api/health"

        def all_of_it() -> float:
            return seconds_until([sys.executable, "scripts/run.py"], environment, page, log)

        def server() -> float:
            return seconds_until([sys.executable, "-m", "flows.server"], environment, health, log)

        first = all_of_it()
        pairs = [(all_of_it(), server()) for _ in range(ROUNDS)]
    ours, theirs = (sorted(times)[ROUNDS // 2] for times in zip(*pairs, strict=True))
    return Table(
        name="start",
        work=f"the second start until a page answers, median of {ROUNDS}",
        rows=(
            Row("ours: migrations, training data, all processes", ours * 1e6),
            Row("the Prefect server alone", theirs * 1e6),
        ),
        ratios={"the Prefect server alone": theirs / ours},
        notes=(f"the very first start, with two cases played, took {first:.1f} s",),
        seed=seed,
    )
