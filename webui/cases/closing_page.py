"""What an act closes, shown before it is confirmed: what is done, what stays open, what follows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from casework.engine import deadline as calculus
from casework.models import Case, Deadline, Document
from casework.models.deadline import UNMET, DeadlineState
from casework.models.document import DocumentState
from casework.models.handling import SessionState
from casework.services.acts.clarification import planning, sessions
from casework.services.acts.registry import id_of
from casework.services.core.work import Work
from casework.services.documents import signing
from webui.cases.acts_page import act_of
from webui.cases.people_page import outcomes
from webui.core import labels
from webui.referral.page import board


@dataclass(frozen=True)
class Running:
    """A limit that runs; `late` when its end is over."""

    title: str
    due: datetime
    late: bool


@dataclass(frozen=True)
class Unsent:
    """A letter that has not left; `may_leave`: the case's next stage lets it leave still."""

    title: str
    number: str
    state: str
    may_leave: bool


@dataclass(frozen=True)
class Closing:
    """Before an act that closes something: where the case goes and what is left as it is.

    `ends` says whether the case is over with it: then the limits that run end without being met.
    """

    to_stage: str
    ends: bool
    limits: tuple[Running, ...]
    letters: tuple[Unsent, ...]
    papers: tuple[str, ...]
    unsigned: tuple[tuple[str, int], ...]
    """Titles of issued papers without a signature on record, and how many of each."""


def closing(work: Work, case: Case, act_id: str) -> Closing:
    """What the act `act_id` of the case's edition would leave and bring."""
    edition = work.law.edition(case.edition, case.revision)
    act = act_of(work, case, act_id)
    to = edition.stages[act.to_stage or case.stage]
    rows = work.session.scalars(
        select(Deadline)
        .where(Deadline.case_id == case.id, Deadline.state.in_(UNMET))
        .order_by(Deadline.due_at)
    )
    letters = work.session.scalars(
        select(Document)
        .where(
            Document.case_id == case.id,
            Document.kind.in_(work.law.letters),
            Document.state.not_in((DocumentState.DISPATCHED, DocumentState.VOID)),
        )
        .order_by(Document.id)
    )
    forms = edition.forms
    return Closing(
        to.id,
        to.final,
        tuple(
            Running(labels.law_title(row.title), due, calculus.is_late(due, work.now))
            for row in rows
            for due in [datetime.fromisoformat(row.due)]
        ),
        tuple(
            Unsent(
                labels.law_title(one.title),
                one.number,
                one.state,
                not to.final or (one.kind in forms and forms[one.kind].after_end),
            )
            for one in letters
        ),
        tuple(labels.law_title(forms[kind].title) for kind in act.documents),
        tuple(Counter(labels.law_title(one.title) for one in signing.unsigned(work, case)).items()),
    )


@dataclass(frozen=True)
class Heard:
    """One person of the case; `state` is that of a session, "" for who was never summoned."""

    label: str
    role: str
    state: str
    summons: int


def hearing(work: Work, case: Case) -> Mapping[str, object]:
    """For the end of the clarification: who was heard and who was not."""
    people = [
        Heard(
            one.party.label,
            one.party.role,
            SessionState.HELD if one.state == SessionState.HELD else _unheard(one),
            one.summons,
        )
        for one in planning.standing(work, case)
    ]
    return {
        "closing": closing(work, case, id_of(sessions.close)),
        "people": people,
        "heard": sum(one.state == SessionState.HELD for one in people),
    }


def _unheard(one: planning.Person) -> str:
    """A person to whom a first summons could still go has never been summoned: ""."""
    waits = one.state == DeadlineState.OPEN and one.summons == 1
    return "" if waits else SessionState.ABSENT


def ending(act_id: str) -> Callable[[Work, Case], Mapping[str, object]]:
    """For the end of the case by `act_id`: what was decided, and what became of each letter."""

    def read(work: Work, case: Case) -> Mapping[str, object]:
        answers = Counter((row.addressee, row.state) for row in board(work, case))
        return {
            "closing": closing(work, case, act_id),
            "outcomes": outcomes(work, case),
            "answers": [(*key, n) for key, n in answers.items()],
        }

    return read
