"""Plays two offices with one case many times (`CASEWORK_TEST_EXAMPLES`, 4 unless told)."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.bureau import Bureau
from tests.stateful.two_offices import TwoOffices

EXAMPLES = int(os.environ.get("CASEWORK_TEST_EXAMPLES", "4"))
STEPS = 20


@pytest.mark.timeout(1200)
def test_a_case_between_two_offices_has_one_holder(
    make: Callable[[], Bureau], database_url: str
) -> None:
    done: Counter[str] = Counter()
    machine = type("These", (TwoOffices,), {"make": staticmethod(make), "done": done})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            deadline=None,
            derandomize=True,
            phases=[Phase.explicit, Phase.generate],
            print_blob=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert done["receive"], done
