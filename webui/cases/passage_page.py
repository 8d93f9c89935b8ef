"""How a case went from office to office, and what the reader's own office may do with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from casework.models import Case, Office, Transfer
from casework.services.cases import known, transfers
from casework.services.cases import transfers as arrivals
from casework.services.core.work import Work


@dataclass(frozen=True)
class StepLine:
    """One step of a transfer: left, received, returned or withdrawn."""

    step: str
    at: datetime
    note: str
    document_id: int | None


@dataclass(frozen=True)
class TransferLine:
    """One transfer of the case with its article, how far that was read, and what became of it."""

    kind: str
    sender: str
    receiver: str
    asked_at: datetime
    citation: str
    entry: str
    mark: str
    steps: tuple[StepLine, ...]

    @property
    def waits(self) -> bool:
        """Has it left, and was it neither received nor returned?"""
        return [one.step for one in self.steps] == ["left"]


@dataclass(frozen=True)
class Passage:
    """Every transfer, the newest last. `here` tells whether the reader's office has the case."""

    transfers: tuple[TransferLine, ...]
    here: bool
    coming: bool


def passage(work: Work, case: Case) -> Passage:
    """The transfers of a case as far as the officer's office knows them."""
    rows = known.only(
        known.of(work, case),
        work.session.scalars(
            select(Transfer).where(Transfer.case_id == case.id).order_by(Transfer.id)
        ),
    )
    lines = tuple(_lines(work, case, rows))
    meant = rows[-1].to_office_id if rows else None
    return Passage(
        lines,
        case.office_id == work.actor.office_id,
        bool(lines and lines[-1].waits and meant == work.actor.office_id),
    )


def _lines(work: Work, case: Case, rows: Sequence[Transfer]) -> list[TransferLine]:
    steps = transfers.of_transfers(work, [one.id for one in rows])
    when = arrivals.Days(work, [case.id])
    return [
        TransferLine(
            kind=one.kind,
            sender=work.session.get_one(Office, one.from_office_id).name,
            receiver=work.session.get_one(Office, one.to_office_id).name,
            asked_at=one.asked_at,
            citation=one.citation,
            entry=f"{case.edition}@{case.revision}/tindakan/{one.act}",
            mark=one.mark,
            steps=tuple(
                StepLine(step.step, when.of(case.id, step), step.note, step.document_id)
                for step in steps
                if step.transfer_id == one.id
            ),
        )
        for one in rows
    ]
