"""`Work`, the unit of work: a transaction with its actor, time and law, and what it still owes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from casework.engine.law import Law
from casework.models import Case
from casework.ports import Store, Vault


@dataclass(frozen=True)
class Actor:
    """An officer at one office with the roles held there today, or the system itself.

    `deputy_for` are the officers away today whose roles are among them. `excluded` are the cases
    this officer is kept away from: there are none of them, for reading or for acting.
    """

    officer_id: int | None
    name: str
    office_id: int
    roles: frozenset[str]
    is_system: bool = False
    deputy_for: tuple[int, ...] = ()
    excluded: frozenset[int] = frozenset()

    @classmethod
    def system(cls, office_id: int) -> Actor:
        """The product acting by itself: a limit that expired, a paper drawn by a flow."""
        return cls(None, "Sistem", office_id, frozenset({"sistem"}), is_system=True)


@dataclass(frozen=True)
class PendingEffect:
    """An effect that must follow; the moment is now where no other is given."""

    key: str
    kind: str
    flow: str
    case_id: int | None
    payload: Mapping[str, int | str]
    not_before: datetime | None = None


class DirtyCase(NamedTuple):
    """A case whose line has to be made anew: also its tags, also the words it is found by?"""

    case: Case
    tags: bool = False
    words: bool = False


class Attempt(NamedTuple):
    """What is recorded of an act although it was refused: by which action, and which field."""

    action: str
    case_id: int
    field: str


@dataclass(frozen=True)
class Work:
    """One unit of work: a transaction, and who acts in it, when, and on which law.

    `now` is UTC and does not move inside it. Rows are read and written through `session`, as in any
    program with SQLAlchemy; `casework.bootstrap.finish` does before the commit what is still owed:

    - `dirty_cases`: cases whose line in lists has to be made anew, and how much of it;
    - `pending_effects`: what was asked for in the outbox, written together;
    - `rollups`: what it adds to the counts of the picture (office, figure, day, key);
    - `chain_heads`: office, number and hash of the newest events, anchored after the commit.

    `attempts` are recorded when the act is refused, in a transaction of their own. `kept_away` are
    pairs of an officer and a case that the act took from him.
    """

    session: Session
    law: Law
    now: datetime
    actor: Actor
    vault: Vault
    store: Store
    training: bool = True
    base_url: str = ""
    chain_heads: list[tuple[int, int, str]] = field(default_factory=list)
    dirty_cases: dict[int, DirtyCase] = field(default_factory=dict)
    rollups: Counter[tuple[int, str, str, str]] = field(default_factory=Counter)
    pending_effects: list[PendingEffect] = field(default_factory=list)
    attempts: list[Attempt] = field(default_factory=list)
    kept_away: set[tuple[int, int]] = field(default_factory=set)

    @property
    def connection(self) -> Connection:
        """The session's connection, for a statement over tables that gives no entities.

        What was changed before is written first, as the session does for its own queries.
        """
        self.session.flush()
        return self.session.connection()
