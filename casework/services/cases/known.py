"""What an office that gave a case away may still read of it: the rows until it was received.

The event with which the case goes over notes the last key of each table, in the chain of the
sender. Keys of rows only grow and every act locks the case, so no clock decides what is later.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, func, or_, select

from casework.errors import NotFound
from casework.models import (
    Base,
    Bundle,
    Case,
    CaseLink,
    ClarificationSession,
    Completion,
    Correction,
    CrimeFile,
    Deadline,
    Discussion,
    Dispatch,
    Document,
    Event,
    Evidence,
    Fact,
    Finding,
    Hearing,
    HearingPanel,
    Meeting,
    Outcome,
    Override,
    PanelRuling,
    Party,
    Referral,
    Review,
    Signature,
    Transfer,
    TransferStep,
)
from casework.models.case import unnumbered
from casework.models.transfer import Passage
from casework.services.cases import between, transfers
from casework.services.core.work import Work

MOVED = "perkara_berpindah"
"""The last event of a case in the chain of the office that gave it away."""
_OF_CASE: tuple[Any, ...] = (
    Bundle, ClarificationSession, Completion, Correction, CrimeFile, Discussion, Evidence, Fact,
    Finding, Hearing, HearingPanel, Meeting, Outcome, Override, PanelRuling, Party, Referral,
    Review, Transfer,
)  # fmt: skip
_OF_PAPERS: tuple[Any, ...] = (Dispatch, Signature)
_UNNUMBERED = ("planned", "draft")

Row = TypeVar("Row", bound=Base)


@dataclass(frozen=True)
class Known:
    """How far an office knows a case: `last` is the greatest key by table, 0 for none.

    `papers` are those that had a number; a draft is the receiver's. `limits` are states by key.
    """

    event: int
    stage: str
    registration: str
    last: Mapping[str, int]
    papers: frozenset[int]
    limits: Mapping[int, str]

    def number(self, case: Case) -> str:
        """What the case was called by."""
        return self.registration or case.receipt_number or unnumbered(case.kind, case.id)

    def has(self, row: Base) -> bool:
        """Whether a row of the case was there."""
        key: int = row.id  # type: ignore[attr-defined]  # every table has it
        if isinstance(row, Document):
            return key in self.papers
        if isinstance(row, Deadline):
            return key in self.limits
        return key <= self.last.get(row.__tablename__, 0)


def standing(work: Work, case: Case) -> dict[str, Any]:
    """What the sender knows at this moment, for the event with which the case goes over."""
    work.session.flush()
    newest = {
        one.__tablename__: select(func.max(one.id)).where(one.case_id == case.id)
        for one in _OF_CASE
    }
    newest |= {
        one.__tablename__: select(func.max(one.id))
        .join(Document, Document.id == one.document_id)
        .where(Document.case_id == case.id)
        for one in _OF_PAPERS
    }
    linked = or_(CaseLink.case_id == case.id, CaseLink.other_id == case.id)
    newest[CaseLink.__tablename__] = select(func.max(CaseLink.id)).where(linked)
    numbered = select(Document.id).where(
        Document.case_id == case.id, Document.state.not_in(_UNNUMBERED)
    )
    limits = select(Deadline.id, Deadline.state).where(Deadline.case_id == case.id)
    return {
        "stage": case.stage,
        "registration": case.registration_number,
        "last": {name: work.session.scalar(query) or 0 for name, query in newest.items()},
        "papers": sorted(work.session.scalars(numbered)),
        "limits": {str(key): state for key, state in work.session.execute(limits)},
    }


def given(work: Work, case: Case) -> Known | None:
    """What the actor's office knew when it last gave the case away; None where it never did."""
    office = work.actor.office_id
    transfer = work.session.scalar(
        select(Transfer.id)
        .join(TransferStep, TransferStep.transfer_id == Transfer.id)
        .where(
            Transfer.case_id == case.id,
            Transfer.from_office_id == office,
            TransferStep.step == Passage.RECEIVED,
        )
        .order_by(Transfer.id.desc())
        .limit(1)
    )
    if transfer is None:
        return None
    event = work.session.scalars(
        select(Event).where(
            Event.case_id == case.id,
            Event.office_id == office,
            Event.action == MOVED,
            Event.subject == f"transfers:{transfer}",
        )
    ).one()
    told = event.detail.get("known", {})
    return Known(
        event.id,
        told.get("stage", ""),
        told.get("registration", ""),
        told.get("last", {}),
        frozenset(told.get("papers", ())),
        {int(key): state for key, state in told.get("limits", {}).items()},
    )


def of(work: Work, case: Case) -> Known | None:
    """How far the actor may look into a case that he may see; None for everything.

    Everything: of the own office, of one below that he supervises, and on its way to the office.
    """
    actor = work.actor
    if actor.is_system or actor.office_id == case.office_id:
        return None
    if between.reads_below(work, case):
        return None
    waiting = transfers.waiting(work, case.id)
    if waiting is not None and waiting.to_office_id == actor.office_id:
        return None
    return given(work, case)


def only(known: Known | None, rows: Iterable[Row]) -> list[Row]:
    """The rows of a case as far as they are known."""
    return [one for one in rows if known is None or known.has(one)]


def within(known: Known | None, model: type[Base]) -> tuple[ColumnElement[bool], ...]:
    """Conditions for a query on `model` that leave only rows that are known; none for None."""
    if known is None:
        return ()
    key: Any = model.id  # type: ignore[attr-defined]  # every table has it
    if model is Event:
        return (key <= known.event,)
    return (key <= known.last.get(model.__tablename__, 0),)


def check(work: Work, case: Case, row: Base, missing: str) -> None:
    """Refuse a row that came after the office gave the case away: raises NotFound(missing)."""
    known = of(work, case)
    if known is not None and not known.has(row):
        raise NotFound(missing)
