"""A column of a few codes is typed by an enum, and the database refuses every other value."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Column, Enum, String, insert
from sqlalchemy.exc import IntegrityError

from casework.adapters.database import Database
from casework.models import Base
from casework.models.base import Moment
from tests.house.source import PACKAGES, modules

NAMES = {
    "category", "channel", "decision", "flow", "kind", "level", "mark", "oath", "purpose", "role",
    "state", "status", "step", "unit", "verification", "violation_class", "way", "why",
}  # fmt: skip
OPEN = {
    "batches.flow": "the stages of the law data name flows",
    "case_lines.mark": "a digest",
    "clarification_sessions.oath": "the form keeps the wordings",
    "deliveries.channel": "an installation may have channels of its own",
    "documents.kind": "forms are law data",
    "events.role": "of an act of the law data, several at once, or the system",
    "outbox.flow": "the stages of the law data name flows",
    "outbox.kind": "effects say their name themselves",
    "parties.category": "the routing of the law data names categories",
    "recovery_codes.mark": "a digest",
    "submissions.kind": "names the page that sends",
    "same_event_hints.why": "the points that matched, in words",
}
UNKNOWN = "tidak dikenal"


def columns() -> Iterator[Column[Any]]:
    for table in Base.metadata.sorted_tables:
        yield from table.columns


def closed() -> list[Column[Any]]:
    return [one for one in columns() if isinstance(one.type, Enum)]


def filler(column: Column[Any]) -> object:
    if isinstance(column.type, Enum):
        return column.type.enums[0]
    if isinstance(column.type, Moment):
        return datetime(2024, 9, 19, tzinfo=UTC)
    fillers = {date: date(2024, 9, 19), bytes: b"x", dict: {}, list: [], str: "x", bool: False}
    return fillers.get(column.type.python_type, 0)


def test_a_column_of_a_few_codes_is_typed() -> None:
    untyped = {
        str(one)
        for one in columns()
        if one.name in NAMES and isinstance(one.type, String) and not isinstance(one.type, Enum)
    }
    assert untyped == OPEN.keys()


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    yield database
    database.close()


def test_the_database_refuses_every_other_value(database: Database) -> None:
    assert len(closed()) > 30
    for column in closed():
        values = {one.name: filler(one) for one in column.table.columns if not one.nullable}
        row = insert(column.table).values({**values, column.name: UNKNOWN})
        condition = f"ck_{column.table.name}_{column.type.name}"  # type: ignore[attr-defined]  # an enum's
        with pytest.raises(IntegrityError, match=condition), database.write() as session:
            session.execute(row)


def test_states_are_compared_as_members() -> None:
    known = {value for one in closed() if one.name == "state" for value in one.type.enums}  # type: ignore[attr-defined]  # an enum's
    literal = [
        f"{module.name}:{node.lineno}"
        for module in modules(*PACKAGES)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Compare) and _is_state(node.left)
        for told in ast.walk(ast.Tuple(node.comparators, ast.Load()))
        if isinstance(told, ast.Constant) and told.value in known
    ]
    assert literal == []


def _is_state(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "state"
