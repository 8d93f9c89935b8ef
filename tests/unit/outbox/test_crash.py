"""A sample of the matrix of kills; all of it is `make test-crash`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import DATABASE
from tests.crash.places import ELSEWHERE, places

ROOT = Path(__file__).parents[3]
SEEDS = {"sqlite": 2, "postgresql": 1}


@pytest.mark.usefixtures("database_url")
def test_kills_at_every_place_lose_and_double_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.crash", "--database", DATABASE, "--seeds",
         str(SEEDS[DATABASE])],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{SEEDS[DATABASE] * len(places())} kills" in done.stdout
    assert ": 0 faults" in done.stdout


def test_the_sample_has_sixty_kills() -> None:
    assert len(places()) * sum(SEEDS.values()) >= 60


def test_places_that_need_a_flow_server_are_killed_by_the_tests_of_the_flows() -> None:
    flows = "".join(file.read_text() for file in (ROOT / "tests" / "flows").glob("*.py"))
    for name in ELSEWHERE:
        assert f'"{name}"' in flows
