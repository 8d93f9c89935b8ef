"""A sample of the matrix of kills; all of it is `make test-crash`."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.conftest import DATABASE
from tests.crash.places import ELSEWHERE, places
from tests.sample import sampled

ROOT = Path(__file__).parents[3]
SEEDS = {"sqlite": 20240919, "postgresql": 20240920}
# In the gate SQLite is killed everywhere, PostgreSQL at every fourth place.
PLACES = places()[::4] if sampled() and DATABASE == "postgresql" else places()


def killing(*words: str, folder: str | None = None) -> subprocess.CompletedProcess[str]:
    """A run of the kills; in the temporary folder of the tests unless another one is named."""
    environment = os.environ | ({"TMPDIR": folder} if folder else {})
    return subprocess.run(
        [sys.executable, "-m", "tests.crash", "--database", DATABASE, *words],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.sqlite
def test_what_was_committed_is_on_the_disk_itself() -> None:
    """The other tests may work in memory, where to write a file through is to do nothing."""
    disk = os.environ.get("CASEWORK_TEST_DISK") or tempfile.gettempdir()
    done = killing("--seeds", "1", "--place", "act.after-commit", folder=disk)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 kills" in done.stdout


@pytest.mark.usefixtures("database_url")
@pytest.mark.timeout(1500)  # the hang guard of thirty kills, each followed by a restart
def test_kills_at_every_place_lose_and_double_nothing() -> None:
    chosen = [word for place in PLACES for word in ("--place", place)]
    done = killing("--seed", str(SEEDS[DATABASE]), "--seeds", "1", *chosen)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{len(PLACES)} kills" in done.stdout
    assert ": 0 faults" in done.stdout


def test_the_sample_has_forty_kills() -> None:
    assert len(places()) + len(places()[::4]) >= 40


def test_places_that_need_a_flow_server_are_killed_by_the_tests_of_the_flows() -> None:
    flows = "".join(file.read_text() for file in (ROOT / "tests" / "flows").glob("*.py"))
    for name in ELSEWHERE:
        assert f'"{name}"' in flows
