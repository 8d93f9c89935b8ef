"""Offers cases that may be about the same event: near date, like place, like people or words.

Spelling varies between reporters, so names are compared as sets of words (RapidFuzz). The
product only offers; an officer links.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import nsmallest
from itertools import groupby

from rapidfuzz import fuzz, utils
from sqlalchemy import ColumnElement, delete, select

from casework.models import Case, Party, SameEventHint
from casework.models.party import RESPONDENTS
from casework.services.cases import access
from casework.services.core.work import Work

DAYS_APART = 1
# Percent of likeness. Place and people are told with other spellings; below these they are
# other places and other people (tests/unit/services/test_same_event.py holds real pairs).
PLACE, PERSON, WORDS = 78, 85, 70
# One form of report may be handed in by hundreds; more than this nobody compares by eye.
MOST_OFFERED = 20
_AT_A_TIME = 500


@dataclass(frozen=True)
class Told:
    """What is told of an event, also while somebody is still typing it."""

    day: date | None
    place: str
    what: str
    names: tuple[str, ...]


def refresh(work: Work, case: Case) -> list[SameEventHint]:
    """Compare a case with its office's cases of the same days and keep the likest."""
    work.session.execute(delete(SameEventHint).where(SameEventHint.case_id == case.id))
    ((_, told),) = _told(work, Case.id == case.id)
    others = (
        Case.office_id == case.office_id, Case.id != case.id, _near(case.event_date)
    )  # fmt: skip
    hints = [
        SameEventHint(case_id=case.id, other_id=key, score=score, why=why)
        for key, score, why in _likest(told, _told(work, *others))
    ]
    work.session.add_all(hints)
    work.session.flush()
    return hints


def suggestions(work: Work, case: Case) -> list[SameEventHint]:
    """What is offered for a case, from either side, best first."""
    rows = work.session.scalars(
        select(SameEventHint).where(
            (SameEventHint.case_id == case.id) | (SameEventHint.other_id == case.id)
        )
    )
    best: dict[int, SameEventHint] = {}
    for row in sorted(rows, key=lambda row: row.score):
        # Two reports that were checked late have found each other.
        best[row.other_id if row.case_id == case.id else row.case_id] = row
    return sorted(best.values(), key=lambda row: -row.score)[:MOST_OFFERED]


def alike(work: Work, told: Told) -> list[tuple[Case, str]]:
    """Cases the actor may see at the own office that look like what is being told, best first."""
    if told.day is None:
        return []
    others = (
        Case.office_id == work.actor.office_id, access.visible(work), _near(told.day)
    )  # fmt: skip
    found = _likest(told, _told(work, *others))
    keys = [key for key, _score, _why in found]
    cases = {row.id: row for row in work.session.scalars(select(Case).where(Case.id.in_(keys)))}
    return [(cases[key], why) for key, _score, why in found]


def _near(day: date) -> ColumnElement[bool]:
    apart = timedelta(days=DAYS_APART)
    return Case.event_date.between(day - apart, day + apart)


def _told(work: Work, *which: ColumnElement[bool]) -> Iterator[tuple[int, Told]]:
    """Keys of cases and what is told in them, with one statement, a few of them at a time."""
    rows = work.session.execute(
        select(Case.id, Case.event_date, Case.event_place, Case.event_what, Party.label)
        .outerjoin(Party, (Party.case_id == Case.id) & Party.role.in_(RESPONDENTS))
        .where(*which)
        .order_by(Case.id, Party.id),
        execution_options={"yield_per": _AT_A_TIME},
    )
    for key, told in groupby(rows, key=lambda row: row.id):
        first, *others = told
        names = (first.label, *(one.label for one in others))
        yield (
            key,
            Told(first.event_date, first.event_place, first.event_what, tuple(filter(None, names))),
        )


def _likest(told: Told, others: Iterable[tuple[int, Told]]) -> list[tuple[int, int, str]]:
    """Key, score and reasons of what looks like one event: the likest first, then the oldest."""
    found = ((key, *match) for key, two in others if (match := _match(told, two)))
    return nsmallest(MOST_OFFERED, found, key=lambda one: (-one[1], one[0]))


def _match(one: Told, two: Told) -> tuple[int, str] | None:
    """Score and reasons when two tellings look like one event."""
    place, words = _like(one.place, two.place), _like(one.what, two.what)
    if place < PLACE and words < WORDS:
        return None
    people = _people(one.names, two.names)
    alike_place, alike_people = place >= PLACE, people >= PERSON
    if not (alike_place and (alike_people or words >= WORDS)) and not (
        alike_people and words >= WORDS
    ):
        return None
    apart = abs((one.day - two.day).days) if one.day and two.day else 0
    why = ["tanggal kejadian sama" if apart == 0 else f"tanggal kejadian berselisih {apart} hari"]
    why += [f"tempat mirip ({place}%)"] if alike_place else []
    why += [f"terlapor mirip ({people}%)"] if alike_people else []
    why += [f"peristiwa mirip ({words}%)"] if words >= WORDS else []
    return place + words + people, "; ".join(why)


def _people(ours: Iterable[str], theirs: Iterable[str]) -> int:
    other = tuple(theirs)
    return max((_like(one, two) for one in ours for two in other), default=0)


def _like(one: str, two: str) -> int:
    return round(fuzz.token_sort_ratio(one, two, processor=utils.default_process))
