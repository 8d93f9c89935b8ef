"""What officers found, heard, wrote and decided in one case."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from casework.models import Case, Meeting, Review
from casework.services.cases import known, review_secrecy
from casework.services.core.work import Work
from webui.cases.people_page import OutcomeLine, SessionLine, outcomes, sessions
from webui.gakkumdu.page import DiscussionLine, held
from webui.hearing.page import HearingPart, heard
from webui.referral.page import BoardRow, board
from webui.review.checks_page import findings
from webui.review.proposals_page import Proposals, proposals


@dataclass(frozen=True)
class ReviewText:
    """The newest kajian and how many versions there are."""

    id: int
    revision: int
    facts: str
    analysis: str
    conclusion: str
    proposals: Proposals


@dataclass(frozen=True)
class MeetingLine:
    """One pleno."""

    purpose: str
    held_at: str
    seats: tuple[tuple[str, bool, str], ...]
    decision: str
    reason: str


@dataclass(frozen=True)
class Handling:
    """Everything between the report and the end, as far as it has come."""

    findings: tuple[tuple[int, str, bool, str], ...]
    sessions: tuple[SessionLine, ...]
    review: ReviewText | None
    review_is_secret: bool
    discussions: tuple[DiscussionLine, ...]
    hearing: HearingPart | None
    meetings: tuple[MeetingLine, ...]
    outcomes: tuple[OutcomeLine, ...]
    board: tuple[BoardRow, ...]


def handling(work: Work, case: Case) -> Handling:
    """Read the part of the file about the handling."""
    open_to_me = review_secrecy.may_read(work, case)
    return Handling(
        findings=tuple(findings(work, case)),
        sessions=tuple(sessions(work, case)),
        review=_review(work, case) if open_to_me else None,
        review_is_secret=not open_to_me,
        discussions=held(work, case),
        hearing=heard(work, case),
        meetings=_meetings(work, case),
        outcomes=tuple(outcomes(work, case)),
        board=tuple(board(work, case)),
    )


def _review(work: Work, case: Case) -> ReviewText | None:
    row = work.session.scalar(
        select(Review)
        .where(Review.case_id == case.id, *known.within(known.of(work, case), Review))
        .order_by(Review.revision.desc())
        .limit(1)
    )
    if row is None:
        return None
    return ReviewText(
        row.id,
        row.revision,
        row.facts,
        row.analysis,
        row.conclusion,
        proposals(work, case, row.id),
    )


def _meetings(work: Work, case: Case) -> tuple[MeetingLine, ...]:
    rows = work.session.scalars(
        select(Meeting)
        .where(Meeting.case_id == case.id, *known.within(known.of(work, case), Meeting))
        .order_by(Meeting.held_at.desc())
    )
    return tuple(
        MeetingLine(
            row.purpose,
            row.held_at.isoformat(),
            tuple((seat["name"], seat["present"], seat["position"]) for seat in row.attendance),
            row.decision,
            row.reason,
        )
        for row in rows
    )
