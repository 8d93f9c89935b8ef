"""When the desk takes reports: office hours, and the periods of an election that change them.

The answer is a flag for the officer, never a refusal: a report that arrives at a closed desk is
recorded all the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from casework.engine.basis import Basis
from casework.engine.desk import Season
from casework.engine.election import Election
from casework.engine.law import Law
from casework.engine.words import clock, long_date
from casework.engine.zones import zone_name


@dataclass(frozen=True)
class Desk:
    """Was the desk open? `why` says so in words; `basis` is None where nothing was found."""

    open: bool
    why: str
    basis: Basis | None


def intake_open(law: Law, office: str, at: datetime, edition: str) -> Desk:
    """Was the desk of an office open at `at` (aware), under that edition?

    A season of an election held there comes first, then the office's own closures, weekends and
    holidays, then the hours of the weekday. Raises OfficeUnknown.
    """
    entry = law.office(office)
    local = at.astimezone(ZoneInfo(entry.zone)).replace(microsecond=0)
    held = [one for one in law.elections.values() if office in one.offices]
    season = _season(law.desk.seasons, held, local.date(), edition)
    if season is not None:
        return _season_answer(season, local, entry.zone)
    hours = next((one for one in law.desk.hours if local.weekday() in one.weekdays), None)
    free = law.calendar_for(office).free(local.date())
    day = long_date(local.date())
    if free is not None:
        basis = law.desk.hours[0].basis if law.desk.hours else None
        return Desk(False, f"{day}: meja penerimaan tutup, {free}", basis)
    if hours is None:
        return Desk(False, f"{day}: jam penerimaan tidak diketahui", None)
    return _within(hours.opens, hours.closes, hours.basis, local, entry.zone, "jam penerimaan")


def _season(
    seasons: Iterable[Season], held: Iterable[Election], day: date, edition: str
) -> Season | None:
    elections = tuple(held)
    for season in seasons:
        if edition in season.editions and any(season.covers(one, day) for one in elections):
            return season
    return None


def _season_answer(season: Season, local: datetime, zone: str) -> Desk:
    if season.round_the_clock:
        why = f"{long_date(local.date())}: {season.title}, laporan diterima 24 jam"
        return Desk(True, why, season.basis)
    return _within(season.opens, season.closes, season.basis, local, zone, season.title)


def _within(opens: time, closes: time, basis: Basis, local: datetime, zone: str, what: str) -> Desk:
    inside = opens <= local.time() <= closes
    state = "buka" if inside else "tutup"
    why = (
        f"{long_date(local.date())} pukul {clock(local, zone)}: meja penerimaan {state}, "
        f"{what} {opens:%H.%M} sampai {closes:%H.%M} {zone_name(zone)} ({basis.citation})"
    )
    return Desk(inside, why, basis)
