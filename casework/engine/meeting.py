"""When a plenary meeting may decide."""

from __future__ import annotations


def needed(members: int) -> int:
    """How many must be there: more than half of the members."""
    return members // 2 + 1


def quorum(present: int, members: int) -> bool:
    """May they decide?"""
    return present >= needed(members)
