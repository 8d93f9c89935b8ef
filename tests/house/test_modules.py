"""Whole modules, one noun each, no circles among them, and none that is called a drawer."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

import pytest

from tests.house.source import PACKAGES, Module, modules

LONGEST = 500
DRAWERS = {"utils", "util", "helpers", "helper", "misc", "common", "tools", "lib"}
SCHEMA_STEPS = "casework/migrations/versions/"  # written once, then only read by Alembic
PRODUCT = tuple(module for module in modules(*PACKAGES) if not module.name.startswith(SCHEMA_STEPS))


def test_no_module_is_longer_than_the_limit() -> None:
    everything = (*PRODUCT, *modules("scripts", "bench", "tests"))
    long = {module.name: module.lines for module in everything if module.lines > LONGEST}
    assert not long


def imports_at_start(module: Module) -> set[str]:
    """What a module needs before it can be imported itself, as dotted names."""
    found: set[str] = set()
    for node in module.tree.body:
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{one.name}" for one in node.names)}
        elif isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
    return found


def test_no_modules_import_each_other_in_a_circle() -> None:
    names = {module.name.removesuffix(".py").replace("/", "."): module for module in PRODUCT}
    arrows = {name: imports_at_start(module) & names.keys() for name, module in names.items()}
    with pytest.raises(CycleError):
        TopologicalSorter({"a": {"b"}, "b": {"a"}}).prepare()
    TopologicalSorter(arrows).prepare()


def imports_for_types(module: Module) -> set[str]:
    """What a module imports for its annotations alone."""
    return {
        node.module
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom) and node.module
    }


def test_the_engine_has_no_circle_of_types_either() -> None:
    engine = [module for module in PRODUCT if module.name.startswith("casework/engine/")]
    names = {module.name.removesuffix(".py").replace("/", "."): module for module in engine}
    assert len(names) > 50
    TopologicalSorter(
        {
            name: (imports_at_start(module) | imports_for_types(module)) & names.keys() - {name}
            for name, module in names.items()
        }
    ).prepare()


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


# A reader sees one docstring at a time, in an editor or a generated page: no neighbour beside it.
LEANS = re.compile(r"^The same\b|\bRaises as\b", re.IGNORECASE)


def texts_of(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Docstrings, and texts below an assignment, with their lines; white space as one blank."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            text = node.value.value
            if isinstance(text, str):
                yield node.lineno, " ".join(text.split())


def test_docstrings_stand_alone() -> None:
    said = "def f():\n    '''It does.\n\n    Raises\n    as g does.'''\n"
    assert [line for line, text in texts_of(ast.parse(said)) if LEANS.search(text)] == [2]
    assert not [
        f"{module.name}:{line} {text[:60]}"
        for module in PRODUCT
        for line, text in texts_of(module.tree)
        if LEANS.search(text)
    ]


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
