"""Collects the rows of sealed tables that a transaction changed and that no event names yet.

What the session writes is collected by itself. A statement that goes past the session is not seen:
no event names the row it changed, and the audit reports it.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from sqlalchemy import event, inspect
from sqlalchemy.orm import Session

from casework.models import Base
from casework.models.sealed import SEALED, sealed_names

_UNTOLD = "untold"


def watch(session: Session) -> None:
    """From now on remember what this session writes."""
    session.info[_UNTOLD] = {}


def untold(session: Session) -> list[Base]:
    """The rows that stand, or were deleted, and were not told of since, in the order written."""
    rows: dict[Base, None] = session.info.get(_UNTOLD, {})
    # One that was added and taken back with a savepoint was never there.
    return [row for row in rows if inspect(row).persistent or inspect(row).deleted]


def told(session: Session, rows: Iterable[Base]) -> None:
    """Forget rows whose digest stands in an event now."""
    known: dict[Base, None] = session.info.get(_UNTOLD, {})
    for row in rows:
        known.pop(row, None)


@event.listens_for(Session, "after_flush")
def _flushed(session: Session, _context: object) -> None:
    untold: dict[Base, None] | None = session.info.get(_UNTOLD)
    if untold is None:
        return
    changed = (row for row in session.dirty if type(row) in SEALED and _differs(row))
    for row in chain(session.new, changed, session.deleted):
        if type(row) in SEALED:
            untold[row] = None


def _differs(row: Base) -> bool:
    """Whether a column changed that the digest of the row covers."""
    names, now = sealed_names(type(row)), row.__dict__
    before = inspect(row).committed_state
    return any(key in names and now.get(key) != was for key, was in before.items())
