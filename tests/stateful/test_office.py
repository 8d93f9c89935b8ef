"""Plays a random office many times (`CASEWORK_TEST_EXAMPLES`, 4 unless told)."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from casework.bootstrap import build
from casework.settings import Settings
from tests.bureau import Bureau
from tests.conftest import SettableClock
from tests.databases import Template
from tests.stateful.office import Office

EXAMPLES = int(os.environ.get("CASEWORK_TEST_EXAMPLES", "4"))
STEPS = 30


@pytest.fixture
def make(database_template: Template, tmp_path: Path) -> Iterator[Callable[[], Bureau]]:
    """Makes an office with a database, a folder and a clock of its own."""
    numbers = count()
    with ExitStack() as databases:

        def one() -> Bureau:
            folder = tmp_path / str(next(numbers))
            folder.mkdir()
            clock = SettableClock(folder / "clock")
            clock.set("2024-09-19T09:00:00+07:00")
            url = databases.enter_context(database_template.copy(folder))
            app = build(
                Settings(mode="test", var=folder, database_url=url, clock=clock.spec, smtp_host="")
            )
            return Bureau(app, clock)

        yield one


@pytest.mark.timeout(1200)
def test_a_random_office_keeps_the_laws_of_the_house(
    make: Callable[[], Bureau], database_url: str
) -> None:
    followed: Counter[str] = Counter()
    machine = type("ThisOffice", (Office,), {"make": staticmethod(make), "followed": followed})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            deadline=None,
            derandomize=True,
            # A shrunk story would be shorter, but each step of shrinking plays a whole office.
            phases=[Phase.explicit, Phase.generate],
            print_blob=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert all(followed[kind] for kind in ("stage", "role", "need")), followed
