"""Every effect can be killed by a test before and after its commit, and every row has an effect."""

from __future__ import annotations

import ast
import inspect
from collections import Counter
from collections.abc import Iterator

import pytest

from casework.engine.law import Law
from casework.services.core.batches import SWEPT
from casework.services.upkeep.effects import EFFECTS
from tests.house.source import PACKAGES, calls, modules


def failpoints(tree: ast.AST) -> Iterator[str]:
    """Names of the failpoints in a piece of code."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("failpoint"):
            name = node.args[0]
            yield str(name.value) if isinstance(name, ast.Constant) else ast.unparse(name)


def reachable(function: object) -> Iterator[ast.AST]:
    """The function and what it calls in its own module."""
    module = inspect.getmodule(function)
    assert module is not None
    waiting, seen = [getattr(function, "__name__", "")], set[str]()
    functions = {
        node.name: node
        for node in ast.parse(inspect.getsource(module)).body
        if isinstance(node, ast.FunctionDef)
    }
    while waiting:
        name = waiting.pop()
        if name in functions and name not in seen:
            seen.add(name)
            yield functions[name]
            waiting += [called for called, _ in calls(functions[name])]


@pytest.mark.parametrize("kind", sorted(EFFECTS))
def test_an_effect_can_be_killed_on_both_sides_of_its_commit(kind: str) -> None:
    names = [name for tree in reachable(EFFECTS[kind]) for name in failpoints(tree)]
    assert any("before-commit" in name for name in names), f"{kind}: {names}"
    assert any("after-commit" in name for name in names), f"{kind}: {names}"


def test_a_failpoint_has_one_place() -> None:
    named = Counter(name for module in modules(*PACKAGES) for name in failpoints(module.tree))
    assert named
    assert not [name for name, count in named.items() if count > 1]


def test_every_kind_that_is_put_into_the_outbox_has_an_effect() -> None:
    put = {
        word.value.value
        for module in modules("casework")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "outbox.put"
        for word in node.keywords
        if word.arg == "kind" and isinstance(word.value, ast.Constant)
    }
    assert put
    assert put <= set(EFFECTS)


def test_every_flow_that_work_is_put_into_is_a_flow(law: Law) -> None:
    flows = {
        str(word.value)
        for module in modules("flows")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("flow", "_stage")
        for word in (*node.args[:1], *(one.value for one in node.keywords if one.arg == "name"))
        if isinstance(word, ast.Constant)
    }
    named = {
        str(word.value.value)
        for module in modules("casework")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        for word in node.keywords
        if word.arg == "flow" and isinstance(word.value, ast.Constant)
    }
    drawn = {form.flow for one in law.editions.values() for form in one.forms.values()}
    assert named | drawn | {SWEPT} <= flows
