"""Which officers the people of a case are, by name or number.

Who is protected is opened here, compared and forgotten: nothing of it leaves but keys of rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, bindparam, select

from casework.engine import namesake
from casework.models import Case, Identity, Officer, Party
from casework.models.party import PartyRole
from casework.services.cases.record import identity
from casework.services.cases.record.identity import Person
from casework.services.core.work import Work

# A matter is no person; an expert is heard as a witness is.
_WHY = {"reporter": "reporter", "respondent": "respondent", "witness": "witness"}
_AT_A_TIME = 500


@dataclass(frozen=True)
class Named:
    """A person of a case, as far as it takes to compare: never kept, never shown."""

    party_id: int
    why: str
    name: str
    numbers: frozenset[str]


@dataclass(frozen=True)
class Found:
    """An officer who has the name or number of a person of a case."""

    officer_id: int
    party_id: int
    why: str


# Names of officers are no secret; names of people are not kept here.
_canonical = lru_cache(maxsize=4096)(namesake.canonical)
_OFFICERS = select(Officer.id, Officer.name, Officer.nip)
_PEOPLE = (
    select(
        Party.case_id,
        Party.id,
        Party.role,
        Party.label,
        Party.position,
        Identity.handle,
        Identity.sealed,
    )
    .outerjoin(Identity, Identity.id == Party.identity_id)
    .where(Party.role != PartyRole.MATTER)
    .order_by(Party.case_id, Party.id)
)
_OF_CASE = _PEOPLE.where(Party.case_id == bindparam("case"))


def in_case(work: Work, case: Case) -> list[Found]:
    """The officers of the installation who are named in a case; also those not at work now."""
    people = [one for _, one in _people(work, _OF_CASE, {"case": case.id})]
    rows = work.session.execute(_OFFICERS).all() if people else []
    by_name: dict[str, list[int]] = {}
    by_number: dict[str, list[int]] = {}
    for key, name, nip in rows:
        by_name.setdefault(_canonical(name), []).append(key)
        for number in namesake.numbers_in(nip):
            by_number.setdefault(number, []).append(key)
    found = []
    for one in people:
        same = {*by_name.get(namesake.canonical(one.name) or " ", ())}
        same.update(*(by_number.get(number, ()) for number in one.numbers))
        found += [Found(key, one.party_id, one.why) for key in sorted(same)]
    return found


def of_officer(work: Work, officer_id: int, name: str, nip: str) -> dict[int, list[Found]]:
    """In which cases that are not over somebody has this name or number; by key of the case.

    Opens whoever is protected in all of them: it is asked when an account is made or renamed.
    """
    finished = over(work)
    running = select(Case.id).where(Case.stage.not_in(finished))
    query = _PEOPLE.where(Party.case_id.in_(running)).execution_options(yield_per=_AT_A_TIME)
    found: dict[int, list[Found]] = {}
    for case_id, one in _people(work, query, {}):
        if is_named(name, nip, [(one.name, one.numbers)]):
            found.setdefault(case_id, []).append(Found(officer_id, one.party_id, one.why))
    return found


def is_named(name: str, nip: str, people: Iterable[tuple[str, frozenset[str]]]) -> bool:
    """Is one of these people, by name and numbers, an officer of this name and number?"""
    numbers = namesake.numbers_in(nip)
    return any(namesake.same(one, name) or numbers & told for one, told in people)


def _people(
    work: Work, query: Select[*tuple[Any, ...]], asked: dict[str, int]
) -> Iterator[tuple[int, Named]]:
    for case_id, key, role, label, position, handle, sealed in work.session.execute(query, asked):
        name: str = label
        telling: tuple[str, ...] = (label, position)
        if sealed is not None:
            person = identity.opened(work.vault.open(sealed, f"identity:{handle}"))
            name, telling = person.name, numbered(person)
        numbers = namesake.numbers_in(*telling)
        yield case_id, Named(key, _WHY.get(role, "witness"), name, numbers)


def numbered(person: Person) -> tuple[str, ...]:
    """The texts about a person in which a number of an officer may stand."""
    return person.name, person.identity_number, person.occupation


def over(work: Work) -> list[str]:
    """The stages in which a case is over, in every edition that has them."""
    stages = [one for edition in work.law.editions.values() for one in edition.stages.values()]
    return sorted(
        {one.id for one in stages if one.final} - {one.id for one in stages if not one.final}
    )
