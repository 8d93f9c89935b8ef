"""The case file: an overview of one case, and its parts, each read in one transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _
from sqlalchemy import select

from casework.models import Case, Completion, Event, Fact
from casework.models.deadline import DeadlineState
from casework.models.document import DocumentState
from casework.services.cases import access, known
from casework.services.core.work import Work
from casework.services.law import regions
from casework.services.law.regions import Competence
from webui.cases import comments_page
from webui.cases.access_list_page import access_list
from webui.cases.acts_page import ActLine, offer
from webui.cases.comments_page import CommentLine
from webui.cases.file_head import FileHead, file_head
from webui.cases.files_page import EvidenceLine, PaperLine, evidence_of, papers_of
from webui.cases.handling_page import handling
from webui.cases.history_page import Day, Trail, by_day, latest, trail
from webui.cases.left_behind_page import LeftBehind, left_behind
from webui.cases.passage_page import Passage, passage
from webui.cases.people_page import PartyLine, PersonLine, parties, people
from webui.cases.relations_page import Relation, dated_facts, linked, suggested
from webui.cases.timeline_page import Timeline, timeline_of
from webui.core.progress import Progress
from webui.deadlines.limits_page import Limit, limits
from webui.gakkumdu.page import OverrideLine, overridden

LATEST = 8
LATEST_COMMENTS = 3
MOST_PAPERS = 8
PAPERS_A_PAGE = 20


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
    source: str
    outside_hours: str
    hours_mark: str
    late_reason: str
    stage_reason: str
    received_reason: str
    region: str
    point: str
    office: Competence | None


class Papers:
    """Mixed into a part that lists papers."""

    papers: tuple[PaperLine, ...]

    @property
    def preparing(self) -> bool:
        """Whether a paper is still being prepared in the background."""
        return any(one.waiting for one in self.papers)

    @property
    def progress(self) -> Progress:
        """How many papers the background has made, of those that are not out of the house yet."""
        state = ",".join(f"{one.id}:{one.state}" for one in self.papers)
        waiting = sum(1 for one in self.papers if one.waiting)
        made = sum(
            1 for one in self.papers if one.state in (DocumentState.DRAFT, DocumentState.ISSUED)
        )
        return Progress(made, made + waiting, state)


@dataclass(frozen=True)
class Overview(Papers):
    """What an officer sees first: where the case stands, what to do next, and by when."""

    file: FileHead
    about: About
    running: tuple[Limit, ...]
    timeline: Timeline
    facts: tuple[tuple[str, str, str], ...]
    completions: tuple[tuple[str, str, bool], ...]
    papers: tuple[PaperLine, ...]
    suggested: tuple[Relation, ...]
    left: LeftBehind
    latest: tuple[Day, ...]
    people: tuple[PersonLine, ...]
    passage: Passage
    overrides: tuple[OverrideLine, ...]
    comments: tuple[CommentLine, ...]
    evidence: tuple[EvidenceLine, ...]

    @property
    def shown_papers(self) -> tuple[tuple[PaperLine, int], ...]:
        """The newest paper of each kind, void ones left out, and how many there are of it."""
        there = [one for one in self.papers if one.state != DocumentState.VOID]
        many = Counter(one.kind for one in there)
        newest = {one.kind: one for one in there}
        found = sorted(newest.values(), key=lambda one: one.id, reverse=True)
        return tuple((one, many[one.kind]) for one in found[:MOST_PAPERS])

    @property
    def waiting_papers(self) -> tuple[PaperLine, ...]:
        """Papers being made, letters not issued or not sent yet."""
        return tuple(
            one
            for one in self.papers
            if one.waiting
            or (one.letter and one.state == DocumentState.DRAFT)
            or (one.leaves and one.state == DocumentState.ISSUED)
        )


@dataclass(frozen=True)
class People:
    """The parties, and the cases that belong to this one."""

    parties: tuple[PartyLine, ...]
    linked: tuple[Relation, ...]
    left: LeftBehind


@dataclass(frozen=True)
class Proofs:
    """The evidence."""

    evidence: tuple[EvidenceLine, ...]


@dataclass(frozen=True)
class Limits:
    """Every legal limit with its derivation."""

    limits: tuple[Limit, ...]


@dataclass(frozen=True)
class PaperList(Papers):
    """Every paper, the newest first, of which one page is shown."""

    papers: tuple[PaperLine, ...]
    number: int = 1

    @property
    def shown(self) -> tuple[PaperLine, ...]:
        """The papers of this page."""
        newest = self.papers[::-1]
        return newest[(self.number - 1) * PAPERS_A_PAGE : self.number * PAPERS_A_PAGE]

    @property
    def last(self) -> int:
        """The number of the last page."""
        return max(1, -(-len(self.papers) // PAPERS_A_PAGE))


def overview(work: Work, case_id: int) -> Overview:
    """Read what the first page of a case shows; raises NotFound."""
    case = access.remembered(work, case_id)
    file = file_head(work, case)
    head, dated = file.head, dated_facts(work, case)
    return Overview(
        file=file,
        about=_about(work, case),
        running=tuple(
            one for one in head.limits if one.state in (DeadlineState.OPEN, DeadlineState.PAUSED)
        ),
        timeline=timeline_of(work, case, head.limits, dated),
        facts=tuple(dated),
        completions=_completions(work, case),
        papers=tuple(papers_of(work, case)),
        suggested=tuple(suggested(work, case)),
        left=left_behind(work, case),
        latest=by_day(latest(work, case, LATEST), case.office.zone),
        people=people(work, case),
        passage=passage(work, case),
        overrides=overridden(work, case),
        comments=comments_page.latest(work, case, LATEST_COMMENTS),
        evidence=tuple(evidence_of(work, case)),
    )


def _people(work: Work, case: Case, _page: int) -> People:
    return People(tuple(parties(work, case)), tuple(linked(work, case)), left_behind(work, case))


def _trail(work: Work, case: Case, page: int) -> Trail:
    return trail(work, case, page)


@dataclass(frozen=True)
class Closed:
    """The acts that are not open to the officer, each with all that is in its way."""

    groups: tuple[tuple[str, tuple[ActLine, ...]], ...]


def _closed(work: Work, case: Case) -> Closed:
    found = offer(work, case)
    return Closed(
        (
            (_("Menunggu petugas lain"), found.others),
            (_("Belum bisa"), found.blocked),
            (_("Bukan pada tahap ini"), found.elsewhere),
        )
    )


PARTS: Mapping[str, Callable[[Work, Case, int], object]] = {
    "penanganan": lambda work, case, _page: handling(work, case),
    "pihak": _people,
    "bukti": lambda work, case, _page: Proofs(tuple(evidence_of(work, case))),
    "tenggat": lambda work, case, _page: Limits(tuple(limits(work, case, told=True))),
    "dokumen": lambda work, case, page: PaperList(tuple(papers_of(work, case)), page),
    "jejak": _trail,
    "tindakan": lambda work, case, _page: _closed(work, case),
    "akses": lambda work, case, _page: access_list(work, case),
}
"""The other parts of the file by the last word of their address."""


def part_of(work: Work, case_id: int, part: str, page: int = 1) -> tuple[FileHead, object]:
    """Head and content of one part of the file, its `page` where it has several."""
    case = access.remembered(work, case_id)
    return file_head(work, case), PARTS[part](work, case, page)


def _about(work: Work, case: Case) -> About:
    election = work.law.elections.get(case.election)
    desk = _desk(work, case)
    return About(
        what=case.event_what,
        place=regions.event_place(work, case),
        event_date=case.event_date,
        known_date=case.known_date,
        account=case.account,
        suspects_crime=case.suspects_crime,
        election=election.title if election else case.election,
        received_at=case.received_at.isoformat(),
        source=_source(work, case),
        outside_hours="" if desk.get("open", True) else str(desk["why"]),
        hours_mark=str(desk.get("mark", "")),
        late_reason=case.late_reason,
        stage_reason=case.stage_reason or "",
        received_reason=case.received_reason or "",
        region=case.event_region or "",
        point=case.event_point or "",
        office=regions.competence(
            work.law,
            work.law.edition(case.edition, case.revision),
            case.event_region,
            case.office.code,
        ),
    )


def _source(work: Work, case: Case) -> str:
    """Where a case without a report came from, as told when it began or was found."""
    told = work.session.scalars(
        select(Fact.reason)
        .where(
            Fact.case_id == case.id,
            Fact.name.in_(("penelusuran_dimulai", "ditemukan")),
            *known.within(known.of(work, case), Fact),
        )
        .order_by(Fact.id)
    )
    return "; ".join(dict.fromkeys(text for text in told if text))


def _desk(work: Work, case: Case) -> Mapping[str, object]:
    """What was recorded at receipt about the hours of the desk; nothing for older cases."""
    acts = work.law.edition(case.edition, case.revision).acts.values()
    began = [act.id for act in acts if act.begins and act.begins.reporter]
    detail = work.session.scalar(
        select(Event.detail).where(Event.case_id == case.id, Event.action.in_(began))
    )
    found: Mapping[str, object] = (detail or {}).get("desk") or {}
    return found


def _completions(work: Work, case: Case) -> tuple[tuple[str, str, bool], ...]:
    rows = known.only(
        known.of(work, case),
        work.session.scalars(select(Completion).where(Completion.case_id == case.id)),
    )
    return tuple((row.received_at.isoformat(), row.description, row.late) for row in rows)
