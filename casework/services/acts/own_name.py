"""Somebody types in the own name: told beforehand, with who can go on with the case."""

from __future__ import annotations

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from casework.engine import namesake
from casework.models import Office, Officer
from casework.services.acts.parties import Respondent
from casework.services.cases.record.identity import Person
from casework.services.core.work import Work
from casework.services.people import namesakes, officers

GO_ON = ("case_officer", "coordinator")
_UPPER = ("supervisor",)


def typed(work: Work, protected: Iterable[Person], respondents: Iterable[Respondent]) -> bool:
    """Does one of these people have the name or the number of the acting officer?"""
    me = work.session.get(Officer, work.actor.officer_id) if work.actor.officer_id else None
    return me is not None and namesakes.is_named(me.name, me.nip, _people(protected, respondents))


def colleagues(
    work: Work,
    protected: Iterable[Person] = (),
    respondents: Iterable[Respondent] = (),
    case_id: int = officers.NO_CASE,
) -> tuple[str, ...]:
    """Who of the actor's office can go on with a case that names the actor and these people.

    Where nobody is left it is the supervisor of the office above.
    """
    office = work.session.get_one(Office, work.actor.office_id)
    people = list(_people(protected, respondents))
    for place, roles in ((office, GO_ON), (office.parent, _UPPER)):
        if place is None:
            continue
        today = work.now.astimezone(ZoneInfo(place.zone)).date()
        held = officers.holders(work.session, place.id, roles, today, case_id=case_id)
        left = [
            one.name
            for one in held
            if one.id != work.actor.officer_id and not namesakes.is_named(one.name, one.nip, people)
        ]
        if left:
            return tuple(left)
    return ()


def _people(
    protected: Iterable[Person], respondents: Iterable[Respondent]
) -> Iterable[tuple[str, frozenset[str]]]:
    for person in protected:
        yield person.name, namesake.numbers_in(*namesakes.numbered(person))
    for one in respondents:
        if one.category != "objek":
            yield one.name, namesake.numbers_in(one.name, one.position)
