"""Writes the hash-chained record, and the digests that tie rows to its events.

Nothing else appends to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import timedelta
from typing import Any

from sqlalchemy import bindparam, func, insert, inspect, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from casework.engine import chain
from casework.models import Base, Case, ChainHead, Event, Office
from casework.models.base import table
from casework.models.sealed import REGISTERS, UNDER, sealed_columns
from casework.services.cases import lines, rollups
from casework.services.core import changes
from casework.services.core.work import Work

GONE = ""
"""The digest of a row that an act removed."""
REST = "baris_dicatat"
"""The event that tells of the rows an act changed and none of its own events told of."""
_MOST = 500
"""Digests in one event of that kind."""


def row_name(row: Base) -> str:
    """How the chain calls a row: table and key, e.g. `deadlines:12`."""
    identity = inspect(row).identity or (row.id,)  # type: ignore[attr-defined]  # every table has it
    return f"{row.__tablename__}:{identity[0]}"


def row_digest(row: Base) -> str:
    """SHA-256 over the columns of a row; one added later counts from when it says something.

    A column that is marked `unsealed` in its table is left out. A removed row has `GONE`.
    """
    if inspect(row).deleted:
        return GONE
    values = {}
    for column, info in sealed_columns(type(row)):
        key = info.get("sealed_as", column)
        value = getattr(row, key)
        if not (info and _as_before(info, value)):
            values[key] = value
    return chain.digest(values)


def _as_before(info: Mapping[str, Any], value: object) -> bool:
    """Whether a column holds what it means in a row that was sealed before the column existed."""
    return value is None if info.get("later") else "first" in info and value == info["first"]


def event_body(event: Event) -> dict[str, object]:
    """What the hash of an event covers."""
    return {
        "action": event.action,
        "actor": event.actor_id,
        "at": event.at,
        "case": event.case_id,
        "citation": event.citation,
        "detail": event.detail,
        "edition": event.edition,
        "role": event.role,
        "subject": event.subject,
    }


def record(
    work: Work,
    action: str,
    *,
    case: Case | None = None,
    subject: str = "",
    role: str = "",
    citation: str = "",
    detail: Mapping[str, Any] | None = None,
    touched: Iterable[Base] = (),
) -> Event:
    """Append one event to the chain of the case's office (or the actor's); gives it as written.

    `detail` holds ids, field names and digests, never a person's data. `touched` rows are
    flushed and their digests recorded, so that a later change outside an act is found.
    """
    office_id = case.office_id if case else work.actor.office_id
    work.session.flush()
    rows = list(touched)
    if case is not None:
        lines.note(work, case, rows)
    stood_in = {"deputy_for": list(work.actor.deputy_for)} if work.actor.deputy_for else {}
    event = Event(
        office_id=office_id,
        case_id=case.id if case else None,
        at=work.now,
        actor_id=work.actor.officer_id,
        role=role or _role(work),
        action=action,
        subject=subject,
        citation=citation,
        edition=f"{case.edition}@{case.revision}" if case else "",
        detail={**(detail or {}), **stood_in},
    )
    if case is not None:
        rollups.note_event(work, event, case.office.zone)
    return _append(work, event, [*rows, *_riding(work, office_id, case, rows)])


def settle(work: Work) -> None:
    """Tell of the rows this transaction changed and no event told of; called before its commit.

    They stand in an event of their own in the chain they belong to, which belongs to no case.
    """
    work.session.flush()
    places: dict[int, list[Base]] = {}
    for row in changes.untold(work.session):
        places.setdefault(place(work, row), []).append(row)
    for office_id, rows in sorted(places.items()):
        for start in range(0, len(rows), _MOST):
            tell(work, office_id, REST, rows[start : start + _MOST])


def tell(
    work: Work,
    office_id: int,
    action: str,
    rows: Iterable[Base],
    detail: Mapping[str, Any] | None = None,
) -> Event:
    """Append an event of the system's own that tells of rows, to the chain of an office."""
    event = Event(
        office_id=office_id,
        at=work.now,
        actor_id=work.actor.officer_id,
        role=_role(work),
        action=action,
        subject="",
        citation="",
        edition="",
        detail=dict(detail or {}),
    )
    return _append(work, event, rows)


