"""The people of a case as they are first written down: protected ones sealed, others by name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select

from casework.models import Base, Case, Party
from casework.models.party import RESPONDENTS
from casework.services.cases.record import identity
from casework.services.cases.record.identity import Person
from casework.services.core import phone
from casework.services.core.work import Work

PSEUDONYMS = {"witness": "Saksi", "expert": "Ahli"}
"""What stands for the name of whom the office hears, by role."""


@dataclass(frozen=True)
class Respondent:
    """A reported party, or a matter without a person (`category` objek)."""

    name: str
    category: str
    position: str = ""
    address: str = ""
    phone: str = ""
    region: str = ""


def add(
    work: Work,
    case: Case,
    respondents: Iterable[Respondent],
    witnesses: Iterable[Person] = (),
    reporter: tuple[Person, str] | None = None,
) -> list[Base]:
    """Write the parties of a new case; `reporter` is the person and the kind of reporter.

    Gives the parties and the sealed identities, for the record of the act.
    """
    rows: list[Base] = []
    year = case.known_date.year
    if reporter is not None:
        person, kind = reporter
        rows += _sealed(work, case, "reporter", 1, person, f"Pelapor {year}-{case.id:03d}", kind)
    for number, person in enumerate(witnesses, start=1):
        label = f"Saksi {year}-{case.id:03d}/{number}"
        rows += _sealed(work, case, "witness", number, person, label, "saksi")
    return rows + _respondents(work, case, respondents, 0)


def add_respondents(work: Work, case: Case, respondents: Iterable[Respondent]) -> list[Base]:
    """Write respondents after those the case has already."""
    last = work.session.scalar(
        select(func.max(Party.ordinal)).where(Party.case_id == case.id, Party.role.in_(RESPONDENTS))
    )
    return _respondents(work, case, respondents, last or 0)


def add_protected(work: Work, case: Case, role: str, person: Person) -> list[Base]:
    """Write a witness or an expert after those the case has already; `role` as in `PSEUDONYMS`."""
    last = work.session.scalar(
        select(func.max(Party.ordinal)).where(Party.case_id == case.id, Party.role == role)
    )
    number, title = (last or 0) + 1, PSEUDONYMS[role]
    label = f"{title} {case.known_date.year}-{case.id:03d}/{number}"
    return _sealed(work, case, role, number, person, label, title.lower())


def _respondents(
    work: Work, case: Case, respondents: Iterable[Respondent], last: int
) -> list[Base]:
    parties = [
        Party(
            case_id=case.id,
            role="matter" if one.category == "objek" else "respondent",
            ordinal=ordinal,
            label=one.name,
            category=one.category,
            position=one.position,
            address=one.address,
            phone=one.phone,
            phone_e164=phone.e164(one.phone) or None,
            region=one.region,
        )
        for ordinal, one in enumerate(respondents, start=last + 1)
    ]
    work.session.add_all(parties)
    work.session.flush()
    return [*parties]


def _sealed(
    work: Work, case: Case, role: str, ordinal: int, person: Person, label: str, category: str
) -> list[Base]:
    sealed = identity.seal(work, case.office_id, person)
    party = Party(
        case_id=case.id,
        role=role,
        ordinal=ordinal,
        label=label,
        category=category,
        identity_id=sealed.id,
    )
    work.session.add(party)
    work.session.flush()
    return [sealed, party]
