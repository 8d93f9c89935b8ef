"""Transfers of cases between offices: under way, given away, and when each step happened.

A step of a transfer is never changed; a corrected receipt is in the event of the correction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, exists, select

from casework.models import Case, Event, Office, Transfer, TransferStep
from casework.models.base import table
from casework.models.transfer import Passage
from casework.services.core.work import Work

# The facts by which a case arrives: it is received, or taken.
_ARRIVES = frozenset({"pelimpahan_diterima", "diambil_alih"})


class Days:
    """The corrected arrivals of all cases, or of some, read at once."""

    def __init__(self, work: Work, cases: Collection[int] | None = None) -> None:
        query = select(Event.case_id, Event.detail).where(Event.action == "koreksi_fakta")
        if cases is not None:
            query = query.where(Event.case_id.in_(cases))
        self._moved: dict[int | None, list[tuple[datetime, datetime]]] = defaultdict(list)
        for case_id, detail in work.session.execute(query.order_by(Event.id)):
            if detail["fact"] in _ARRIVES:
                was, now = (datetime.fromisoformat(detail[one]) for one in ("was", "is"))
                self._moved[case_id].append((was, now))

    def of(self, case_id: int, step: TransferStep) -> datetime:
        """When a step happened, as it is known now."""
        at = step.at
        for was, now in self._moved[case_id]:
            at = now if at == was else at
        return at


# Who takes a case over, and so is told beside the sender while it waits.
RECEIVERS = ("coordinator", "chair")


def incoming(office_id: int | BindParameter[int]) -> Select[int]:
    """The cases that have left for an office and wait there to be received."""
    return select(Transfer.case_id).where(
        Transfer.to_office_id == office_id, _has(TransferStep.step == Passage.LEFT), ~_ended()
    )


def given_away(office_id: int | BindParameter[int]) -> Select[int]:
    """The cases an office had and another has received; it goes on reading them."""
    return select(Transfer.case_id).where(
        Transfer.from_office_id == office_id, _has(TransferStep.step == Passage.RECEIVED)
    )


def arrived() -> Select[int]:
    """The cases that one office received from another."""
    return select(Transfer.case_id).where(_has(TransferStep.step == Passage.RECEIVED))


def under_way(work: Work, case_id: int) -> tuple[Transfer, TransferStep | None] | None:
    """The transfer of a case that has no end yet, with its departure when it has left."""
    row = work.session.execute(
        select(Transfer, TransferStep)
        .outerjoin(
            TransferStep,
            (TransferStep.transfer_id == Transfer.id) & (TransferStep.step == Passage.LEFT),
        )
        .where(Transfer.case_id == case_id, ~_ended())
        .order_by(Transfer.id.desc())
        .limit(1)
    ).first()
    return (row[0], row[1]) if row else None


def departure(work: Work, transfer: Transfer) -> TransferStep | None:
    """When and with which letter a transfer left; None when it has not."""
    return work.session.scalar(
        select(TransferStep).where(
            TransferStep.transfer_id == transfer.id, TransferStep.step == Passage.LEFT
        )
    )


def waiting(work: Work, case_id: int) -> Transfer | None:
    """The transfer of a case that has left and was neither received nor returned."""
    found = under_way(work, case_id)
    return found[0] if found and found[1] is not None else None


def waiting_of(work: Work, keys: Collection[int]) -> frozenset[int]:
    """Which of these cases have left for another office and wait there."""
    return frozenset(
        work.session.scalars(
            select(Transfer.case_id).where(
                Transfer.case_id.in_(keys), _has(TransferStep.step == Passage.LEFT), ~_ended()
            )
        )
    )


def readers(work: Work, case_id: int) -> list[int]:
    """The offices that read a case without having it: those that gave it away, the one it is for.

    In the order of their keys.
    """
    rows = work.session.scalars(_OF_CASE, {"case": case_id}).all()
    if not rows:
        return []
    steps = of_transfers(work, [one.id for one in rows])
    found = set()
    for one in rows:
        told = {step.step for step in steps if step.transfer_id == one.id}
        if Passage.RECEIVED in told:
            found.add(one.from_office_id)
        elif Passage.LEFT in told and not told & {Passage.RETURNED, Passage.WITHDRAWN}:
            found.add(one.to_office_id)
    return sorted(found - {work.session.get_one(Case, case_id).office_id})


_OF_CASE = select(Transfer).where(Transfer.case_id == bindparam("case"))


def waits() -> ColumnElement[bool]:
    """The condition, over plain columns, that a transfer has left and has no end yet."""
    rows, steps = table(Transfer), table(TransferStep)
    own = select(steps.c.id).where(steps.c.transfer_id == rows.c.id).correlate(rows)
    ended = own.where(steps.c.ordinal == TransferStep.ordinal_of(Passage.RECEIVED))
    return exists(own.where(steps.c.step == Passage.LEFT)) & ~exists(ended)


def of_transfers(work: Work, keys: Sequence[int]) -> Sequence[TransferStep]:
    """The steps of some transfers, in the order they were recorded."""
    return work.session.scalars(
        select(TransferStep).where(TransferStep.transfer_id.in_(keys)).order_by(TransferStep.id)
    ).all()


def record(
    work: Work,
    transfer: Transfer,
    step: Passage,
    *,
    at: datetime | None = None,
    document_id: int | None = None,
    note: str = "",
) -> TransferStep:
    """Add a step; `at` is when it happened, now when that is not told."""
    row = TransferStep(
        transfer_id=transfer.id,
        ordinal=TransferStep.ordinal_of(step),
        step=step,
        at=at or work.now,
        recorded_at=work.now,
        recorded_by=work.actor.officer_id,
        document_id=document_id,
        note=note,
    )
    work.session.add(row)
    work.session.flush()
    return row


def parents(work: Work) -> dict[str, str | None]:
    """The office above each office, by code."""
    rows = work.session.scalars(select(Office)).all()
    codes = {one.id: one.code for one in rows}
    return {one.code: codes[one.parent_id] if one.parent_id else None for one in rows}


def below(office_id: int | BindParameter[int]) -> Select[int]:
    """The offices below one, at every depth."""
    first = select(Office.id).where(Office.parent_id == office_id).cte(recursive=True)
    tree = first.union(select(Office.id).join(first, Office.parent_id == first.c.id))
    return select(tree.c.id)


def _has(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    steps = select(TransferStep.id).where(TransferStep.transfer_id == Transfer.id, condition)
    return exists(steps.correlate(Transfer))


def _ended() -> ColumnElement[bool]:
    return _has(TransferStep.ordinal == TransferStep.ordinal_of(Passage.RECEIVED))
