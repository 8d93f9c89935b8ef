"""What import contracts cannot say: who may commit, what the engine may import."""

from __future__ import annotations

import ast
import sys

import pytest

from tests.house.source import PACKAGES, ROOT, calls, imports, modules

MAY_COMMIT = {"casework/adapters/database.py", "casework/bootstrap.py"}
ENGINE_LIBRARIES = {"casework", "yaml", "numpy", "rapidfuzz", "snowballstemmer"}
WORLD = {
    "asyncio", "ctypes", "http", "io", "multiprocessing", "os", "pathlib", "random", "secrets",
    "shutil", "signal", "smtplib", "socket", "sqlite3", "subprocess", "tempfile", "threading",
    "time", "urllib",
}  # fmt: skip


def test_only_the_unit_of_work_ends_a_transaction() -> None:
    found = [
        f"{module.name}:{line} {name}()"
        for module in modules(*PACKAGES)
        if module.name not in MAY_COMMIT and "/migrations/" not in module.name
        for name, line in calls(module.tree)
        if name in {"commit", "rollback"}
    ]
    assert not found


def test_the_engine_imports_nothing_that_touches_the_world() -> None:
    found = []
    for module in modules("casework"):
        if not module.name.startswith("casework/engine/"):
            continue
        for name in imports(module.tree):
            top = name.partition(".")[0]
            ours = top in ENGINE_LIBRARIES or (top in sys.stdlib_module_names and top not in WORLD)
            if not ours:
                found.append(f"{module.name}: {name}")
    assert not found


def test_only_the_reader_of_many_dates_needs_numpy() -> None:
    found = [
        module.name
        for module in modules(*PACKAGES)
        if any(name.partition(".")[0] == "numpy" for name in imports(module.tree))
    ]
    assert found == ["casework/engine/vector.py"]


def test_the_engine_asks_no_clock() -> None:
    found = [
        f"{module.name}:{line} {name}()"
        for module in modules("casework")
        if module.name.startswith("casework/engine/")
        for name, line in calls(module.tree)
        if name in {"now", "utcnow", "today"}
    ]
    assert not found


@pytest.mark.parametrize(
    ("library", "home"), [("prefect", "flows"), ("flask", "webui"), ("wtforms", "webui")]
)
def test_a_door_library_has_one_home(library: str, home: str) -> None:
    found = [
        module.name
        for module in modules(*PACKAGES)
        for name in imports(module.tree)
        if name.partition(".")[0] == library and not module.name.startswith(f"{home}/")
    ]
    assert not found


def test_the_domain_is_found_without_its_doors() -> None:
    tops = {path.name for path in ROOT.iterdir() if path.is_dir()}
    assert {*PACKAGES, "rules"} <= tops


def test_the_search_for_calls_sees_methods_and_functions() -> None:
    tree = ast.parse("session.commit()\nwith a.begin():\n    commit()\n")
    assert [(name, line) for name, line in calls(tree) if name == "commit"] == [
        ("commit", 1),
        ("commit", 3),
    ]
