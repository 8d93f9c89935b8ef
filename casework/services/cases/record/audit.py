"""The only writer of the hash-chained record, and the digests that tie rows to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from typing import Any

from sqlalchemy import bindparam, insert, inspect, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from casework.engine import chain
from casework.models import (
    Base,
    Blob,
    Case,
    CaseMove,
    ChainHead,
    Correction,
    Deadline,
    Dispatch,
    Document,
    Event,
    Evidence,
    Exclusion,
    Fact,
    Finding,
    Identity,
    Initial,
    IntegrityCheck,
    LetterStyle,
    Meeting,
    Number,
    NumberOpening,
    Outcome,
    Party,
    Question,
    RuleRevision,
    Signature,
    Transfer,
    TransferStep,
)
from casework.models.base import table
from casework.services.cases import lines
from casework.services.core.work import Work

# What a date, a decision or a letter rests on; whatever changes such a row names it in `touched`.
SEALED_TABLES: tuple[type[Base], ...] = (
    Blob, Case, CaseMove, Correction, Deadline, Dispatch, Document, Evidence, Exclusion, Fact,
    Finding, Identity, Initial, IntegrityCheck, LetterStyle, Meeting, Number, NumberOpening,
    Outcome, Party, Question, RuleRevision, Signature, Transfer, TransferStep,
)  # fmt: skip


def row_name(row: Base) -> str:
    """How the chain calls a row: table and key, e.g. `deadlines:12`."""
    identity = inspect(row).identity or (row.id,)  # type: ignore[attr-defined]  # every table has it
    return f"{row.__tablename__}:{identity[0]}"


def row_digest(row: Base) -> str:
    """SHA-256 over every column of a row; one added later counts from when it says something."""
    values = {}
    for key, info in _columns(type(row)):
        value = getattr(row, key)
        if not (info and _as_before(info, value)):
            values[key] = value
    return chain.digest(values)


@cache
def _columns(entity: type[Base]) -> tuple[tuple[str, Mapping[str, Any]], ...]:
    """The columns of a table by name, and what is noted of each."""
    columns = inspect(entity).column_attrs
    return tuple((one.key, one.columns[0].info) for one in columns)


def _as_before(info: Mapping[str, Any], value: object) -> bool:
    """Is it what a row holds that was sealed before the column came?"""
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
    digests = {row_name(row): row_digest(row) for row in rows}
    if case is not None:
        lines.note(work, case, rows)
    stood_in = {"deputy_for": list(work.actor.deputy_for)} if work.actor.deputy_for else {}
    body = {**(detail or {}), **stood_in, **({"digests": digests} if digests else {})}
    seq, before = _head(work, office_id)
    event = Event(
        office_id=office_id,
        seq=seq + 1,
        case_id=case.id if case else None,
        at=work.now,
        actor_id=work.actor.officer_id,
        role=role or _role(work),
        action=action,
        subject=subject,
        citation=citation,
        edition=f"{case.edition}@{case.revision}" if case else "",
        detail=body,
        prev_hash=before,
        hash="",
    )
    event.hash = chain.link(office_id, event.seq, event.prev_hash, event_body(event))
    work.session.add(event)
    work.session.flush()
    moved = {"office": office_id, "newest": event.seq, "its": event.hash}
    work.connection.execute(_MOVE, moved)
    work.chain_heads.append((office_id, event.seq, event.hash))
    return event


def lock_heads(work: Work, offices: Iterable[int]) -> None:
    """Lock the chains an act writes into, always in the same order: two never wait crosswise."""
    for office_id in sorted(set(offices)):
        _head(work, office_id)


def heads(session: Session) -> list[tuple[int, int, str]]:
    """The newest link of every office's chain: office, sequence, hash."""
    rows = session.scalars(select(ChainHead).where(ChainHead.seq > 0))
    return [(row.office_id, row.seq, row.hash) for row in rows]


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
