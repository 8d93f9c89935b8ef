"""The desk of one officer: cases by the time that is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from casework.engine.edition import Edition
from casework.engine.law import Law
from casework.models import Case, Deadline
from casework.services.acts.any_stage import issuing
from casework.services.acts.recommendation import dispatches
from casework.services.acts.registry import id_of, services
from casework.services.cases import access, case_rows, slack, workload
from casework.services.cases.listing.criteria import Place
from casework.services.cases.listing.urgent import (
    GROUPS,
    LATE,
    LATER,
    NOW,
    TODAY,
    Ends,
    Pressed,
    Pressing,
    Turn,
    finals,
)
from casework.services.cases.workload import AgencyWait, Appointment, LetterWait
from casework.services.core.work import Work
from casework.services.deadlines import expiry as questions
from webui.cases.acts_page import ActLine, offers
from webui.core import labels
from webui.core.clock import local
from webui.desk import role_page, week_page
from webui.documents import signing_page
from webui.intake.page import DraftLine, lines
from webui.pleno.summary import Unread, unread
from webui.review.paraf_page import InitialLine, waiting_initials

MOST_ROWS = 60
MOST_WAITING = 20
MOST_AGENCIES = 8
MOST_RECENT = 4
LOOKED_AT = (60, 240, 700)
"""So many cases at a time are asked whose turn it is, until `ENOUGH` are the officer's."""

ENOUGH = 20
LETTER_ACTS = frozenset({id_of(issuing.issue), id_of(dispatches.record)})
WEEK = timedelta(days=7)
SIGNERS = frozenset({"chair", "commissioner"})
"""Who signs for the office: what waits for a signature stands above everything else there."""


@dataclass(frozen=True)
class DeskRow:
    """One case on the desk with its most pressing limit and what can be done about it now.

    `latest` is the latest moment to begin what the limit still asks for, `safe` the same by the
    stricter reading; with `due`, `limit` and `started` they are empty where no limit runs. `more`
    is how many other limits run. The first of `acts` meets the nearest limit, as does the first
    of `others`, which wait for officers of the roles in `waiting_for`. `since` is when the case
    came to its stage, `group` its group on the desk.
    """

    id: int
    number: str
    title: str
    stage: str
    started: str
    due: str
    limit: str
    latest: str
    safe: str
    more: int
    acts: tuple[ActLine, ...]
    others: tuple[ActLine, ...]
    waiting_for: tuple[str, ...]
    final: bool
    since: datetime
    letter: LetterWait | None
    group: str = LATER

    @property
    def pleno(self) -> bool:
        """Whether a pleno decides next."""
        return any(one.endpoint.startswith("pleno.") for one in self.acts[:1])

    @property
    def urgent(self) -> bool:
        """Whether its act cannot wait for another day."""
        return self.group in (LATE, NOW, TODAY)


@dataclass(frozen=True)
class RecentLine:
    """A case the officer worked on lately."""

    id: int
    number: str
    title: str
    stage: str
    at: datetime


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
class Rest:
    """Cases that are not on the desk: how many in each group, and where in the list they begin."""

    groups: Mapping[str, int]
    place: str

    @property
    def count(self) -> int:
        """How many they are."""
        return sum(self.groups.values())


@dataclass(frozen=True)
class Desk:
    """The officer's own turn and what waits for others, both by slack, and what else is due.

    `groups` counts the own cases by group, the nearest first. `more` are cases of the officer's
    turn beyond those that are shown, `more_waiting` cases of others; all that is shown presses
    more than any of them. `week` is empty for whoever sees no case. `signs_first`: signing is the
    officer's main work.
    """

    mine: tuple[DeskRow, ...]
    waiting: tuple[DeskRow, ...]
    groups: Mapping[str, int]
    more: Rest | None
    more_waiting: Rest | None
    week: tuple[week_page.WeekDay, ...]
    today: tuple[Appointment, ...]
    agencies: tuple[AgencyWait, ...]
    recent: tuple[RecentLine, ...]
    questions: tuple[QuestionLine, ...]
    more_questions: int
    initials: tuple[InitialLine, ...]
    more_initials: int
    drafts: tuple[DraftLine, ...]
    signatures: signing_page.Queue
    signs_first: bool
    meetings: tuple[Unread, ...]
    role: role_page.RolePart


def desk(work: Work, zone: str, office: str) -> Desk:
    """Everything on the signed-in officer's desk at an office, the least slack first."""
    ends = _ends(work, zone)
    mine, waiting, more, more_waiting = _cases(work, ends)
    groups = Counter(row.group for row in mine)
    asked, more_questions = questions.mine(work)
    initials, more_initials = waiting_initials(work)
    sees = access.sees_own(work) or access.sees_below(work)
    quiet = frozenset(row.id for row in waiting)
    return Desk(
        mine=tuple(mine),
        waiting=tuple(waiting),
        groups={name: groups[name] for name in GROUPS if groups[name]},
        more=more,
        more_waiting=more_waiting,
        week=week_page.week(work, zone, office, quiet) if sees else (),
        today=tuple(week_page.today(work, zone)) if sees else (),
        agencies=tuple(workload.unanswered(work, MOST_AGENCIES)) if sees else (),
        recent=tuple(
            RecentLine(case.id, case.number, case.title, case.stage, at)
            for case, at in workload.recent(work, MOST_RECENT)
        )
        if sees
        else (),
        questions=tuple(
            QuestionLine(
                one.id, case.id, case.number, labels.law_title(row.title), row.due, one.known
            )
            for one, case, row in asked
        ),
        more_questions=more_questions,
        initials=tuple(initials),
        more_initials=more_initials,
        drafts=lines(work),
        signatures=signing_page.waiting(work),
        signs_first=bool(work.actor.roles & SIGNERS),
        meetings=tuple(unread(work, zone)),
        role=role_page.part(work, ends),
    )


