"""Every effect can be killed before and after its commit; nothing else can be."""

from __future__ import annotations

import ast
import inspect
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable

import pytest

from casework.services.deadlines import expiry
from casework.services.upkeep.effects import EFFECTS

ALL: dict[str, Callable[..., None]] = {**EFFECTS, "expiry": expiry.expire}


def passes(node: ast.AST) -> list[str]:
    """Names of the failpoints within a piece of code."""
    return [
        str(call.args[0].value)
        for call in ast.walk(node)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "failpoint"
        and isinstance(call.args[0], ast.Constant)
    ]


def last_transaction(body: list[ast.stmt]) -> int:
    """Where in a function the transaction that keeps the effect stands."""
    return max(
        index
        for index, statement in enumerate(body)
        if isinstance(statement, ast.With) and "unit_of_work" in ast.unparse(statement.items[0])
    )


@pytest.mark.parametrize("kind", ALL)
def test_an_effect_has_a_failpoint_before_and_after_its_commit(kind: str) -> None:
    (function,) = ast.parse(textwrap.dedent(inspect.getsource(ALL[kind]))).body
    assert isinstance(function, ast.FunctionDef)
    commit = last_transaction(function.body)
    assert passes(function.body[commit]), "none inside the transaction"
    after = [name for statement in function.body[commit + 1 :] for name in passes(statement)]
    assert after, "none after the commit"


def test_no_two_effects_share_a_failpoint() -> None:
    names = [name for effect in ALL.values()
             for name in passes(ast.parse(textwrap.dedent(inspect.getsource(effect))))]  # fmt: skip
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("value", "left"), [("", 3), ("other", 3), ("here", 0), ("here:2", 1), ("here:9", 3)]
)
def test_only_the_named_place_ends_the_process_at_its_turn(value: str, left: int) -> None:
    code = (
        "from casework.failpoint import failpoint\n"
        "for turn in range(3): failpoint('here'); print(turn, flush=True)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "CASEWORK_FAILPOINT": value},
        capture_output=True,
        check=False,
    )
    assert done.stdout.count(b"\n") == left
    assert done.returncode == (0 if left == 3 else -signal.SIGKILL)