def _append(work: Work, event: Event, rows: Iterable[Base]) -> Event:
    """Write an event as the newest link of the chain of its office, with the digests of rows."""
    told = list(rows)
    digests = {row_name(row): row_digest(row) for row in told}
    if digests:
        event.detail = {**event.detail, "digests": digests}
    seq, before = _head(work, event.office_id)
    event.seq, event.prev_hash = seq + 1, before
    event.hash = chain.link(event.office_id, event.seq, event.prev_hash, event_body(event))
    event.mac = code(work, event)
    work.session.add(event)
    work.session.flush()
    moved = {"office": event.office_id, "newest": event.seq, "its": event.hash}
    work.connection.execute(_MOVE, moved)
    work.chain_heads.append((event.office_id, event.seq, event.hash))
    changes.told(work.session, told)
    return event


def code(work: Work, event: Event) -> str:
    """The authentication code of a link, which only who holds the master key can make."""
    return work.vault.authenticate(chain.authenticated(event.office_id, event.seq, event.hash))


def _riding(work: Work, office_id: int, case: Case | None, rows: list[Base]) -> list[Base]:
    """The changed rows that this event tells of without having been asked to.

    Those of its case, those of no case, and those of the registers in the first office's chain.
    """
    waiting = [row for row in changes.untold(work.session) if row not in rows]
    if not waiting:
        return []
    first = 0
    if any(isinstance(row, REGISTERS) for row in waiting):
        first = first_office(work)
        if first != office_id:
            # Locked before the chain at hand, by whoever needs both: nobody waits crosswise.
            _head(work, first)
    found = []
    for row in waiting:
        if isinstance(row, REGISTERS):
            if first == office_id:
                found.append(row)
        elif (of_case := case_of(work, row)) is None or (case is not None and of_case == case.id):
            found.append(row)
    return found


def place(work: Work, row: Base) -> int:
    """The office whose chain tells of a row."""
    if isinstance(row, REGISTERS):
        return first_office(work)
    if (case_id := case_of(work, row)) is not None:
        return work.session.get_one(Case, case_id).office_id
    return getattr(row, "office_id", None) or work.actor.office_id or first_office(work)


def case_of(work: Work, row: Base) -> int | None:
    """The case a row belongs to, itself or through the row it hangs on."""
    if isinstance(row, Case):
        return row.id
    if (above := UNDER.get(type(row))) is not None:
        row = work.session.get_one(above[0], getattr(row, above[1]))
    return getattr(row, "case_id", None)


def first_office(work: Work) -> int:
    """The office that was set up first; its chain tells of what belongs to the installation."""
    return work.session.scalars(select(func.min(Office.id))).one()


def lock_heads(work: Work, offices: Iterable[int]) -> None:
    """Lock the chains an act writes into, always in the same order: two never wait crosswise."""
    for office_id in sorted(set(offices)):
        _head(work, office_id)


def heads(session: Session) -> list[tuple[int, int, str]]:
    """The newest link of every office's chain: office, sequence, hash."""
    rows = session.scalars(select(ChainHead).where(ChainHead.seq > 0))
    return [(row.office_id, row.seq, row.hash) for row in rows]


def every(session: Session) -> Iterator[tuple[int, int, str]]:
    """Every link of every chain: office, sequence, hash."""
    query = select(Event.office_id, Event.seq, Event.hash).order_by(Event.office_id, Event.seq)
    for row in session.execute(query.execution_options(yield_per=_MOST)):
        yield row.office_id, row.seq, row.hash


def span(session: Session, office_id: int, after: int) -> timedelta:
    """The time between the first and the last link of an office after a number."""
    made = select(func.min(Event.at), func.max(Event.at)).where(
        Event.office_id == office_id, Event.seq > after
    )
    first, last = session.execute(made).one()
    return last - first


def _role(work: Work) -> str:
    return "sistem" if work.actor.is_system else ",".join(sorted(work.actor.roles))[:64]


def _head(work: Work, office_id: int) -> tuple[int, str]:
    """The newest link of an office's chain, locked: sequence and hash."""
    asked = {"office": office_id}
    head = work.connection.execute(_HEAD, asked).first()
    if head is None:
        # Two first events at once: the slower one goes on from the faster one's link.
        with suppress(IntegrityError), work.session.begin_nested():
            first = {"office_id": office_id, "seq": 0, "hash": chain.GENESIS}
            work.connection.execute(insert(_heads), first)
        head = work.connection.execute(_HEAD, asked).one()
    return head.seq, head.hash


_heads = table(ChainHead)
_HEAD = (
    select(_heads.c.seq, _heads.c.hash)
    .where(_heads.c.office_id == bindparam("office"))
    .with_for_update()
)
_MOVE = (
    update(_heads)
    .where(_heads.c.office_id == bindparam("office"))
    .values(seq=bindparam("newest"), hash=bindparam("its"))
)
