"""The whole of the law data: editions, calendar, agencies, regions, offices, elections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Protocol

from casework.engine import templates
from casework.engine.act import Act
from casework.engine.addresses import Address
from casework.engine.addresses import name_of as address_name
from casework.engine.addresses import on_day as address_on_day
from casework.engine.addresses import upon as addresses_upon
from casework.engine.agency import Agency
from casework.engine.basis import Basis
from casework.engine.calendar import Calendar
from casework.engine.choices import name_of as choice_name
from casework.engine.choices import upon as choices_upon
from casework.engine.decrees import upon as decrees_upon
from casework.engine.desk import DeskHours
from casework.engine.edition import Edition, Instrument
from casework.engine.election import Election
from casework.engine.holiday import Holiday
from casework.engine.kerawanan import Kerawanan
from casework.engine.ladders import OwnLadder
from casework.engine.ladders import name_of as ladder_name
from casework.engine.ladders import upon as ladders_upon
from casework.engine.lifecycle import Lifecycle
from casework.engine.loading.places import elections_upon
from casework.engine.office import OfficeEntry
from casework.engine.practice import Practice
from casework.engine.refusals import (
    EditionUnknown,
    OfficeUnknown,
    RuleFileFault,
    RuleUnknown,
)
from casework.engine.region import Region
from casework.engine.revision import Overlay, Source, of_edition
from casework.engine.rule import DeadlineRule
from casework.engine.scope import ScopeEntry
from casework.engine.violations import Closed
from casework.engine.words import long_date


class Reviser(Protocol):
    """What builds the revisions of an edition; `casework.engine.loading.revising` has it."""

    def edition(self, edition_id: str, overlays: Sequence[Overlay] = ()) -> Edition:
        """The edition with its overlays in order."""

    def line(self, edition_id: str) -> int:
        """The line where `edition.yaml` begins."""

    def names(self, edition_id: str, overlays: Sequence[Overlay] = ()) -> tuple[str, ...]:
        """The name of every entry that can be confirmed or corrected."""

    def source(self, edition_id: str, overlays: Sequence[Overlay], name: str) -> Source:
        """An entry as written."""

    def sources(self, edition_id: str, overlays: Sequence[Overlay] = ()) -> tuple[Source, ...]:
        """Every entry as written."""

    def basis(self, edition_id: str, overlays: Sequence[Overlay], name: str) -> Basis:
        """What an entry rests on."""


@dataclass(frozen=True)
class Law:
    """What the rules folder holds, parsed and cross-checked, with the revisions upon it.

    `editions` holds the newest revision of each; `edition` gives the older ones too. `closures`
    are the days that decrees of the running system close one office, by its code; `files_calendar`
    is the calendar without any of those decrees (None: there is none), `files_elections` those
    elections of the files without any imported upon them. `ladders` are the reminders
    that offices set themselves, `addresses` those of the agencies they write to, `choices` what
    they chose knowingly where the law in hand leaves a gap, `wordings` their own templates.
    """

    instruments: Mapping[str, Instrument]
    editions: Mapping[str, Edition]
    calendar: Calendar
    agencies: Mapping[str, Agency]
    regions: Mapping[str, Region]
    offices: Mapping[str, OfficeEntry]
    elections: Mapping[str, Election]
    scope: tuple[ScopeEntry, ...] = ()
    overlays: tuple[Overlay, ...] = ()
    reviser: Reviser | None = field(default=None, compare=False, repr=False)
    desk: DeskHours = field(default_factory=DeskHours)
    practice: Practice = field(default_factory=Practice)
    kerawanan: Kerawanan = field(default_factory=Kerawanan)
    closures: Mapping[str, tuple[Holiday, ...]] = field(default_factory=dict)
    files_calendar: Calendar | None = field(default=None, compare=False, repr=False)
    files_elections: Mapping[str, Election] | None = field(default=None, compare=False, repr=False)
    ladders: Mapping[str, OwnLadder] = field(default_factory=dict)
    addresses: Mapping[str, tuple[Address, ...]] = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)
    wordings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    _older: dict[str, Edition] = field(default_factory=dict, init=False, compare=False, repr=False)
    _lifecycles: dict[str, Lifecycle] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def revised(self, overlays: Iterable[Overlay]) -> Law:
        """This law with exactly these overlays, each edition at its newest revision.

        Raises RuleFileFault when an overlay makes an entry wrong, RuleUnknown when its entry
        does not exist.
        """
        wanted = tuple(overlays)
        if wanted == self.overlays:
            return self
        calendar = self.files_calendar or self.calendar
        decrees, closures = decrees_upon(calendar, wanted)
        elections = self.files_elections or self.elections
        law = replace(
            self, overlays=wanted, calendar=decrees, closures=closures, files_calendar=calendar,
            ladders=ladders_upon(wanted), addresses=addresses_upon(wanted),
            choices=choices_upon(wanted), wordings=templates.upon(wanted),
            elections=elections_upon(elections, wanted, self.instruments, self.offices),
            files_elections=elections,
        )  # fmt: skip
        moved = {one.edition for one in (*wanted, *self.overlays)}
        found = dict(self.editions)
        for edition_id in moved & set(found):
            found[edition_id] = law.builder.edition(edition_id, law.upon(edition_id))
        no_overlap(found, law.builder)
        return replace(law, editions=found)

    @cached_property
    def letters(self) -> frozenset[str]:
        """The forms that are letters, of any edition."""
        return frozenset(
            form.id for one in self.editions.values() for form in one.forms.values() if form.letter
        )

    @cached_property
    def outgoing(self) -> frozenset[str]:
        """The letters that go to somebody outside the office, of any edition."""
        return frozenset(
            form.id
            for one in self.editions.values()
            for form in one.forms.values()
            if form.letter and not form.stays
        )

    @cached_property
    def acts(self) -> Mapping[str, Act]:
        """Every act that some edition has, by its id, for what is said of it without a case."""
        return {
            act.id: act for one in tuple(self.editions.values())[::-1] for act in one.acts.values()
        }

    @property
    def builder(self) -> Reviser:
        """What builds revisions. Raises EditionUnknown where the files are not at hand."""
        if self.reviser is None:
            raise EditionUnknown("Berkas aturan tidak ada, jadi revisi tidak dapat disusun.")
        return self.reviser

    def upon(self, edition_id: str, revision: str | None = None) -> tuple[Overlay, ...]:
        """The overlays of an edition up to a revision (None: all). Raises EditionUnknown."""
        base = self.edition(edition_id).revision.partition(".")[0]
        mine = of_edition(self.overlays, edition_id, base)
        if revision is None:
            return mine
        names = [base, *(one.revision for one in mine)]
        if revision not in names:
            raise EditionUnknown(
                f"Edisi {edition_id} tidak punya revisi {revision}. Yang ada: {', '.join(names)}. "
                "Revisi berkas yang lebih lama hanya ada bila berkasnya dipasang kembali."
            )
        return mine[: names.index(revision)]

    def edition(self, edition_id: str, revision: str | None = None) -> Edition:
        """The edition with that id (and revision). Raises EditionUnknown."""
        found = self.editions.get(edition_id)
        if found is None:
            raise EditionUnknown(
                f'Edisi "{edition_id}" tidak ada. Yang ada: {", ".join(self.editions)}.'
            )
        if revision is None or revision == found.revision:
            return found
        pin = f"{edition_id}@{revision}"
        older = self._older.get(pin)
        if older is None:
            older = self.builder.edition(edition_id, self.upon(edition_id, revision))
            self._older[pin] = older
        return older

    def lifecycle(self, edition: Edition) -> Lifecycle:
        """What answers for an edition of this law; kept, as it works much out once."""
        found = self._lifecycles.get(edition.pin)
        if found is None or found.edition is not edition:
            found = self._lifecycles[edition.pin] = Lifecycle(edition)
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

    def calendar_for(self, office: str) -> Calendar:
        """The calendar as that office counts by it. Raises OfficeUnknown."""
        entry = self.office(office)
        places: tuple[str, ...] = ()
        if entry.region is not None:
            region = self.region(entry.region)
            places = (region.name, f"Provinsi {region.province}")
        return self.calendar.for_place(places, (*entry.closed_days, *self.closed(office)))

    def reminded(self, office: str, rule: DeadlineRule) -> DeadlineRule:
        """The rule with the ladder that an office set for it, else the rule itself."""
        own = self.ladders.get(ladder_name(office, rule.id))
        return rule.reminding(own.rungs) if own else rule

    def address(self, office: str, destination: str, on: date) -> Address | None:
        """How letters of an office address a destination on a day, where it entered that."""
        return address_on_day(
            self.addresses.get(address_name(office, destination), ()), on
        )  # fmt: skip

    def shut(self, edition: Edition, office: str, violation_class: str) -> Closed | None:
        """Why an office may not decide outcomes of a class; None where it may or chose to."""
        found = edition.violations.classes.get(violation_class)
        if found is None or found.closed is None:
            return None
        way = found.closed.recommended
        return None if way is not None and self.chose(office, way.id) else found.closed

    def hears(self, edition: Edition, office: str) -> bool:
        """May an office have matters heard by a panel? It may where nothing is to be chosen."""
        choice = edition.violations.hearing
        return choice is None or self.chose(office, choice.id)

    def chose(self, office: str, choice: str) -> bool:
        """Has an office made that choice?"""
        return choice_name(office, choice) in self.choices

    def template(self, office: str, template: str) -> templates.Template:
        """A template in the words of an office: its own, else those of the law data.

        Raises KeyError for one that does not exist.
        """
        found = self.practice.templates[template]
        own = self.wordings.get(templates.name_of(office, template))
        return replace(found, lines=own) if own else found

    def city_of(self, destination: str) -> str:
        """Where an addressee sits ("bkn", "kepala_daerah:seluma"); "" where nobody told."""
        name, _, region = destination.partition(":")
        agency = self.agencies.get(name)
        if agency is None or agency.city != "{seat}":
            return agency.city if agency else ""
        province = self.sole_province()
        place = region or (province.id if province else "")
        return next((one.city for one in self.offices.values() if one.region == place), "")

    def closed(self, office: str) -> tuple[Holiday, ...]:
        """The days that decrees of the running system close an office, known here or not."""
        return self.closures.get(office, ())

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


def no_overlap(found: Mapping[str, Edition], builder: Reviser) -> None:
    """Refuse two editions of one regime in force on the same day. Raises RuleFileFault."""
    for one in found.values():
        for other in found.values():
            same = one.id < other.id and one.regime == other.regime
            if same and one.in_force.overlaps(other.in_force):
                text = (
                    f"edisi {one.id} dan {other.id} sama-sama berlaku untuk rezim {one.regime} "
                    "pada waktu yang sama."
                )
                raise RuleFileFault(f"{other.id}/edition.yaml", builder.line(other.id), text)
