"""The engine is pure: neither it nor anything it leans on can reach the world."""

from __future__ import annotations

import subprocess
import sys

import grimp
import pytest
from grimp import ImportGraph

ENGINE = "casework.engine"
# Everything that may be reached, through however many modules; each computes and nothing else.
PURE = {
    "__future__", "bisect", "calendar", "collections", "contextlib", "copy", "dataclasses",
    "datetime", "decimal", "difflib", "enum", "fractions", "functools", "hashlib", "heapq",
    "itertools", "json", "math", "operator", "rapidfuzz", "re", "snowballstemmer", "string",
    "types", "typing", "unicodedata", "yaml", "zoneinfo",
}  # fmt: skip
COUNTING_MANY = f"{ENGINE}.vector"
ASK = """
import importlib, pkgutil, sys
import casework.engine as engine
for found in pkgutil.walk_packages(engine.__path__, "casework.engine."):
    if found.name != "casework.engine.vector":
        importlib.import_module(found.name)
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""
WORLD = {
    "asyncio", "http", "logging", "multiprocessing", "numpy", "socket", "sqlalchemy", "sqlite3",
    "ssl", "subprocess", "tempfile", "threading",
}  # fmt: skip


@pytest.fixture
def graph() -> ImportGraph:
    return grimp.build_graph("casework", include_external_packages=True, cache_dir=None)


def reached(graph: ImportGraph) -> set[str]:
    """What the engine reaches outside the product, directly or not; numpy by its one door only."""
    if graph.direct_import_exists(importer=COUNTING_MANY, imported="numpy"):
        graph.remove_import(importer=COUNTING_MANY, imported="numpy")
    found: set[str] = set()
    for module in {ENGINE, *graph.find_descendants(ENGINE)}:
        found |= graph.find_upstream_modules(module)
    return {name for name in found if not name.startswith("casework.")} - {"casework"}


def test_the_engine_reaches_only_what_computes(graph: ImportGraph) -> None:
    assert reached(graph) <= PURE


def test_a_way_out_through_another_module_is_found(graph: ImportGraph) -> None:
    graph.add_import(importer="casework.errors", imported="socket")
    assert "socket" in reached(graph)


def test_numpy_has_one_door(graph: ImportGraph) -> None:
    assert graph.find_modules_that_directly_import("numpy") <= {COUNTING_MANY}
    inside = {ENGINE, *graph.find_descendants(ENGINE)} - {COUNTING_MANY}
    assert not graph.find_modules_that_directly_import(COUNTING_MANY) & inside


def test_loading_the_engine_loads_nothing_of_the_world() -> None:
    """The libraries it leans on do not bring it in either."""
    loaded = subprocess.run(
        [sys.executable, "-c", ASK], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "casework" in loaded
    assert not WORLD & set(loaded)
