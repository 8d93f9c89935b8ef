"""Where a matter goes: per respondent, by class, category, level and date of dispatch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from casework.engine.agency import Agency
from casework.engine.basis import Basis, Mark, weakest
from casework.engine.edition import Edition
from casework.engine.law import Law
from casework.engine.refusals import RuleUnknown
from casework.engine.region import Region


@dataclass(frozen=True)
class Destination:
    """One addressee, named for the region it is about ("" where it has none)."""

    agency_id: str
    name: str
    address_to: str
    region: str
    basis: Basis
    mark: Mark


@dataclass(frozen=True)
class Routing:
    """The answer: the addressees, on whose word, on which form. Not known: decide by hand.

    `mark` is the weakest of the row, of the agencies and their time, and of the edition.
    """

    known: bool
    agencies: tuple[Destination, ...]
    basis: Basis
    note: str
    form: str
    mark: Mark


def destinations(
    law: Law,
    edition: Edition,
    *,
    violation_class: str,
    category: str,
    level: str,
    on: date,
    region: str | None,
) -> Routing:
    """Every addressee for one respondent, chosen by the date of dispatch `on`.

    `region` is the respondent's region, by its id or its code. Raises RuleUnknown when the
    edition has no row for the combination.
    """
    route = next(
        (row for row in edition.routes if row.covers(violation_class, category, level)), None
    )
    if route is None:
        raise RuleUnknown(
            f"Edisi {edition.id} tidak punya tujuan penerusan untuk {violation_class}/{category} "
            f"dari tingkat {level}."
        )
    place = law.region(region) if region else law.sole_province()
    links = (route.basis, *edition.time_bases)

    def unknown(note: str) -> Routing:
        return Routing(False, (), route.basis, note, route.form, weakest(*links))

    named: list[Destination] = []
    for function in route.functions:
        agency = law.agency_for(function, on)
        if agency is None:
            return unknown(
                f"Pada {on.isoformat()} tidak ada lembaga yang diketahui untuk {function}."
            )
        if needs_region(agency) and (place is None or region is None):
            return unknown(
                "Wilayah terlapor belum diisi, jadi tujuan penerusan belum dapat ditentukan."
            )
        if agency.local and place is not None and place.kind == "provinsi":
            return unknown(
                f"Wilayah terlapor baru diisi provinsi ({place.name}); tujuan ini perlu wilayah "
                "kabupaten/kotanya."
            )
        named.append(destination_of(agency, place, links))
    mark = Mark.weakest((weakest(*links), *(one.mark for one in named)))
    return Routing(route.known, tuple(named), route.basis, route.note, route.form, mark)


def destination_of(
    agency: Agency, region: Region | None, links: Iterable[Basis] = ()
) -> Destination:
    """The agency as a letter about that region names it; `links` are what chose it."""
    words = {} if region is None else _words(region)
    return Destination(
        agency.id,
        agency.name.format_map(words),
        agency.address_to.format_map(words),
        region.id if region is not None and needs_region(agency) else "",
        agency.basis,
        weakest(agency.basis, *agency.in_force.bases, *links),
    )


def needs_region(agency: Agency) -> bool:
    """Is there one such addressee per region, so that the region must be known?"""
    text = agency.name + agency.address_to
    return any(field in text for field in ("{region}", "{place}", "{head}"))


def _words(region: Region) -> dict[str, str]:
    return {
        "region": region.name,
        "place": region.place,
        "head": region.head,
        "province": region.province,
    }
