"""Limits that ran out: the system records it, with the legal effect or that none is known."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from casework.engine.deadline import is_late
from casework.failpoint import failpoint
from casework.models import Case, Deadline
from casework.services.cases import access
from casework.services.limits import clock_watch, questions
from casework.services.messaging import notices
from casework.services.record import audit
from casework.services.unit.door import Door
from casework.services.unit.work import Actor, Work

# How the rules data begins the text of a limit whose consequence no source tells.
UNKNOWN = "tidak diketahui"


def overdue(work: Work, *, limit: int = 200) -> list[tuple[int, int]]:
    """Open limits that are over, the longest first: limit id and office id.

    None while the clock is doubted: a wrong one would close limits that still run.
    """
    if clock_watch.suspect(work):
        return []
    rows = work.session.execute(
        select(Deadline.id, Case.office_id)
        .join(Case, Case.id == Deadline.case_id)
        .where(Deadline.state == "open", Deadline.due_epoch < int(work.now.timestamp()))
        .order_by(Deadline.due_epoch)
        .limit(limit)
    )
    return [(row.id, row.office_id) for row in rows]


def expire(door: Door, deadline_id: int, office_id: int) -> None:
    """Mark a limit expired by an act of the system; tell it, and ask those who handle the case.

    Their office and the one above it are told. The rules data hold the consequence in words, not
    as an act of the lifecycle: it is recorded with its article, and a question stays on the desk
    until an officer says what was done. Where no source tells it, they say so.
    """
    with door.unit_of_work(Actor.system(office_id)) as work:
        if clock_watch.suspect(work):
            return
        row = work.session.get_one(Deadline, deadline_id)
        access.locked(work, row.case_id)
        work.session.refresh(row, with_for_update={"key_share": True})
        if row.state == "open" and is_late(datetime.fromisoformat(row.due), work.now):
            _expire(work, row)
        failpoint("expiry.before-commit")
    failpoint("expiry.after-commit")


def _expire(work: Work, row: Deadline) -> None:
    case = work.session.get_one(Case, row.case_id)
    rule = work.law.edition(row.edition, row.revision).deadlines[row.rule]
    known = bool(row.on_expiry) and not row.on_expiry.lower().startswith(UNKNOWN)
    told = row.on_expiry or "Tidak diketahui."
    effect = told if known else f"Akibat hukum: {told} Mintalah petunjuk."
    asked = (
        "Staf penanganan atau koordinator menjawab pertanyaan di meja kerjanya: apa yang sudah "
        "dilakukan."
    )
    basis = rule.on_expiry_basis if known else rule.basis
    row.state, row.closed_at = "expired", None
    question = questions.ask(work, case, row, known=known, effect=told, basis=basis)
    audit.record(
        work,
        "tenggat_lewat",
        case=case,
        subject=f"deadlines:{row.id}",
        citation=basis.citation,
        detail={"rule": row.rule, "due": row.due, "effect": effect, "effect_known": known},
        touched=[row, *question],
    )
    notices.tell(
        work,
        case,
        (*questions.ASKED, notices.UPPER),
        key=f"{case.id}:deadline-{row.id}:expired:{row.due_epoch}",
        subject=f"{case.number}: batas waktu lewat",
        body=(
            f"Perkara {case.number}. Batas waktu {row.title} telah lewat. {effect} "
            f"({basis.citation}; {basis.mark.label}) {asked}"
        ),
        escalate=True,
    )
