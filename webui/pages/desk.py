"""The desk of one officer: cases by the time that is left, and unread notices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, false, func, or_, select

from casework.engine.law import Law
from casework.errors import NotFound
from casework.models import Case, Deadline, Document, Notice
from casework.services import access, papers, questions
from casework.services.work import Work
from webui.clockface import local
from webui.pages.acts import ActLine, offer
from webui.pages.paraf import InitialLine, waiting_initials
from webui.pages.running import still_matters

MOST_ROWS = 60


@dataclass(frozen=True)
class DeskRow:
    """One case on the desk with its nearest limit and what can be done about it now."""

    id: int
    number: str
    title: str
    stage: str
    due: str
    limit: str
    acts: tuple[ActLine, ...]
    waiting_for: tuple[str, ...]
    final: bool


@dataclass(frozen=True)
class NoticeLine:
    """An unread message."""

    id: int
    subject: str
    body: str
    at: datetime
    case_id: int | None


@dataclass(frozen=True)
class QuestionLine:
    """A limit that ran out and about which an officer has to say what was done."""

    id: int
    case_id: int
    number: str
    limit: str
    due: str
    known: bool


@dataclass(frozen=True)
class Desk:
    """Rows by urgency, and notices."""

    late: tuple[DeskRow, ...]
    today: tuple[DeskRow, ...]
    week: tuple[DeskRow, ...]
    later: tuple[DeskRow, ...]
    waiting: tuple[DeskRow, ...]
    notices: tuple[NoticeLine, ...]
    questions: tuple[QuestionLine, ...]
    initials: tuple[InitialLine, ...]


def desk(work: Work, zone: str) -> Desk:
    """Everything on the signed-in officer's desk."""
    rows = [_row(work, case, due, title) for case, due, title in _cases(work)]
    # A case that is over stays only while something is left to be done, such as telling its end.
    rows = [row for row in rows if not row.final or row.acts or row.waiting_for]
    mine = [row for row in rows if row.acts]
    ends = local(work.now, zone).replace(hour=23, minute=59, second=59, microsecond=0)
    week = ends + timedelta(days=7)
    late, today, soon, later = [], [], [], []
    for row in mine:
        due = datetime.fromisoformat(row.due) if row.due else None
        if due is not None and due < work.now:
            late.append(row)
        elif due is not None and due <= ends:
            today.append(row)
        elif due is not None and due <= week:
            soon.append(row)
        else:
            later.append(row)
    return Desk(
        tuple(late),
        tuple(today),
        tuple(soon),
        tuple(later),
        tuple(row for row in rows if not row.acts),
        tuple(_notices(work)),
        tuple(_questions(work)),
        tuple(waiting_initials(work)),
    )


def _cases(work: Work) -> list[tuple[Case, str, str]]:
    """Cases that are not over for good, the nearest limit first."""
    nearest = (
        select(Deadline.case_id, func.min(Deadline.due_epoch).label("epoch"))
        .join(Case, Case.id == Deadline.case_id)
        .where(still_matters(work.law))
        .group_by(Deadline.case_id)
        .subquery()
    )
    rows = work.session.execute(
        select(Case, Deadline.due, Deadline.title)
        .outerjoin(nearest, nearest.c.case_id == Case.id)
        .outerjoin(
            Deadline,
            (Deadline.case_id == Case.id)
            & (Deadline.due_epoch == nearest.c.epoch)
            & still_matters(work.law),
        )
        .where(access.visible(work), or_(~_over(work.law), _unsent()))
        .order_by(nearest.c.epoch.is_(None), nearest.c.epoch, Case.id)
        .limit(MOST_ROWS)
    ).all()
    seen: dict[int, tuple[Case, str, str]] = {}
    for case, due, title in rows:
        seen.setdefault(case.id, (case, due or "", title or ""))
    return list(seen.values())


def _over(law: Law) -> ColumnElement[bool]:
    """The case stands in a final stage of its edition, whichever that is."""
    ended = [
        and_(Case.edition == edition.id, Case.stage.in_(sorted(finals)))
        for edition in law.editions.values()
        if (finals := {stage.id for stage in edition.stages.values() if stage.final})
    ]
    return or_(false(), *ended)


def _unsent() -> ColumnElement[bool]:
    """A letter of the case has not left yet: that keeps an ended case on the desk."""
    waiting = ("planned", "draft", "numbered", "issued")
    return Case.id.in_(
        select(Document.case_id).where(
            Document.kind.in_(sorted(papers.LETTERS)), Document.state.in_(waiting)
        )
    )


def _row(work: Work, case: Case, due: str, limit: str) -> DeskRow:
    offered = offer(work, case)
    others = {role for one in offered.others for role in one.roles}
    return DeskRow(
        id=case.id,
        number=case.number,
        title=case.title,
        stage=case.stage,
        due=due,
        limit=limit,
        acts=offered.mine,
        waiting_for=tuple(sorted(others)),
        final=work.law.edition(case.edition, case.revision).stages[case.stage].final,
    )


def _notices(work: Work) -> list[NoticeLine]:
    rows = work.session.scalars(
        select(Notice)
        .where(Notice.officer_id == work.actor.officer_id, Notice.read_at.is_(None))
        .order_by(Notice.id.desc())
        .limit(30)
    )
    return [NoticeLine(row.id, row.subject, row.body, row.created_at, row.case_id) for row in rows]


def _questions(work: Work) -> list[QuestionLine]:
    return [
        QuestionLine(asked.id, case.id, case.number, row.title, row.due, asked.known)
        for asked, case, row in questions.mine(work)
    ]


def mark_read(work: Work, notice_id: int) -> None:
    """Put away one of the officer's own notices; raises NotFound."""
    row = work.session.get(Notice, notice_id)
    if row is None or row.officer_id != work.actor.officer_id:
        raise NotFound("Pemberitahuan itu tidak ada.")
    row.read_at = row.read_at or work.now