def _ends(work: Work, zone: str) -> Ends:
    today = local(work.now, zone).replace(hour=23, minute=59, second=59, microsecond=0)
    return Ends(*(int(at.timestamp()) for at in (work.now, today, today + WEEK)))


_Row = tuple[Pressed, DeskRow]
_Found = tuple[list[DeskRow], list[DeskRow], Rest | None, Rest | None]


def _cases(work: Work, ends: Ends) -> _Found:
    """The officer's own turn and what waits for others, and how many more of each there are.

    Whose turn it is, the facts of a case tell: where few of the cases that are looked at are the
    officer's, more are looked at, up to `LOOKED_AT` together.
    """
    source = Pressing(work, turn(work.law, work.actor.roles), ends)
    left = source.counted()
    mine: list[_Row] = []
    waiting: list[_Row] = []
    after: Place | None = None
    others = source.nearest(False, MOST_WAITING) if left[False].total() else []
    left[False].subtract(one.group for one in others)
    for size in LOOKED_AT:
        found = source.nearest(True, size, after) if left[True].total() else []
        left[True].subtract(one.group for one in found)
        after = found[-1].place if found else after
        # Those of others are read along with the first of the own.
        looked, others = [*found, *others], []
        for pair in zip(looked, _rows(work, [one.case for one in looked]), strict=True):
            (mine if pair[1].acts else waiting).append(pair)
        if len(mine) >= ENOUGH or not left[True].total():
            break
    if len(mine) > MOST_ROWS:
        left[True].update(pressed.group for pressed, _ in mine[MOST_ROWS:])
        mine, after = mine[:MOST_ROWS], mine[MOST_ROWS - 1][0].place
    # A case that is over stays only while something is left to be done, such as telling its end.
    waiting = [pair for pair in waiting if not pair[1].final or pair[1].waiting_for]
    waiting.sort(key=lambda pair: (pair[0].place.value, pair[0].place.case_id))
    left[False].update(pressed.group for pressed, _ in waiting[MOST_WAITING:])
    waiting = waiting[:MOST_WAITING]
    return (
        [replace(row, group=pressed.group) for pressed, row in mine],
        [replace(row, group=pressed.group) for pressed, row in waiting],
        _rest(left[True], after),
        _rest(left[False], waiting[-1][0].place if waiting else None),
    )


def _rest(left: Counter[str], after: Place | None) -> Rest | None:
    groups = {name: left[name] for name in GROUPS if left[name] > 0}
    return Rest(groups, str(after or "")) if groups else None


def turn(law: Law, roles: Collection[str]) -> Turn:
    """The stages in which one of these roles has an act that somebody waits for."""
    stages: set[str] = set()
    letters: set[str] = set()
    limits: dict[str, set[str]] = {}
    for edition in law.editions.values():
        for act in edition.acts.values():
            if act.standing or not set(act.roles) & set(roles):
                continue
            if act.id in LETTER_ACTS:
                letters.update(act.from_stages)
            elif act.id in services():
                stages.update(act.from_stages)
            else:
                for stage in act.from_stages:
                    limits.setdefault(stage, set()).update(one.rule for one in act.meets)
    over = finals(law)
    return Turn(
        # Where a case is over, only a letter that has to leave keeps it on a desk.
        frozenset(stages - over),
        frozenset(letters | (stages & over)),
        {stage: frozenset(rules) for stage, rules in limits.items() if rules},
    )


def _rows(work: Work, cases: Sequence[Case]) -> Iterator[DeskRow]:
    if not cases:
        return
    told = case_rows.read_many(work, cases)
    offered = offers(work, cases, told, ("mine", "others"))
    limits = slack.running_in(work, cases)
    walks = slack.of_cases(work, cases, limits, rows=told)
    since, letters = workload.waiting_since(work, cases), workload.letters(work, cases)
    for case in cases:
        rows = sorted(limits[case.id], key=lambda one: walks[one.id].latest)
        row = rows[0] if rows else None
        edition = work.law.edition(case.edition, case.revision)
        found = offered[case.id]
        others = nearest_first(edition, found.others, rows)
        yield DeskRow(
            id=case.id,
            number=case.number,
            title=case.title,
            stage=case.stage,
            started=row.started_at if row else "",
            due=row.due if row else "",
            limit=row.title if row else "",
            latest=walks[row.id].latest.isoformat() if row else "",
            safe=walks[row.id].safe.isoformat() if row else "",
            more=max(0, len(rows) - 1),
            acts=nearest_first(edition, found.mine, rows),
            others=others,
            waiting_for=tuple(sorted({role for one in others for role in one.roles})),
            final=edition.stages[case.stage].final,
            since=since[case.id],
            letter=letters.get(case.id),
        )


def nearest_first(
    edition: Edition, acts: Sequence[ActLine], limits: Sequence[Deadline]
) -> tuple[ActLine, ...]:
    """Acts in the order of the limits they meet; what meets none keeps its place behind."""
    place = {row.rule: n for n, row in reversed(list(enumerate(limits)))}

    def of(act: ActLine) -> int:
        met = (place.get(one.rule, len(place)) for one in edition.acts[act.id].meets)
        return min(met, default=len(place))

    return tuple(sorted(acts, key=of))
