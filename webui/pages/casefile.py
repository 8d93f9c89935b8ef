"""The case file: everything about one case, read in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from casework.models import Case, Completion, Meeting, Opinion, Party, Review
from casework.services import access
from casework.services.work import Work
from webui.pages.acts import Offer, offer
from webui.pages.checks import findings
from webui.pages.files import EvidenceLine, PaperLine, evidence_of, papers_of
from webui.pages.head import Head, Limit, head_of, limits
from webui.pages.history import EventLine, timeline
from webui.pages.people import OutcomeLine, PartyLine, SessionLine, outcomes, parties, sessions
from webui.pages.referral import BoardRow, board
from webui.pages.relations import Relation, dated_facts, linked, suggested


@dataclass(frozen=True)
class About:
    """What was reported."""

    what: str
    place: str
    event_date: date
    known_date: date
    account: str
    suspects_crime: bool
    election: str
    received_at: str


@dataclass(frozen=True)
class ReviewText:
    """The newest kajian and how many versions there are."""

    revision: int
    facts: str
    analysis: str
    conclusion: str
    opinions: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True)
class MeetingLine:
    """One pleno."""

    purpose: str
    held_at: str
    seats: tuple[tuple[str, bool, str], ...]
    decision: str
    reason: str


@dataclass(frozen=True)
class CaseFile:
    """Every part of the page."""

    head: Head
    about: About
    offer: Offer
    limits: tuple[Limit, ...]
    facts: tuple[tuple[str, str, str], ...]
    parties: tuple[PartyLine, ...]
    evidence: tuple[EvidenceLine, ...]
    findings: tuple[tuple[int, str, bool, str], ...]
    completions: tuple[tuple[str, str, bool], ...]
    sessions: tuple[SessionLine, ...]
    review: ReviewText | None
    meetings: tuple[MeetingLine, ...]
    outcomes: tuple[OutcomeLine, ...]
    board: tuple[BoardRow, ...]
    papers: tuple[PaperLine, ...]
    linked: tuple[Relation, ...]
    suggested: tuple[Relation, ...]
    timeline: tuple[EventLine, ...]

    @property
    def preparing(self) -> bool:
        """Whether a paper is still being prepared in the background."""
        return any(one.waiting for one in self.papers)

    @property
    def paper_state(self) -> str:
        """The papers' states in one word; when it changes, the page is out of date."""
        return ",".join(f"{one.id}:{one.state}" for one in self.papers)


def case_file(work: Work, case_id: int) -> CaseFile:
    """Read the whole file of a case the officer may see; raises NotFound."""
    case = access.readable(work, case_id)
    return CaseFile(
        head=head_of(work, case),
        about=_about(work, case),
        offer=offer(work, case),
        limits=tuple(limits(work, case)),
        facts=tuple(dated_facts(work, case)),
        parties=tuple(parties(work, case)),
        evidence=tuple(evidence_of(work, case)),
        findings=tuple(findings(work, case)),
        completions=_completions(work, case),
        sessions=tuple(sessions(work, case)),
        review=_review(work, case),
        meetings=_meetings(work, case),
        outcomes=tuple(outcomes(work, case)),
        board=tuple(board(work, case)),
        papers=tuple(papers_of(work, case)),
        linked=tuple(linked(work, case)),
        suggested=tuple(suggested(work, case)),
        timeline=tuple(timeline(work, case)),
    )


def _about(work: Work, case: Case) -> About:
    election = work.law.elections.get(case.election)
    return About(
        what=case.event_what,
        place=case.event_place,
        event_date=case.event_date,
        known_date=case.known_date,
        account=case.account,
        suspects_crime=case.suspects_crime,
        election=election.title if election else case.election,
        received_at=case.received_at.isoformat(),
    )


def _completions(work: Work, case: Case) -> tuple[tuple[str, str, bool], ...]:
    rows = work.session.scalars(select(Completion).where(Completion.case_id == case.id))
    return tuple((row.received_at.isoformat(), row.description, row.late) for row in rows)


def _review(work: Work, case: Case) -> ReviewText | None:
    row = work.session.scalar(
        select(Review).where(Review.case_id == case.id).order_by(Review.revision.desc()).limit(1)
    )
    if row is None:
        return None
    articles = work.law.edition(case.edition, case.revision).violations.articles
    opinions = work.session.execute(
        select(Party.label, Opinion.violation_class, Opinion.article, Opinion.reason)
        .join(Party, Party.id == Opinion.party_id)
        .where(Opinion.review_id == row.id)
        .order_by(Party.ordinal)
    ).all()
    return ReviewText(
        row.revision,
        row.facts,
        row.analysis,
        row.conclusion,
        tuple(
            (label, kind, articles[key].article if key in articles else key, reason)
            for label, kind, key, reason in opinions
        ),
    )


def _meetings(work: Work, case: Case) -> tuple[MeetingLine, ...]:
    rows = work.session.scalars(
        select(Meeting).where(Meeting.case_id == case.id).order_by(Meeting.held_at.desc())
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
