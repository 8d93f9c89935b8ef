"""The tests near a change, and the faults that measure what tests protect."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from scripts import changed
from scripts.mutation import mutants
from tests.house.source import ROOT

SMALL = """
def enough(have: int, need: int) -> bool:
    if have < 0:
        raise ValueError(have)
    return have >= need or have == 7
"""
WEAK = """
from casework.small import enough

def test_enough():
    assert enough(3, 2) and not enough(1, 2)
"""


@pytest.fixture(scope="module")
def sources() -> changed.Sources:
    return changed.Sources()


@pytest.mark.parametrize(
    ("path", "test"),
    [
        ("casework/engine/counting.py", "tests/unit/engine/test_calendar.py"),
        ("casework/services/documents/data/closing.py", "tests/features/test_dokumen.py"),
        ("webui/documents/verification_views.py", "tests/web/test_verification.py"),
        ("tests/features/paraf.feature", "tests/features/test_paraf.py"),
        ("rules/calendars/2024.yaml", "tests/unit/engine"),
        ("webui/translations/en/LC_MESSAGES/messages.po", "tests/web/test_translations.py"),
        ("tests/web/test_lists.py", "tests/web/test_lists.py"),
    ],
)
def test_what_is_near_is_chosen_with_its_reason(
    sources: changed.Sources, path: str, test: str
) -> None:
    chosen = changed.choose([path], sources)
    assert chosen.tests.get(test), chosen.tests
    assert len(chosen.tests) <= changed.MOST + 1


def test_what_everything_stands_on_does_not_choose_everything(sources: changed.Sources) -> None:
    assert list(changed.choose(["casework/bootstrap.py"], sources).tests) == [*changed.ALWAYS]
    chosen = changed.choose(["casework/services/core/work.py"], sources)
    assert len(chosen.tests) <= changed.MOST
    assert chosen.left


def test_a_test_that_takes_minutes_is_left_to_the_gate(sources: changed.Sources) -> None:
    chosen = changed.choose(["tests/fuzz/walking.py"], sources)
    assert "tests/browser/test_every_page.py" in chosen.left
    assert "tests/fuzz/test_hostile_posts.py" in chosen.tests


def test_the_sample_of_faults_is_the_same_each_time() -> None:
    first, second = mutants(SMALL, 5, seed=1), mutants(SMALL, 5, seed=1)
    assert first == second
    assert len({one.source for one in first}) == 5
    moved = mutants(f"LATER = 'more'\n\n{SMALL}", 5, seed=1)
    assert [one.what for one in moved] == [one.what for one in first]


@pytest.mark.thorough
def test_a_fault_that_no_test_notices_is_told(tmp_path: Path) -> None:
    for name, text in (("casework/small.py", SMALL), ("tests/test_small.py", WEAK)):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text)
    done = subprocess.run(
        [sys.executable, "-m", "scripts.mutation", "casework/small.py", "--root", str(tmp_path),
         "--count", "50", "--tests", "tests/test_small.py"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    unnoticed = [line.partition(": ")[2] for line in done.stdout.splitlines()[1:]]
    assert "have == 7 → have != 7" not in unnoticed  # enough(1, 2) is true with it
    assert any(line.startswith("if have < 0") for line in unnoticed), done.stdout
    assert "have < 0 → have <= 0" in unnoticed
