"""Records acts that were refused because a text named a protected person.

The refusal rolls its act back, so it is recorded in a transaction of its own: otherwise somebody
could try names until one is refused, and leave no trace.
"""

from __future__ import annotations

from collections.abc import Iterable

from casework.models import Case
from casework.services.cases import access
from casework.services.cases.record import audit
from casework.services.core.work import Attempt, Work

NAMED = "nama_ditolak"


def note(work: Work, case: Case, action: str, field: str) -> None:
    """Have it recorded that the act was refused because of a field; never what stood in it."""
    work.attempts.append(Attempt(action, case.id, field))


def record(work: Work, tried: Iterable[Attempt]) -> None:
    """Record what an act noted before it was refused."""
    for one in tried:
        case = access.locked(work, one.case_id)
        audit.record(work, one.action, case=case, detail={"field": one.field})
