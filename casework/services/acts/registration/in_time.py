"""Whether a report is still in time, told to anybody who gives two dates and no name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import select

from casework.engine.election import Election
from casework.engine.intake import Desk
from casework.engine.office import Level
from casework.errors import Problem
from casework.models import Office
from casework.services.acts.registration import opening
from casework.services.acts.registration.opening import Term
from casework.services.core.text import TextChecker
from casework.services.core.work import Actor, Work

PUBLIC = "Umum"
"""What the record calls somebody who is not signed in."""


@dataclass(frozen=True)
class InTime:
    """The term of an event, as the desk of an office would see a report of it now.

    `term` is None where no limit is known, or where `problems` say what is wrong with the dates.
    """

    office: str
    zone: str
    term: Term | None
    desk: Desk | None
    problems: tuple[Problem, ...] = ()


def offices(work: Work) -> list[Office]:
    """The offices that take reports here: the province's first, then by code."""
    rows = work.session.scalars(
        select(Office).where(Office.level != Level.RI).order_by(Office.code)
    )
    return sorted(rows, key=lambda one: (one.level is not Level.PROVINCE, one.code))


def elections(work: Work) -> list[Election]:
    """The elections that these offices supervise, the newest first.

    Those whose last dated fact is nearest to today, or still to come, stand before others.
    """
    codes = {one.code for one in offices(work)}
    held = [one for one in work.law.elections.values() if codes & set(one.offices)]
    return sorted(held, key=lambda one: one.span[1].on if one.span else date.min, reverse=True)


def at(work: Work, office: Office) -> Work:
    """A unit of work for somebody who is not signed in, at the door of an office."""
    return replace(work, actor=Actor(None, PUBLIC, office.id, frozenset()))


def answer(work: Work, election: str, event: date | None, known: date | None) -> InTime | None:
    """Is what became known on a day still in time today? None where no office is set up.

    By the same rule and calendar as the desk: of the first office that supervises the election.
    """
    office = next(_supervising(work, election), None)
    if office is None:
        return None
    here = at(work, office)
    regime = opening.regime_of(work.law, election)
    check = TextChecker()
    today = work.now.astimezone(ZoneInfo(office.zone)).date()
    opening.check_dates(check, event, known, today)
    term = None if check.problems else opening.term(here, known, regime)
    return InTime(office.name, office.zone, term, opening.desk(here, regime), tuple(check.problems))


def _supervising(work: Work, election: str) -> Iterator[Office]:
    found = work.law.elections.get(election)
    for office in offices(work):
        if found is None or office.code in found.offices:
            yield office
