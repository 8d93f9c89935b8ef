"""The census of statements: one shape on both databases, and nothing left untold."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import Dialect, insert, make_url, select
from sqlalchemy.dialects import postgresql, sqlite

from casework.models import Case, Outbox
from scripts import test as gate
from tests import census

SQLITE: Dialect = sqlite.dialect()
SERVER: Dialect = make_url("postgresql+psycopg://").get_dialect()()


def upsert(dialect: Dialect) -> Any:
    words: Any = sqlite.insert if dialect is SQLITE else postgresql.insert
    asked = words(Outbox).values(key="a", not_before=None)
    return asked.on_conflict_do_update(
        index_elements=["key"], set_={"not_before": asked.excluded.not_before}
    )


@pytest.mark.parametrize(
    "build",
    [
        lambda _: select(Case).where(Case.stage.in_(["a", "b"])).limit(3).with_for_update(),
        lambda _: insert(Case).values(stage="a"),
        upsert,
    ],
    ids=["select", "insert", "upsert"],
)
def test_a_statement_has_one_shape_on_both_databases(build: Callable[[Dialect], Any]) -> None:
    shapes = set()
    for dialect in (SQLITE, SERVER):
        compiled = build(dialect).compile(dialect=dialect)
        shapes.add(census.shape(SimpleNamespace(compiled=compiled), str(compiled)))
    assert len(shapes) == 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What two processes on SQLite and one on PostgreSQL wrote down."""
    told = {
        "sqlite-1": {"A": ["t::one", "t::two"], "B": ["t::two"], "PRAGMA x": ["t::one"]},
        "sqlite-5": {"said otherwise there": ["t::two"]},
        "sqlite-2": {"B": ["t::three"], "C": ["tests/stateful/t::four"], "D": ["t::one"]},
        "postgresql-3": {"A": ["t::two"], "B": ["t::two"]},
    }
    for name, shapes in told.items():
        (tmp_path / f"{name}.json").write_text(json.dumps(shapes))
    return tmp_path


def test_what_only_sqlite_was_told_is_missing_with_its_tests(folder: Path) -> None:
    assert census.missing(folder) == {"D": {"t::one"}}


def test_the_chosen_tests_say_everything_between_them(folder: Path) -> None:
    assert census.choose(folder) == ["t::one", "t::two"]


def test_a_statement_that_postgresql_was_not_told_fails_the_gate(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (failure,) = gate.statements(folder).failures
    assert failure.name == "statements"
    assert "'t::one'" in failure.alone
    assert "PostgreSQL was not told: D" in capsys.readouterr().out
    (folder / "postgresql-4.json").write_text(json.dumps({"D": ["t::one"]}))
    assert gate.statements(folder).failures == ()


def test_only_the_selection_and_what_always_runs_is_taken_on_postgresql(tmp_path: Path) -> None:
    file = tmp_path / "selection.txt"
    file.write_text("tests/web/test_a.py::test_one\n")
    taken = census.selection(file)

    def item(name: str) -> Any:
        return SimpleNamespace(nodeid=name, get_closest_marker=lambda _: None)

    assert taken(item("tests/web/test_a.py::test_one"))
    assert taken(item("tests/migrations/test_schema.py::test_any"))
    assert not taken(item("tests/web/test_a.py::test_two"))
