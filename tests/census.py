"""The census of statements: whatever SQLite is told in the gate, PostgreSQL is told there too.

The gate runs every test on SQLite. Each process writes down the shape of every statement that the
product sends while a test runs that can run on both databases. On PostgreSQL the gate runs the
folders of `ALWAYS`, what is marked `postgres`, and so many of the other tests that between them
they send every shape (`choose`). A shape of which no test ran there fails the gate, with the tests
that use it.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.exc import CompileError
from sqlalchemy.sql.compiler import DDLCompiler, SQLCompiler

ROOT = Path(__file__).resolve().parent.parent
ALWAYS = ("tests/stateful/", "tests/migrations/", "tests/unit/search/", "tests/unit/outbox/")
"""What runs on PostgreSQL whatever it says there: stories at random, the schema, search, queue."""
AT_RANDOM = ("tests/stateful/", "tests/fuzz/")
"""What goes another way each time: it may say what no other run says."""
ONLY_SQLITE = (
    ("pragma_", "how SQLite describes a table"),
    ("PRAGMA", "settings of a file"),
    ("sqlite_", "SQLite's own catalogue"),
    (" MATCH ", "its full-text index; PostgreSQL is asked by tests/unit/search"),
    ("case_words", "its full-text index; PostgreSQL is asked by tests/unit/search"),
)
"""Parts of statements that PostgreSQL is never told, each with its reason."""
_PRODUCT = tuple(str(ROOT / name) + os.sep for name in ("casework", "flows", "webui"))
_MIGRATIONS = str(ROOT / "casework" / "migrations") + os.sep
_TESTS = str(ROOT / "tests") + os.sep
_NEUTRAL = DefaultDialect(paramstyle="named")

Shapes = dict[str, set[str]]


def shape(context: Any, statement: str) -> str:
    """A statement in the words of no particular database, without its values."""
    compiled = getattr(context, "compiled", None)
    if isinstance(compiled, SQLCompiler) and compiled.statement is not None:
        try:
            neutral = compiled.statement.compile(dialect=_NEUTRAL, column_keys=compiled.column_keys)
            return " ".join(str(neutral).split())
        except CompileError:
            pass  # an insert with the words of one database; its text serves as well
    text = re.sub(r"%\(\w+\)s(::\w+( WITH TIME ZONE)?)?|%s|:\w+|\?", "?", statement)
    text = re.sub(r"(\([^()]*\))(, \1)+", r"\1", text.replace('"', ""))
    return " ".join(text.partition(" RETURNING ")[0].split())


class Recorder:
    """A plugin of pytest that writes down who sent what; one file a process."""

    def __init__(self, folder: Path, database: str) -> None:
        self.file = folder / f"{database}-{os.getpid()}.json"
        self.test = ""
        self.shapes: Shapes = defaultdict(set)
        self._texts: dict[str, str] = {}
        event.listen(Engine, "before_cursor_execute", self._heard)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Remember whose statements come now."""
        self.test = item.nodeid if _on_both(item) else ""
        return (yield)

    def pytest_sessionfinish(self) -> None:
        """Write it down."""
        event.remove(Engine, "before_cursor_execute", self._heard)
        if self.shapes:
            kept = {one: sorted(tests) for one, tests in self.shapes.items()}
            self.file.write_text(json.dumps(kept))

    def _heard(
        self,
        _connection: Any,
        _cursor: Any,
        statement: str,
        _values: Any,
        context: Any,
        _many: bool,
    ) -> None:
        if not self.test or isinstance(getattr(context, "compiled", None), DDLCompiler):
            return  # the schema differs by its nature; tests/migrations compare it
        text = self._texts.get(statement)
        if text is None:
            text = self._texts[statement] = shape(context, statement)
        if self.test not in self.shapes.get(text, ()) and _by_product(sys._getframe(1)):
            self.shapes[text].add(self.test)


def _on_both(item: pytest.Item) -> bool:
    fixtures: Sequence[str] = getattr(item, "fixturenames", ())
    return "database_url" in fixtures and item.get_closest_marker("sqlite") is None


def _by_product(frame: FrameType | None) -> bool:
    """Whether the product said it, not a test that looks into its tables."""
    while frame is not None:
        file = frame.f_code.co_filename
        if file.startswith(_MIGRATIONS):
            return False  # the schema of a template, made during some test
        if file.startswith(_PRODUCT):
            return True
        if file.startswith(_TESTS):
            return False
        frame = frame.f_back
    return False


def read(folder: Path, database: str) -> Shapes:
    """What all processes of a run wrote down: for each shape the tests that sent it."""
    shapes: Shapes = defaultdict(set)
    for file in folder.glob(f"{database}-*.json"):
        for one, tests in json.loads(file.read_text()).items():
            shapes[one].update(tests)
    return shapes


def missing(folder: Path) -> Shapes:
    """Shapes that SQLite saw and PostgreSQL did not, with the tests that use them.

    A test that ran on both and was answered on both may have put it in other words there: a shape
    is missing when none of its tests ran on PostgreSQL.
    """
    told = read(folder, "postgresql")
    ran = {test for tests in told.values() for test in tests}
    return {
        one: tests
        for one, tests in _wanted(folder).items()
        if one not in told and tests.isdisjoint(ran)
    }


def _wanted(folder: Path) -> Shapes:
    """What PostgreSQL must be told; what only came up at random is not asked for."""
    shapes = read(folder, "sqlite")
    return {
        one: certain
        for one, tests in shapes.items()
        if (certain := {test for test in tests if not test.startswith(AT_RANDOM)})
        and not any(part in one for part, _ in ONLY_SQLITE)
    }


def choose(folder: Path) -> list[str]:
    """Tests that send every shape between them, beside those of `ALWAYS`.

    Always the one that adds most; of equals the first by name, so that the choice changes only
    with the tests.
    """
    wanted = _wanted(folder)
    sends: Shapes = defaultdict(set)
    for one, tests in wanted.items():
        for test in tests:
            sends[test].add(one)
    left = {one for one, tests in wanted.items() if not any(map(always, tests))}
    chosen: list[str] = []
    while left:
        best = min(sends, key=lambda test: (-len(sends[test] & left), test))
        chosen.append(best)
        left -= sends[best]
    return sorted(chosen)


def files(file: Path) -> list[str]:
    """The files that hold what a selection names, so that no other has to be read."""
    named = {test.partition("::")[0] for test in file.read_text("utf-8").splitlines()}
    for source in (ROOT / "tests").rglob("test_*.py"):
        name = str(source.relative_to(ROOT))
        if always(name) or "mark.postgres" in source.read_text("utf-8"):
            named.add(name)
    return sorted(named)


def always(test: str) -> bool:
    """Whether the gate runs a test on PostgreSQL whatever it sends."""
    return test.startswith(ALWAYS)


def selection(file: Path) -> Callable[[pytest.Item], bool]:
    """Whether a test is one of those that the gate runs on PostgreSQL."""
    named = frozenset(file.read_text("utf-8").splitlines())

    def selected(item: pytest.Item) -> bool:
        marked = item.get_closest_marker("postgres") is not None
        return marked or item.nodeid in named or always(item.nodeid)

    return selected
