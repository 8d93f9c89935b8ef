"""What the gate says of a run: a red one names the test, why, and the command to run it alone."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from scripts import scratch
from scripts import test as gate
from scripts.tally import Failure, Tally, read

RED = """
import pytest

def test_green(): pass

@pytest.mark.parametrize("what", ["an axle"])
def test_red(what):
    found = len(what)
    assert found == 4, "not four"

@pytest.fixture
def broken(): raise LookupError("no such wheel")

def test_error(broken): pass

def test_left_out(): pytest.skip("no road")
"""


@pytest.fixture
def tally(tmp_path: Path) -> Tally:
    """A real run of pytest over four tests, two of them red."""
    (tmp_path / "tests" / "web").mkdir(parents=True)
    (tmp_path / "tests" / "web" / "test_cart.py").write_text(RED)
    report = tmp_path / "report.xml"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junitxml={report}"],
        cwd=tmp_path, capture_output=True, check=False,
    )  # fmt: skip
    return read(report, "core", done.returncode, wall=61.5, cpu=33.2)


def test_a_red_run_ends_with_what_failed_why_and_how_to_run_it_alone(
    tally: Tally, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    many = tuple(Failure(f"flows: test_{n}", "why", "how") for n in range(9))
    outcome = gate.Outcome(tallies=(tally, Tally("flows", 0, many, ())))
    assert gate.close([outcome], []) == 1
    last = capsys.readouterr().out.splitlines()[-20:]
    red, error = "tests/web/test_cart.py::test_red[an axle]", "tests/web/test_cart.py::test_error"
    place = last.index(f"  FAILED   core: {red}")
    assert last[place + 1].strip() == "tests/web/test_cart.py:9: AssertionError: not four"
    assert last[place + 2].strip() == f"alone: .venv/bin/python -m scripts.test core -- '{red}'"
    assert f"  FAILED   core: {error}" in last
    assert any("LookupError: no such wheel" in line for line in last)
    assert last[-1] == "1 passed, 11 failed"


def test_a_run_says_the_time_of_each_group_and_what_could_not_run(
    tally: Tally, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    green = Tally("core", 3, (), ("core: tests/web/test_cart.py::test_left_out: no road",), 61, 33)
    assert gate.close([gate.Outcome(tallies=(green,))], []) == 1
    said = capsys.readouterr().out
    assert "61 s, CPU 33 s" in said
    assert "NOT RUN  core: tests/web/test_cart.py::test_left_out: no road" in said
    assert tally.skipped == green.skipped
    assert (tally.wall, tally.cpu) == (61.5, 33.2)


def test_the_command_for_one_test_gives_it_the_surroundings_of_its_group(tmp_path: Path) -> None:
    group = next(one for one in gate.GROUPS if one.name == "postgresql")
    words = gate.pytest(group, tmp_path / "report.xml", ["tests/web/test_cart.py::test_red"])
    assert words[-1] == "tests/web/test_cart.py::test_red"
    assert "-n" not in words


def test_every_folder_of_tests_belongs_to_a_group_and_every_group_to_one_lane() -> None:
    named = {name for group in gate.GROUPS for name in group.folders}
    assert {
        file.relative_to(gate.ROOT / "tests").parts[0]
        for file in (gate.ROOT / "tests").rglob("test_*.py")
    } <= named
    lanes = [name for lane in gate.LANES for name in lane]
    assert sorted(lanes) == sorted(["linters", *(group.name for group in gate.GROUPS)])


def test_a_run_works_in_a_folder_of_its_own_that_is_gone_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scratch, "ROOM", 1 << 60)  # a machine without memory to spare
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.delenv(scratch.DISK, raising=False)
    with scratch.folder() as folder:
        assert folder.parent == tmp_path
        assert tempfile.gettempdir() == os.environ["TMPDIR"] == str(folder)
        assert os.environ[scratch.DISK] == str(tmp_path)
    assert not folder.exists()
    assert tempfile.gettempdir() == os.environ["TMPDIR"] == str(tmp_path)
