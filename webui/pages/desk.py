"""The desk of one officer: cases by the time that is left, and unread notices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, false, func, or_, select

from casework.engine.deadline import is_late
from casework.engine.law import Law
from casework.errors import NotFound
from casework.models import Case, Deadline, Document, Notice
from casework.services import access, papers, questions, slack, transfers
from casework.services.running import matters, still_matters
from casework.services.work import Work
from webui.clockface import local
from webui.pages.acts import ActLine, offer
from webui.pages.intake import DraftLine, lines
from webui.pages.paraf import InitialLine, waiting_initials

MOST_ROWS = 60
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class DeskRow:
    """One case on the desk with its most pressing limit and what can be done about it now.

    `latest` is the latest moment to begin what the limit still asks for, `safe` the same by the
    stricter reading; all three are empty where no limit runs.
    """

    id: int
    number: str
    title: str
    stage: str
    due: str
    limit: str
    latest: str
    safe: str
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
    """Rows by slack, and notices. `now`: the limit runs, but its next act should have begun."""

    late: tuple[DeskRow, ...]
    now: tuple[DeskRow, ...]
    today: tuple[DeskRow, ...]
    week: tuple[DeskRow, ...]
    later: tuple[DeskRow, ...]
    waiting: tuple[DeskRow, ...]
    notices: tuple[NoticeLine, ...]
    questions: tuple[QuestionLine, ...]
    initials: tuple[InitialLine, ...]
    drafts: tuple[DraftLine, ...]


def desk(work: Work, zone: str) -> Desk:
    """Everything on the signed-in officer's desk, the least slack first."""
    cases = _cases(work)
    limits = _limits(work, [case.id for case in cases])
    rows = sorted((_row(work, case, limits.get(case.id, [])) for case in cases), key=_slack)
    # A case that is over stays only while something is left to be done, such as telling its end.
    rows = [row for row in rows if not row.final or row.acts or row.waiting_for]
    mine = [row for row in rows if row.acts]
    ends = local(work.now, zone).replace(hour=23, minute=59, second=59, microsecond=0)
    groups: dict[str, list[DeskRow]] = {"late": [], "now": [], "today": [], "week": [], "later": []}
    for row in mine:
        groups[_when(row, work.now, ends)].append(row)
    return Desk(
        **{name: tuple(found) for name, found in groups.items()},
        waiting=tuple(row for row in rows if not row.acts),
        notices=tuple(_notices(work)),
        questions=tuple(_questions(work)),
        initials=tuple(waiting_initials(work)),
        drafts=lines(work),
    )


def _slack(row: DeskRow) -> tuple[bool, float, int]:
    latest = datetime.fromisoformat(row.latest).timestamp() if row.latest else 0.0
    return not row.latest, latest, row.id


def _when(row: DeskRow, now: datetime, ends: datetime) -> str:
    """The group of a row: by its limit when that is over, else by when it must be begun."""
    if not row.latest:
        return "later"
    if is_late(datetime.fromisoformat(row.due), now):
        return "late"
    latest = datetime.fromisoformat(row.latest)
    if is_late(latest, now):
        return "now"
    return "today" if latest <= ends else "week" if latest <= ends + WEEK else "later"


def _cases(work: Work) -> list[Case]:
    """Cases that are not over for good, the nearest limit first."""
    nearest = (
        select(Deadline.case_id, func.min(Deadline.due_epoch).label("epoch"))
        .join(Case, Case.id == Deadline.case_id)
        .where(still_matters(work.law))
        .group_by(Deadline.case_id)
        .subquery()
    )
    return list(
        work.session.scalars(
            select(Case)
            .outerjoin(nearest, nearest.c.case_id == Case.id)
            .where(
                or_(access.visible(work), Case.id.in_(transfers.incoming(work.actor.office_id))),
                access.legible(work),
                or_(~_over(work.law), _unsent()),
            )
            .order_by(nearest.c.epoch.is_(None), nearest.c.epoch, Case.id)
            .limit(MOST_ROWS)
        )
    )


def _limits(work: Work, case_ids: list[int]) -> Mapping[int, list[Deadline]]:
    """The limits of these cases that run or have run out, by case."""
    found: dict[int, list[Deadline]] = {}
    rows = work.session.scalars(
        select(Deadline)
        .where(Deadline.case_id.in_(case_ids), Deadline.state.in_(("open", "expired")))
        .order_by(Deadline.due_epoch)
    )
    for row in rows:
        found.setdefault(row.case_id, []).append(row)
    return found


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


def _row(work: Work, case: Case, limits: Sequence[Deadline]) -> DeskRow:
    offered = offer(work, case)
    others = {role for one in offered.others for role in one.roles}
    edition = work.law.edition(case.edition, case.revision)
    rows = [row for row in limits if matters(edition, case.stage, row.rule, row.state)]
    walks = slack.of_limits(work, case, rows)
    row = min(rows, key=lambda one: walks[one.id].latest, default=None)
    return DeskRow(
        id=case.id,
        number=case.number,
        title=case.title,
        stage=case.stage,
        due=row.due if row else "",
        limit=row.title if row else "",
        latest=walks[row.id].latest.isoformat() if row else "",
        safe=walks[row.id].safe.isoformat() if row else "",
        acts=offered.mine,
        waiting_for=tuple(sorted(others)),
        final=edition.stages[case.stage].final,
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
