"""The whole of the law data: editions, calendar, agencies, regions, offices, elections."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from casework.engine.agency import Agency
from casework.engine.calendar import Calendar
from casework.engine.edition import Edition, Instrument
from casework.engine.election import Election
from casework.engine.office import OfficeEntry
from casework.engine.refusals import EditionUnknown, OfficeUnknown, RuleUnknown
from casework.engine.region import Region
from casework.engine.scope import ScopeEntry
from casework.engine.words import long_date


@dataclass(frozen=True)
class Law:
    """What the rules folder holds, parsed and cross-checked."""

    instruments: Mapping[str, Instrument]
    editions: Mapping[str, Edition]
    calendar: Calendar
    agencies: Mapping[str, Agency]
    regions: Mapping[str, Region]
    offices: Mapping[str, OfficeEntry]
    elections: Mapping[str, Election]
    scope: tuple[ScopeEntry, ...] = ()

    def edition(self, edition_id: str, revision: str | None = None) -> Edition:
        """The edition with that id (and revision). Raises EditionUnknown."""
        found = self.editions.get(edition_id)
        if found is None:
            raise EditionUnknown(
                f'Edisi "{edition_id}" tidak ada. Yang ada: {", ".join(self.editions)}.'
            )
        if revision is not None and revision != found.revision:
            raise EditionUnknown(
                f"Edisi {edition_id} dimuat dengan revisi {found.revision}; revisi {revision} "
                "tidak ada. Pasang kembali berkas aturan revisi itu."
            )
        return found

    def pinned(self, pin: str) -> Edition:
        """The edition that a case pinned as `edition@revision`. Raises EditionUnknown."""
        edition_id, _, revision = pin.partition("@")
        return self.edition(edition_id, revision or None)

    def edition_on(self, regime: str, on: date) -> Edition:
        """The edition of `regime` in force on `on`. Raises EditionUnknown with the reason."""
        candidates = [one for one in self.editions.values() if one.regime == regime]
        if not candidates:
            regimes = sorted({one.regime for one in self.editions.values()})
            raise EditionUnknown(
                f'Rezim "{regime}" tidak dikenal. Yang dikenal: {", ".join(regimes)}.'
            )
        for one in candidates:
            if one.in_force.covers(on):
                return one
        raise EditionUnknown(_no_edition(regime, on, candidates))

    def region(self, key: str) -> Region:
        """The region with that id or that code. Raises RuleUnknown."""
        for region in self.regions.values():
            if key in (region.id, region.code):
                return region
        raise RuleUnknown(f'Wilayah "{key}" tidak ada pada rules/regions/.')

    def sole_province(self) -> Region | None:
        """The province of this installation, when its data hold exactly one."""
        provinces = [region for region in self.regions.values() if region.kind == "provinsi"]
        return provinces[0] if len(provinces) == 1 else None

    def office(self, code: str) -> OfficeEntry:
        """The office with that code. Raises OfficeUnknown, naming the codes there are."""
        found = self.offices.get(code)
        if found is None:
            raise OfficeUnknown(
                f'Kantor "{code}" tidak ada. Kode yang ada: {", ".join(self.offices)}.'
            )
        return found

    def agency_for(self, function: str, on: date) -> Agency | None:
        """The agency that fulfils `function` on `on`, if one does."""
        for agency in self.agencies.values():
            if agency.function == function and agency.in_force.covers(on):
                return agency
        return None


def _no_edition(regime: str, on: date, candidates: list[Edition]) -> str:
    opening = f"Tidak ada edisi {regime} yang diketahui berlaku pada {long_date(on)}."
    first = min(candidates, key=lambda one: one.in_force.since or date.max)
    basis = first.in_force.since_basis
    if first.in_force.since and on < first.in_force.since and basis:
        return f"{opening} {basis.note} ({basis.citation})".strip()
    return opening
