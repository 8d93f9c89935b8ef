"""Deadlines that ran out: recorded with their effect, and what the system then asks an officer."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, func, select

from casework.engine.basis import Basis
from casework.engine.deadline import is_late
from casework.errors import BadInput, NotFound, NotPermitted
from casework.failpoint import failpoint
from casework.models import Case, Deadline, Question
from casework.models.deadline import DeadlineState
from casework.services.cases import access
from casework.services.cases.record import audit
from casework.services.core.runtime import Door
from casework.services.core.text import TextChecker
from casework.services.core.work import Actor, Work
from casework.services.deadlines import clock_watch
from casework.services.people import notices

ASKED = ("case_officer", "coordinator")
_LONGEST = 4000


def ask(
    work: Work, case: Case, row: Deadline, *, known: bool, effect: str, basis: Basis
) -> list[Question]:
    """Put a question about a limit that ran out, for the record of it to name.

    Gives nothing where the same end was asked about before.
    """
    there = select(Question.id).where(Question.deadline_id == row.id, Question.due_at == row.due_at)
    if work.session.scalar(there) is not None:
        return []
    question = Question(
        case_id=case.id,
        deadline_id=row.id,
        due_at=row.due_at,
        known=known,
        effect=effect,
        citation=basis.citation,
        verification=basis.mark.value,
        roles=list(ASKED),
        asked_at=work.now,
        answer="",
    )
    work.session.add(question)
    return [question]


def waiting(work: Work, cases: Collection[int]) -> Sequence[Question]:
    """The open questions of these cases, oldest first."""
    return work.session.scalars(
        select(Question)
        .join(Deadline, Deadline.id == Question.deadline_id)
        .where(Question.case_id.in_(cases), _open())
        .order_by(Question.id)
    ).all()


def mine(work: Work, *, limit: int = 60) -> tuple[list[tuple[Question, Case, Deadline]], int]:
    """The open questions that the acting officer may answer, oldest first; how many more."""
    if not work.actor.roles & set(ASKED):
        return [], 0
    own = (access.visible(work), Case.office_id == work.actor.office_id, _open())
    rows = work.session.execute(
        select(Question, Case, Deadline)
        .join(Case, Case.id == Question.case_id)
        .join(Deadline, Deadline.id == Question.deadline_id)
        .where(*own)
        .order_by(Question.id)
        .limit(limit)
    ).all()
    count = len(rows)
    if count == limit:
        query = select(func.count()).select_from(Question)
        query = query.join(Case, Case.id == Question.case_id)
        query = query.join(Deadline, Deadline.id == Question.deadline_id)
        count = work.session.scalar(query.where(*own)) or 0
    return [(row.Question, row.Case, row.Deadline) for row in rows], count - len(rows)


def read(work: Work, case_id: int, question_id: int) -> tuple[Question, Deadline]:
    """A question of a case the actor may read; raises NotFound."""
    case = access.readable(work, case_id)
    row = work.session.get(Question, question_id)
    if row is None or row.case_id != case.id:
        raise NotFound("Pertanyaan itu tidak ada pada perkara ini.")
    return row, work.session.get_one(Deadline, row.deadline_id)


def answer(work: Work, case_id: int, question_id: int, text: str) -> Question:
    """Keep what an officer decided about an expired limit; it leaves every desk.

    Raises NotFound, NotPermitted, BadInput for an empty answer or one given already.
    """
    case = access.changeable(work, case_id)
    row, limit = read(work, case_id, question_id)
    work.session.refresh(row, with_for_update=True)
    if not work.actor.roles & set(row.roles):
        raise NotPermitted("Pertanyaan itu dijawab oleh staf penanganan atau koordinator divisi.")
    check = TextChecker()
    kept = check.text("jawaban", "Jawaban", text, limit=_LONGEST, required=True)
    check.done()
    if row.answered_at is not None:
        raise BadInput.one("jawaban", "Pertanyaan itu sudah dijawab petugas lain.")
    row.answer, row.answered_at, row.answered_by = kept, work.now, work.actor.officer_id
    audit.record(
        work,
        "tenggat_lewat_dijawab",
        case=case,
        subject=f"questions:{row.id}",
        citation=row.citation,
        detail={"rule": limit.rule, "deadline": row.deadline_id, "effect_known": row.known},
        touched=[row],
    )
    return row


def _open() -> ColumnElement[bool]:
    """A limit that was met after all, or runs again, asks nothing any more."""
    return (
        Question.answered_at.is_(None)
        & (Deadline.state == DeadlineState.EXPIRED)
        & (Deadline.due_at == Question.due_at)
    )


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
        .where(
            Deadline.state == DeadlineState.OPEN, Deadline.due_at < work.now.replace(microsecond=0)
        )
        .order_by(Deadline.due_at)
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
        if row.state == DeadlineState.OPEN and is_late(row.due_at, work.now):
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
    row.state, row.closed_at = DeadlineState.EXPIRED, None
    question = ask(work, case, row, known=known, effect=told, basis=basis)
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
        (*ASKED, notices.UPPER),
        key=f"{case.id}:deadline-{row.id}:expired:{row.due_epoch}",
        subject=f"{case.number}: batas waktu lewat",
        body=(
            f"Perkara {case.number}. Batas waktu {row.title} telah lewat. {effect} "
            f"({basis.citation}; {basis.mark.label}) {asked}"
        ),
        escalate=True,
    )
