"""A case goes to another office: asked over, received, returned, or taken by the office above.

What came with it stays what it was: its number, its limits to the second, the papers of the
sender. Only who has the case changes, in one transaction, with a link in both chains.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select

from casework.engine.act import Act
from casework.engine.handover import Handover, Leaves, Step
from casework.failpoint import failpoint
from casework.models import Base, Case, Deadline, Dispatch, Document, Office, Transfer
from casework.models.document import DocumentState
from casework.models.transfer import Passage, TransferKind
from casework.services.acts import acts, departure
from casework.services.cases import act_owner, known, transfers
from casework.services.cases.record import audit
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.documents import papers
from casework.services.people import notices

_UNNUMBERED = ("planned", "draft")


def limits(work: Work, case: Case, sender: Office) -> list[Deadline]:
    """The limits so far go on being counted where they began: each stays the moment it was."""
    rows = work.session.scalars(
        select(Deadline)
        .where(Deadline.case_id == case.id, Deadline.office_id.is_(None))
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    ).all()
    for row in rows:
        row.office_id = sender.id
    return list(rows)


def papers_of_sender(work: Work, case: Case, sender: Office) -> list[Document]:
    """What was numbered or issued stays the sender's paper; drafts are the new office's."""
    rows = work.session.scalars(
        select(Document)
        .where(
            Document.case_id == case.id,
            Document.office_id.is_(None),
            Document.state.not_in(_UNNUMBERED),
        )
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    ).all()
    for row in rows:
        row.office_id = sender.id
    return list(rows)


OFFICE = "kantor"
"""The field of the other office that an act concerns."""


@dataclass(frozen=True)
class Done:
    """What an act of handing over did: rows for its record, and what the record tells."""

    touched: Sequence[Base] = ()
    detail: Mapping[str, object] = field(default_factory=dict)
    subject: str = ""


def other_offices(work: Work, case: Case, handover: Handover) -> list[Office]:
    """The offices the law data let this one send a case to."""
    rows = work.session.scalars(select(Office).order_by(Office.code)).all()
    return [one for one in rows if act_owner.named(work, handover, one, case.office)]


def receives(act: Act) -> bool:
    """Is the case received with this act? Then its reason is the proof of receipt."""
    return act.handover is not None and act.handover.step is Step.RECEIVE


def check(
    work: Work,
    step: acts.Step,
    office_id: int | None,
    at: Mapping[str, datetime],
    field_check: TextChecker,
) -> None:
    """Note that no office was chosen, or one the law data do not allow, or an end before the start.

    `at` are the moments of the act by fact.
    """
    if step.act.handover is None:
        return
    if step.act.handover.step is not Step.SEND:
        waiting = transfers.under_way(work, step.case.id)
        left = waiting[1] if waiting else None
        for name, moment in at.items():
            if left is not None and moment < left.at.replace(second=0, microsecond=0):
                field_check.refuse(
                    name, "Waktunya tidak boleh sebelum perkara dikirim. Periksa tanggalnya."
                )
        return
    if office_id not in {one.id for one in other_offices(work, step.case, step.act.handover)}:
        field_check.refuse(OFFICE, "Pilih kantor yang dituju; suratnya dialamatkan ke sana.")


def perform(work: Work, step: acts.Step, office_id: int | None, at: datetime, note: str) -> Done:
    """Do what the act does with the case; `at` is when, `note` the reason or proof of receipt.

    Nothing for an act that moves no case.
    """
    if step.act.handover is None:
        return Done()
    return _STEPS[step.act.handover.step](work, step, office_id or 0, at, note)


def _send(work: Work, step: acts.Step, office_id: int, at: datetime, note: str) -> Done:
    case, touched = step.case, list[Base]()
    before = transfers.under_way(work, case.id)
    if before is not None:
        # Asked over before and never sent: the newer wish counts, and its letter is not needed.
        touched += [transfers.record(work, before[0], Passage.WITHDRAWN, note=note)]
        touched += _void_letter(work, case, before[0])
    transfer = _asked(work, step, case.office_id, office_id, TransferKind.SENT)
    touched.append(transfer)
    if step.act.handover and step.act.handover.leaves is Leaves.ACT:
        touched.append(departure.leave(work, case, transfer, at))
    return Done(touched, {"office_id": office_id}, f"transfers:{transfer.id}")


def _receive(work: Work, step: acts.Step, _office: int, at: datetime, note: str) -> Done:
    transfer = _waiting(work, step.case)
    arrived = _arrived(work, transfer, at, note)
    return _move(work, step.case, transfer, Passage.RECEIVED, at, note, arrived)


def _take(work: Work, step: acts.Step, _office: int, at: datetime, note: str) -> Done:
    here, case = work.actor.office_id, step.case
    touched = list[Base]()
    before = transfers.under_way(work, case.id)
    if before is not None:
        touched += [transfers.record(work, before[0], Passage.WITHDRAWN, note=note)]
        touched += _void_letter(work, case, before[0])
    transfer = _asked(work, step, case.office_id, here, TransferKind.TAKEN)
    done = _move(work, case, transfer, Passage.RECEIVED, at, note, touched)
    detail = {**done.detail, "office_id": transfer.from_office_id}
    return Done([transfer, *done.touched], detail, done.subject)


def _return(work: Work, step: acts.Step, _office: int, at: datetime, note: str) -> Done:
    transfer, case = _waiting(work, step.case), step.case
    row = transfers.record(work, transfer, Passage.RETURNED, at=at, note=note)
    _tell(work, case, case.office, transfer, "dikembalikan")
    return Done((row,), {"transfer": transfer.id}, f"transfers:{transfer.id}")


_STEPS: Mapping[Step, Callable[[Work, acts.Step, int, datetime, str], Done]] = {
    Step.SEND: _send,
    Step.RECEIVE: _receive,
    Step.RETURN: _return,
    Step.TAKE: _take,
}


def _asked(work: Work, step: acts.Step, sender: int, receiver: int, kind: TransferKind) -> Transfer:
    row = Transfer(
        case_id=step.case.id,
        from_office_id=sender,
        to_office_id=receiver,
        kind=kind,
        act=step.act.id,
        citation=step.act.basis.citation,
        mark=step.act.basis.mark,
        asked_at=work.now,
        asked_by=work.actor.officer_id,
    )
    work.session.add(row)
    work.session.flush()
    return row


def _move(
    work: Work,
    case: Case,
    transfer: Transfer,
    how: Passage,
    at: datetime,
    note: str,
    arrived: Sequence[Base],
) -> Done:
    """Give the case to its new office; the old one's chain ends with a link the new one follows."""
    sender, receiver = case.office, work.session.get_one(Office, transfer.to_office_id)
    audit.lock_heads(work, (sender.id, receiver.id))
    last = audit.record(
        work,
        known.MOVED,
        case=case,
        subject=f"transfers:{transfer.id}",
        citation=transfer.citation,
        detail={
            "transfer": transfer.id,
            "office_id": receiver.id,
            "known": known.standing(work, case),
        },
        touched=arrived,
    )
    row = transfers.record(work, transfer, how, at=at, note=note)
    kept = [*limits(work, case, sender), *papers_of_sender(work, case, sender)]
    case.office, case.owner_id = receiver, None
    failpoint("transfer.moved")
    _tell(work, case, sender, transfer, "diterima")
    follows = [last.office_id, last.seq, last.hash]
    detail = {"transfer": transfer.id, "follows": follows}
    return Done([row, *kept], detail, f"transfers:{transfer.id}")


