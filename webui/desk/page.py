"""The desk of one officer: cases by the time that is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from casework.engine.law import Law
from casework.models import Case
from casework.services.acts.any_stage import issuing
from casework.services.acts.recommendation import dispatches
from casework.services.acts.registry import id_of, services
from casework.services.cases import case_rows, slack
from casework.services.cases.listing.criteria import Place
from casework.services.cases.listing.urgent import GROUPS, Ends, Pressed, Pressing, Turn, finals
from casework.services.core.work import Work
from casework.services.deadlines import expiry as questions
from webui.cases.acts_page import ActLine, offers
from webui.core.clock import local
from webui.documents import signing_page
from webui.intake.page import DraftLine, lines
from webui.pleno.summary import Unread, unread
from webui.review.paraf_page import InitialLine, waiting_initials

MOST_ROWS = 60
MOST_WAITING = 20
LOOKED_AT = (60, 240, 700)
"""So many cases at a time are asked whose turn it is, until `ENOUGH` are the officer's."""

ENOUGH = 20
LETTER_ACTS = frozenset({id_of(issuing.issue), id_of(dispatches.record)})
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
    """Rows by slack. `now`: the limit runs, but its next act should have begun.

    `more` are cases of the officer's turn beyond those that are shown, `more_waiting` cases of
    others; all that is shown presses more than any of them.
    """

    late: tuple[DeskRow, ...]
    now: tuple[DeskRow, ...]
    today: tuple[DeskRow, ...]
    week: tuple[DeskRow, ...]
    later: tuple[DeskRow, ...]
    waiting: tuple[DeskRow, ...]
    more: Rest | None
    more_waiting: Rest | None
    questions: tuple[QuestionLine, ...]
    more_questions: int
    initials: tuple[InitialLine, ...]
    more_initials: int
    drafts: tuple[DraftLine, ...]
    signatures: signing_page.Queue
    meetings: tuple[Unread, ...]


def desk(work: Work, zone: str) -> Desk:
    """Everything on the signed-in officer's desk, the least slack first."""
    mine, waiting, more, more_waiting = _cases(work, _ends(work, zone))
    groups: dict[str, list[DeskRow]] = {name: [] for name in GROUPS}
    for pressed, row in mine:
        groups[pressed.group].append(row)
    asked, more_questions = questions.mine(work)
    initials, more_initials = waiting_initials(work)
    return Desk(
        **{name: tuple(found) for name, found in groups.items()},
        waiting=tuple(row for _, row in waiting),
        more=more,
        more_waiting=more_waiting,
        questions=tuple(
            QuestionLine(one.id, case.id, case.number, row.title, row.due, one.known)
            for one, case, row in asked
        ),
        more_questions=more_questions,
        initials=tuple(initials),
        more_initials=more_initials,
        drafts=lines(work),
        signatures=signing_page.waiting(work),
        meetings=tuple(unread(work, zone)),
    )


def _ends(work: Work, zone: str) -> Ends:
    today = local(work.now, zone).replace(hour=23, minute=59, second=59, microsecond=0)
    return Ends(*(int(at.timestamp()) for at in (work.now, today, today + WEEK)))


_Row = tuple[Pressed, DeskRow]


def _cases(work: Work, ends: Ends) -> tuple[list[_Row], list[_Row], Rest | None, Rest | None]:
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
        mine,
        waiting,
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
    for case in cases:
        rows = limits[case.id]
        row = min(rows, key=lambda one: walks[one.id].latest, default=None)
        found = offered[case.id]
        edition = work.law.edition(case.edition, case.revision)
        yield DeskRow(
            id=case.id,
            number=case.number,
            title=case.title,
            stage=case.stage,
            due=row.due if row else "",
            limit=row.title if row else "",
            latest=walks[row.id].latest.isoformat() if row else "",
            safe=walks[row.id].safe.isoformat() if row else "",
            acts=found.mine,
            waiting_for=tuple(sorted({role for one in found.others for role in one.roles})),
            final=edition.stages[case.stage].final,
        )
