"""The most urgent cases for an officer's desk and the number in each group, read from lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, case, exists, false, func, not_, or_, select, tuple_

from casework.engine.law import Law
from casework.models import Case, CaseLine, Deadline, Dispatch, Document
from casework.models.deadline import UNMET
from casework.models.document import DocumentState
from casework.services.cases import access, transfers
from casework.services.cases.listing.criteria import Place
from casework.services.core.work import Work

UNISSUED = (DocumentState.PLANNED, DocumentState.DRAFT, DocumentState.NUMBERED)
UNSENT = (*UNISSUED, DocumentState.ISSUED)
LATE, NOW, TODAY, WEEK, LATER = "late", "now", "today", "week", "later"
GROUPS = (LATE, NOW, TODAY, WEEK, LATER)


@dataclass(frozen=True)
class Turn:
    """Where an officer may have something to do: stages with an act of the officer's roles.

    In those of `letters` only a letter that has to leave gives something to do, in those of
    `limits` only an unmet limit of one of the rules.
    """

    stages: frozenset[str]
    letters: frozenset[str]
    limits: Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Ends:
    """The moments that part the groups, in seconds (UTC): now, the end of today, of the week."""

    now: int
    today: int
    week: int

    def group(self, urgency: int, due: int | None) -> str:
        """The group of a case: by its limit when that is over, else by when it must be begun."""
        if due is not None and due < self.now:
            return LATE
        if urgency < self.now:
            return NOW
        return TODAY if urgency <= self.today else WEEK if urgency <= self.week else LATER


class Pressed(NamedTuple):
    """A case with the place it has in the order of lists, and its group on the desk."""

    case: Case
    place: Place
    group: str


class Pressing:
    """The cases one officer's desk is made of: those of a possible turn, and the others.

    A case that is over counts only while a letter of it has to leave.
    """

    def __init__(self, work: Work, turn: Turn, ends: Ends) -> None:
        self._work, self._ends = work, ends
        incoming = CaseLine.case_id.in_(transfers.incoming(work.actor.office_id))
        self._own = or_(_turn(work, turn), incoming)
        over = CaseLine.stage.in_(sorted(finals(work.law)))
        here = CaseLine.office_id.in_(access.offices(work))
        known = access.not_kept_away(work, CaseLine.case_id)
        # Apart: those that are over are many, and few of them have such a letter.
        self._parts = (
            and_(here, CaseLine.stage.in_(sorted(_stages(work.law) - finals(work.law))), *known),
            and_(here, over, CaseLine.case_id.in_(_unsent(work)), *known),
            # What is on its way here is another office's until it is received.
            and_(not_(here), access.passing(work, CaseLine.case_id), incoming),
        )

    def nearest(self, own: bool, most: int, after: Place | None = None) -> list[Pressed]:
        """At most so many, the least slack first, beyond a place where one is given."""
        found: list[Pressed] = []
        for part in self._parts:
            query = (
                select(Case, CaseLine.urgency, CaseLine.due)
                .join(CaseLine, CaseLine.case_id == Case.id)
                .where(part, self._own if own else not_(self._own))
                .order_by(CaseLine.urgency, CaseLine.case_id)
                .limit(most)
            )
            if after is not None:
                pair: Any = tuple_(CaseLine.urgency, CaseLine.case_id)
                at: Any = (after.value, after.case_id)
                query = query.where(pair > at)
            for row in self._work.session.execute(query):
                place = Place(row.urgency, row.Case.id)
                found.append(Pressed(row.Case, place, self._ends.group(row.urgency, row.due)))
        found.sort(key=lambda one: (one.place.value, one.place.case_id))
        return found[:most]

    def counted(self) -> dict[bool, Counter[str]]:
        """How many there are in each group: of a possible turn (True), and others."""
        line, ends = CaseLine, self._ends
        group = case(
            (line.due < ends.now, LATE),
            (line.urgency < ends.now, NOW),
            (line.urgency <= ends.today, TODAY),
            (line.urgency <= ends.week, WEEK),
            else_=LATER,
        )
        own = case((self._own, 1), else_=0)
        found: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
        for part in self._parts:
            lines = select(own.label("own"), group.label("name")).where(part).subquery()
            rows = select(lines.c.own, lines.c.name, func.count())
            for is_own, name, count in self._work.session.execute(
                rows.group_by(lines.c.own, lines.c.name)
            ):
                found[bool(is_own)][name] += count
        return found


def finals(law: Law) -> frozenset[str]:
    """The stages in which a case is over, of all editions."""
    return frozenset(
        stage.id
        for edition in law.editions.values()
        for stage in edition.stages.values()
        if stage.final
    )


def _stages(law: Law) -> frozenset[str]:
    return frozenset(stage for edition in law.editions.values() for stage in edition.stages)


def _unsent(work: Work) -> Any:
    return select(Document.case_id).where(_waits(work))


def _waits(work: Work) -> ColumnElement[bool]:
    """Whether a letter is still to be issued or sent; one that stays in the house is not sent."""
    stays = work.law.letters - work.law.outgoing
    return or_(
        and_(Document.kind.in_(sorted(work.law.outgoing)), Document.state.in_(UNSENT)),
        and_(Document.kind.in_(sorted(stays)), Document.state.in_(UNISSUED)),
    )


def _turn(work: Work, turn: Turn) -> ColumnElement[bool]:
    proven = exists().where(Dispatch.document_id == Document.id, Dispatch.received_at.is_not(None))
    to_leave = exists().where(
        Document.case_id == CaseLine.case_id,
        or_(
            _waits(work),
            and_(
                Document.kind.in_(sorted(work.law.outgoing)),
                Document.state == DocumentState.DISPATCHED,
                not_(proven),
            ),
        ),
    )
    ways = [_among(turn.stages)]
    if by_letter := turn.letters - turn.stages:
        ways.append(and_(_among(by_letter), to_leave))
    by_rules: dict[frozenset[str], set[str]] = {}
    for stage, rules in turn.limits.items():
        if stage not in turn.stages:
            by_rules.setdefault(rules, set()).add(stage)
    for rules, stages in by_rules.items():
        unmet = exists().where(
            Deadline.case_id == CaseLine.case_id,
            Deadline.rule.in_(sorted(rules)),
            Deadline.state.in_(UNMET),
        )
        ways.append(and_(_among(stages), unmet))
    return and_(CaseLine.office_id == work.actor.office_id, or_(false(), *ways))


def _among(stages: Collection[str]) -> ColumnElement[bool]:
    return CaseLine.stage.in_(sorted(stages))
