"""Plays a random office many times (`CASEWORK_TEST_EXAMPLES`, 4 unless told)."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.bureau import Bureau
from tests.stateful.office import Office

EXAMPLES = int(os.environ.get("CASEWORK_TEST_EXAMPLES", "4"))
STEPS = 30


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
