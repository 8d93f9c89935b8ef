"""The product needs no network: a case is carried to its end in a name space without routes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HOOK = ROOT / "tests" / "offline" / "hook"
APART = ("unshare", "--map-root-user", "--net")


@pytest.fixture
def apart() -> tuple[str, ...]:
    """How a command is run without a network; skipped where the machine forbids it."""
    tried = subprocess.run([*APART, "true"], capture_output=True, text=True, check=False)
    if tried.returncode:
        pytest.skip(f"no network name space on this machine: {tried.stderr.strip()}")
    return APART


@pytest.mark.timeout(1500)  # a guard against hanging
def test_a_case_goes_its_way_without_a_network_and_nobody_tries_to_leave(
    apart: tuple[str, ...], tmp_path: Path
) -> None:
    done = subprocess.run(
        [*apart, sys.executable, "-m", "tests.offline.played", str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    seen = json.loads(done.stdout.splitlines()[-1])
    assert seen["connects"] == []
    assert seen["papers"] > 3
    assert seen["mails"] > 0
    assert seen["faults"] == []
    watched = "\n".join(seen["watched"])
    for process in ("flows.server", "flows.worker", "gunicorn"):
        assert process in watched


@pytest.mark.parametrize(
    ("attempt", "seen"),
    [
        ("s.connect(('192.0.2.1', 9))", "socket.connect 192.0.2.1"),
        ("s.connect(('127.0.0.1', 9))", ""),
        ("socket.getaddrinfo('nowhere.invalid', 80)", "socket.getaddrinfo nowhere.invalid"),
        ("socket.getaddrinfo('localhost', 80)", ""),
        ("asyncio.run(asyncio.open_connection('192.0.2.7', 9))", "socket.connect 192.0.2.7"),
    ],
)
def test_an_attempt_to_leave_is_seen(
    apart: tuple[str, ...], tmp_path: Path, attempt: str, seen: str
) -> None:
    file = tmp_path / "connects"
    code = (
        f"import asyncio, socket\ns = socket.socket()\ntry:\n    {attempt}\nexcept OSError: pass\n"
    )
    subprocess.run(
        [*apart, sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(HOOK), "CASEWORK_TEST_CONNECTS": str(file)},
        check=True,
    )
    told = file.read_text() if file.exists() else ""
    assert told.startswith(seen) if seen else told == ""
