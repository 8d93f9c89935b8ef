"""Which tables of the database are the models' business."""

from __future__ import annotations

# Words of cases: a virtual table of SQLite with its shadows, a plain one on PostgreSQL.
_NOT_OF_THE_MODELS = "case_words"


def compared(name: str | None, _kind: str, _parents: object) -> bool:
    """For Alembic: leave out the tables that differ between the databases."""
    return not (name or "").removeprefix("ix_").startswith(_NOT_OF_THE_MODELS)
