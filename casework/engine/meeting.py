"""When a plenary meeting may decide."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

Row = TypeVar("Row", bound=Hashable)


def needed(members: int) -> int:
    """How many must be there: more than half of the members."""
    return members // 2 + 1


def quorum(present: int, members: int) -> bool:
    """May they decide?"""
    return present >= needed(members)


def alike(rows: Iterable[tuple[str, Row]]) -> list[tuple[Row, list[str]]]:
    """Decisions that say the same, each with the names it is about, in the order they came.

    >>> alike([("A", ("pidana",)), ("B", ("bukan",)), ("C", ("pidana",))])
    [(('pidana',), ['A', 'C']), (('bukan',), ['B'])]
    """
    found: dict[Row, list[str]] = {}
    for name, row in rows:
        found.setdefault(row, []).append(name)
    return list(found.items())
