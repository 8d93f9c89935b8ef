"""What the system asks when a limit ran out: it stays on the desk until an officer answers."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, func, select

from casework.engine.basis import Basis
from casework.errors import BadInput, NotFound, NotPermitted
from casework.models import Case, Deadline, Question
from casework.services.cases import access
from casework.services.record import audit
from casework.services.unit.text import TextChecker
from casework.services.unit.work import Work

ASKED = ("case_officer", "coordinator")
_LONGEST = 4000


def ask(
    work: Work, case: Case, row: Deadline, *, known: bool, effect: str, basis: Basis
) -> list[Question]:
    """Put a question about a limit that ran out, for the record of it to name.

    Gives nothing where the same end was asked about before.
    """
    there = select(Question.id).where(
        Question.deadline_id == row.id, Question.due_epoch == row.due_epoch
    )
    if work.session.scalar(there) is not None:
        return []
    question = Question(
        case_id=case.id,
        deadline_id=row.id,
        due_epoch=row.due_epoch,
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
        & (Deadline.state == "expired")
        & (Deadline.due_epoch == Question.due_epoch)
    )