def _arrived(work: Work, transfer: Transfer, at: datetime, note: str) -> list[Dispatch]:
    """The sender's proof of sending says when its letter arrived, unless that was known."""
    departed = transfers.departure(work, transfer)
    row = work.session.scalar(
        select(Dispatch)
        .where(Dispatch.document_id == (departed.document_id if departed else None))
        .order_by(Dispatch.id.desc())
        .limit(1)
    )
    if row is None or row.received_at is not None or at < row.sent_at:
        return []
    row.received_at, row.receiver_note = at, note[:500]
    return [row]


def _void_letter(work: Work, case: Case, transfer: Transfer) -> list[Base]:
    """The letter of a transfer that never left is not sent any more."""
    rows = work.session.scalars(
        select(Document).where(
            Document.case_id == case.id,
            Document.kind == departure.LETTER,
            Document.state.not_in((DocumentState.DISPATCHED, DocumentState.VOID)),
        )
    ).all()
    why = "Pelimpahan ini tidak jadi dikirim."
    return [
        one
        for row in rows
        if row.context.get("office_id") == transfer.to_office_id
        for one in papers.void(work, case, row, why)
    ]


def _waiting(work: Work, case: Case) -> Transfer:
    found = transfers.waiting(work, case.id)
    assert found is not None  # noqa: S101  # asked before: the act needs it
    return found


def _tell(work: Work, case: Case, office: Office, transfer: Transfer, what: str) -> None:
    """Tell the sender what became of the case it gave away."""
    there = work.session.get_one(Office, transfer.to_office_id)
    notices.tell(
        work,
        case,
        transfers.RECEIVERS,
        office=office,
        key=f"{case.id}:transfer-{transfer.id}:{what}",
        subject=f"{case.number}: {transfer.kind} {what}",
        # What was typed may name a person; it stands on the case, not in a message.
        body=f"Perkara {case.number}: {transfer.kind} {what} {there.name}. Lihat perkaranya.",
        leave_out=work.actor.officer_id,
    )
