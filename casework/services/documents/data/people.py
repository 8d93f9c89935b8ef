"""The people of a case on paper: by name where a form must name them, else by pseudonym."""

from __future__ import annotations

from sqlalchemy import Select, select

from casework.engine.categories import on_paper
from casework.engine.papers.parts import Person, Recipient, ReportedParty
from casework.models import Evidence, Party
from casework.models.party import RESPONDENTS
from casework.services.cases.record import identity
from casework.services.core import phone
from casework.services.documents.data.source import Source
from casework.services.documents.data.wording import iso_day

CAPACITIES = {
    "reporter": "Pelapor",
    "respondent": "Terlapor",
    "matter": "Objek",
    "witness": "Saksi",
    "expert": "Ahli",
}


_SEXES = {"L": "Laki-laki", "P": "Perempuan"}
# An office writes to a person so; whose sex nobody told is both.
_SALUTATIONS = {"Laki-laki": "Bapak", "Perempuan": "Ibu"}
SALUTATION = "Bapak/Ibu"


def parties(source: Source, *roles: str) -> list[Party]:
    """The parties in these roles, in the order they were entered."""
    return list(
        source.work.session.scalars(
            select(Party)
            .where(Party.case_id == source.case.id, Party.role.in_(roles))
            .order_by(Party.role.desc(), Party.ordinal)
        )
    )


def reporter(source: Source) -> Party:
    """The one who reported."""
    return parties(source, "reporter")[0]


def reporter_label(source: Source) -> str:
    """The pseudonym of the reporter; a finding has none and says so."""
    found = parties(source, "reporter")
    return found[0].label if found else "Tidak ada; temuan pengawas"


def respondents(source: Source) -> tuple[ReportedParty, ...]:
    """Respondents and matters without a person; they are not protected."""
    return tuple(
        ReportedParty(
            label=party.label,
            position=party.position,
            category=on_paper(party.category),
            address=party.address,
            phone=phone.shown(party.phone, party.phone_e164 or ""),
        )
        for party in parties(source, *RESPONDENTS)
    )


def person(source: Source, party: Party) -> Person:
    """Who a party is, in full; only for the papers that must carry it."""
    if party.identity_id is None:
        return Person(
            name=party.label,
            position=party.position,
            address=party.address,
            phone=phone.shown(party.phone, party.phone_e164 or ""),
        )
    known = identity.unseal(source.work, party)
    born = ", ".join(part for part in (known.birth_place, iso_day(known.birth_date)) if part)
    return Person(
        name=known.name,
        birth=born,
        sex=_SEXES.get(known.sex, known.sex),
        occupation=known.occupation,
        citizenship=known.citizenship,
        address=known.address,
        phone=known.telephone,
        email=known.email,
    )


def recipient(source: Source, party: Party) -> Recipient:
    """A party as the addressee of a letter."""
    one = person(source, party)
    position = party.position if party.position != one.name else ""
    return Recipient(
        name=one.name,
        salutation=_SALUTATIONS.get(one.sex, SALUTATION) if party.identity_id is not None else "",
        capacity=position,
        address=(one.address,) if one.address else (),
    )


def evidence(source: Source, *, at_intake: bool = False) -> tuple[str, ...]:
    """Evidence by description; `at_intake` leaves out what came after the report."""
    query = select(Evidence).where(Evidence.case_id == source.case.id)
    if at_intake:
        query = query.where(Evidence.received_at <= source.case.received_at)
    return listed(source, query)


def listed(source: Source, query: Select[Evidence]) -> tuple[str, ...]:
    """Pieces of evidence in their order, each by its number and description."""
    return tuple(
        f"B-{row.ordinal} {row.description or 'Berkas tanpa keterangan'}"
        for row in source.work.session.scalars(query.order_by(Evidence.ordinal))
    )
