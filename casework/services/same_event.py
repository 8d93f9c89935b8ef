"""Offers cases that may be about the same event: near date, like place, like people or words.

Spelling varies between reporters, so names are compared as sets of words (RapidFuzz). The
product only offers; an officer links.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from rapidfuzz import fuzz, utils
from sqlalchemy import delete, select

from casework.models import Case, Party, SameEventHint
from casework.services import access
from casework.services.work import Work

DAYS_APART = 1
# Percent of likeness. Place and people are told with other spellings; below these they are
# other places and other people (tests/unit/services/test_same_event.py holds real pairs).
PLACE, PERSON, WORDS = 78, 85, 70


@dataclass(frozen=True)
class Told:
    """What is told of an event, also while somebody is still typing it."""

    day: date | None
    place: str
    what: str
    names: tuple[str, ...]


def refresh(work: Work, case: Case) -> list[SameEventHint]:
    """Compare a case with its office's cases of the same days and keep what looks alike."""
    work.session.execute(delete(SameEventHint).where(SameEventHint.case_id == case.id))
    near = timedelta(days=DAYS_APART)
    others = work.session.scalars(
        select(Case).where(
            Case.office_id == case.office_id,
            Case.id != case.id,
            Case.event_date.between(case.event_date - near, case.event_date + near),
        )
    )
    hints = []
    for other in others:
        if hint := _compare(work, case, other):
            work.session.add(hint)
            hints.append(hint)
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
    return sorted(best.values(), key=lambda row: -row.score)


def alike(work: Work, told: Told) -> list[tuple[Case, str]]:
    """Cases the actor may see at the own office that look like what is being told, best first."""
    if told.day is None:
        return []
    near = timedelta(days=DAYS_APART)
    others = work.session.scalars(
        select(Case).where(
            Case.office_id == work.actor.office_id,
            access.visible(work),
            Case.event_date.between(told.day - near, told.day + near),
        )
    )
    found = [(case, *match) for case in others if (match := _match(told, _told(work, case)))]
    return [(case, why) for case, _score, why in sorted(found, key=lambda one: -one[1])]


def _told(work: Work, case: Case) -> Told:
    return Told(case.event_date, case.event_place, case.event_what, tuple(_names(work, case)))


def _compare(work: Work, case: Case, other: Case) -> SameEventHint | None:
    found = _match(_told(work, case), _told(work, other))
    if found is None:
        return None
    return SameEventHint(case_id=case.id, other_id=other.id, score=found[0], why=found[1])


def _match(one: Told, two: Told) -> tuple[int, str] | None:
    """Score and reasons when two tellings look like one event."""
    place, words = _like(one.place, two.place), _like(one.what, two.what)
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


def _names(work: Work, case: Case) -> list[str]:
    return list(
        work.session.scalars(
            select(Party.label).where(
                Party.case_id == case.id, Party.role.in_(("respondent", "matter"))
            )
        )
    )


def _people(ours: Iterable[str], theirs: Iterable[str]) -> int:
    other = tuple(theirs)
    return max((_like(one, two) for one in ours for two in other), default=0)


def _like(one: str, two: str) -> int:
    return round(fuzz.token_sort_ratio(one, two, processor=utils.default_process))
