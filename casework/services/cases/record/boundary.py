"""Locks the record of an installation that is older than the authentication codes of events.

The first event with a code covers everything before it: whoever changes an older event changes the
hash that the code was made over. Rows that no event names are named then, as they stand.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, inspect, select
from sqlalchemy.orm import Session

from casework.models import Base, ChainHead, Event
from casework.models.sealed import SEALED_TABLES
from casework.services.cases.record import audit
from casework.services.cases.record.ledger import Ledger
from casework.services.core.work import Work

LOCKED = "jejak_dikunci"
_AT_A_TIME = 500


def waits(session: Session) -> bool:
    """Whether there is a chain whose newest link has no code."""
    return session.execute(_OPEN).first() is not None


def lock(work: Work) -> int:
    """Lock every chain that is not, and tell of all rows that no event told of; gives how many.

    It judges nothing: what did not agree with the record before does not agree afterwards.
    """
    untold = _untold(work)
    for office_id, seq in work.session.execute(_OPEN.order_by(ChainHead.office_id)).all():
        audit.tell(work, office_id, LOCKED, [], {"before": seq})
    count = 0
    for table, keys in untold.items():
        for start in range(0, len(keys), _AT_A_TIME):
            count += _tell(work, table, keys[start : start + _AT_A_TIME])
    return count


_OPEN = (
    select(ChainHead.office_id, ChainHead.seq)
    .join(Event, (Event.office_id == ChainHead.office_id) & (Event.seq == ChainHead.seq))
    .where(Event.mac.is_(None))
)


def _untold(work: Work) -> dict[type[Base], list[Any]]:
    """The keys of the rows that no event names, by table."""
    with Ledger() as ledger:
        query = select(Event).order_by(Event.office_id, Event.seq)
        for event in work.session.scalars(query.execution_options(yield_per=_AT_A_TIME)):
            ledger.note(event.office_id, event.seq, event.detail.get("digests", {}))
        return {
            table: [
                key
                for key in work.session.scalars(select(_key(table)).order_by(_key(table)))
                if not ledger.meet(f"{table.__tablename__}:{key}")
            ]
            for table in SEALED_TABLES
        }


def _tell(work: Work, table: type[Base], keys: list[Any]) -> int:
    places: dict[int, list[Base]] = {}
    rows = work.session.scalars(
        select(table).where(_key(table).in_(keys)).order_by(_key(table))
    ).all()
    for row in rows:
        places.setdefault(audit.place(work, row), []).append(row)
    for office_id, some in sorted(places.items()):
        audit.tell(work, office_id, audit.REST, some, {"since": "lock"})
    return len(rows)


def _key(table: type[Base]) -> ColumnElement[Any]:
    (key,) = inspect(table).primary_key
    return key
