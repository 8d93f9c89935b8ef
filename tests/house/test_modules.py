"""Small modules, one noun each, and none that is called a drawer."""

from __future__ import annotations

import ast
from statistics import median

import pytest

from tests.house.source import PACKAGES, Module, modules

HARD_LIMIT = 300
MEDIAN_LIMIT = 90
DRAWERS = {"utils", "util", "helpers", "helper", "misc", "common", "tools", "lib"}
SCHEMA_STEPS = "casework/migrations/versions/"  # written once, then only read by Alembic
PRODUCT = tuple(module for module in modules(*PACKAGES) if not module.name.startswith(SCHEMA_STEPS))


def test_no_module_is_longer_than_the_limit() -> None:
    everything = (*PRODUCT, *modules("scripts", "bench", "tests"))
    long = {module.name: module.lines for module in everything if module.lines > HARD_LIMIT}
    assert not long


def test_the_median_module_is_about_seventy_lines() -> None:
    sizes = [module.lines for module in PRODUCT if module.path.name != "__init__.py"]
    assert median(sizes) <= MEDIAN_LIMIT


def test_no_module_is_a_drawer() -> None:
    assert not [module.name for module in PRODUCT if module.path.stem in DRAWERS]


@pytest.mark.parametrize("module", PRODUCT, ids=lambda module: module.name)
def test_public_names_say_what_they_are(module: Module) -> None:
    silent = [
        f"{module.name}:{node.lineno} {node.name}"
        for node in module.tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not (ast.get_docstring(node) or "").strip()
    ]
    assert ast.get_docstring(module.tree), f"{module.name} does not say what it is for"
    assert not silent


def broad_handlers(tree: ast.AST) -> list[int]:
    """Lines of handlers that catch everything and do not raise it again."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"})
        and not any(isinstance(inner, ast.Raise) for inner in ast.walk(node))
    ]


def test_nothing_swallows_every_exception() -> None:
    found = [f"{module.name}:{line}" for module in PRODUCT for line in broad_handlers(module.tree)]
    assert not found


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("try:\n    x()\nexcept Exception:\n    pass\n", [3]),
        ("try:\n    x()\nexcept:\n    pass\n", [3]),
        ("try:\n    x()\nexcept Exception:\n    y()\n    raise\n", []),
        ("try:\n    x()\nexcept ValueError:\n    pass\n", []),
    ],
)
def test_the_search_for_broad_handlers_finds_them(text: str, lines: list[int]) -> None:
    assert broad_handlers(ast.parse(text)) == lines
