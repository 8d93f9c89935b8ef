"""How the initialling of a kajian or a letter stands, as a page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from casework.engine.basis import Basis
from casework.errors import NotFound
from casework.models import Case, Officer
from casework.models.initial import InitialState
from casework.services.acts.review import paraf
from casework.services.acts.review.paraf import Standing
from casework.services.cases import review_secrecy
from casework.services.core.work import Work
from webui.core import labels
from webui.review.proposals_page import proposals


@dataclass(frozen=True)
class StepLine:
    """One step: whose it is, how it stands, who did it when."""

    number: int
    title: str
    roles: tuple[str, ...]
    state: str
    who: str
    at: datetime | None
    note: str


@dataclass(frozen=True)
class Initialling:
    """A subject's way; `turn`: it is the signed-in officer's, `mine_to_begin`: he may begin it."""

    table: str
    id: int
    title: str
    content: str
    round: int
    steps: tuple[StepLine, ...]
    stale: bool
    complete: bool
    closed: str
    turn: bool
    mine_to_begin: bool
    basis: Basis | None


@dataclass(frozen=True)
class InitialLine:
    """A kajian or letter that waits for the signed-in officer's initial."""

    case_id: int
    number: str
    table: str
    subject_id: int
    title: str


def waiting_initials(work: Work) -> tuple[list[InitialLine], int]:
    """What waits for the signed-in officer's initial, oldest first; how many more."""
    found, more = paraf.mine(work)
    return [
        InitialLine(
            case.id, case.number, subject.table, subject.id, labels.law_title(subject.title)
        )
        for subject, case in found
    ], more


def initialling(work: Work, table: str, subject_id: int) -> Initialling:
    """How the initialling of a subject stands, by table and key; raises NotFound, NotPermitted."""
    return _shown(work, paraf.standing(work, table, subject_id))


def of_case(work: Work, case: Case, table: str, subject_id: int) -> dict[str, object]:
    """How the initialling of a subject of this case stands, and what the kajian proposes.

    Raises NotFound where it is gone or belongs to another case, NotPermitted for a kajian that
    the officer may not read yet.
    """
    stands = paraf.standing(work, table, subject_id)
    if stands.subject.case_id != case.id:
        raise NotFound("Yang hendak diparaf itu tidak ada pada perkara ini.")
    told = table == "reviews" and review_secrecy.may_read(work, case)
    return {
        "way": _shown(work, stands),
        "proposals": proposals(work, case, subject_id) if told else None,
    }


def _shown(work: Work, stands: Standing) -> Initialling:
    subject, route = stands.subject, stands.route
    turn = stands.next
    begins = route.steps[0].roles if route else ()
    return Initialling(
        table=subject.table,
        id=subject.id,
        title=labels.law_title(subject.title),
        content=subject.content,
        round=stands.round,
        steps=_lines(work, stands),
        stale=stands.stale,
        complete=stands.complete,
        closed=subject.closed,
        turn=turn is not None and bool(work.actor.roles & set(turn.roles)),
        mine_to_begin=stands.open and bool(work.actor.roles & set(begins)),
        basis=route.basis if route else None,
    )


def _lines(work: Work, stands: Standing) -> tuple[StepLine, ...]:
    if not stands.steps:
        steps = stands.route.steps if stands.route else ()
        return tuple(
            StepLine(number, one.title, one.roles, "", "", None, "")
            for number, one in enumerate(steps, start=1)
        )
    keys = {one.officer_id for one in stands.steps if one.officer_id}
    names = dict(
        work.session.execute(select(Officer.id, Officer.name).where(Officer.id.in_(keys))).all()
    )
    return tuple(
        StepLine(
            one.step,
            one.title,
            tuple(one.roles),
            InitialState.VOID
            if stands.stale and one.state == InitialState.INITIALLED
            else one.state,
            names.get(one.officer_id, "") if one.officer_id else "",
            one.at,
            one.note,
        )
        for one in stands.steps
    )
