"""What a round shows: the score of each region, how sure it is, what changed, what came true."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

from sqlalchemy import Select, select

from casework.engine import kerawanan as index
from casework.engine.kerawanan import Happening, IndexEdition, Outlook, Score
from casework.engine.ranking import RankCorrelation, rank_correlation, ranks
from casework.engine.refusals import ScoreRefused
from casework.models import (
    Office,
    VulnerabilityAnswer,
    VulnerabilityEvent,
    VulnerabilityRound,
    VulnerabilitySheet,
)
from casework.models.kerawanan import EventState, SheetState
from casework.services.core.work import Work
from casework.services.kerawanan import events, reach
from casework.services.kerawanan.rounds import GIVEN, sheets_of

MOST_COMPARED = 60
"""Regions whose two rounds are read for one page."""
_MISSED_BY = 2
"""So many ranks apart is a miss that is named."""


@dataclass(frozen=True)
class Region:
    """One region of a round: its sheet, and its score once the answers were given."""

    id: str
    name: str
    province: bool
    sheet_id: int
    office: Office
    state: SheetState
    score: Score | None


@dataclass(frozen=True)
class Compared:
    """A region's value beside the cases that were registered, each with its rank from the top."""

    region: Region
    value: Decimal
    cases: int
    value_rank: float
    cases_rank: float

    @property
    def missed(self) -> bool:
        """Did the order of the index miss the order of the cases by more than a little?"""
        return abs(self.value_rank - self.cases_rank) > _MISSED_BY


@dataclass(frozen=True)
class Afterwards:
    """The index beside real cases: how far both orders agree, or why that cannot be said."""

    rows: tuple[Compared, ...]
    since: date
    until: date
    agreement: RankCorrelation | None
    refused: str


def regions(
    work: Work, row: VulnerabilityRound, weights: Mapping[str, Fraction] | None = None
) -> list[Region]:
    """The regions of a round the actor may see, by code of their office, with their scores.

    `weights` are a question asked (`what_if`): nothing that is stored changes by it.
    """
    edition = reach.edition(work, row)
    if weights:
        edition = index.what_if(edition, weights)
    sheets = sheets_of(work, row)
    given = {sheet.id: sheet.region for sheet, _office in sheets if sheet.state in GIVEN}
    happened, likely = _told(work, row, edition, given)
    return [
        Region(
            sheet.region,
            _name(work, sheet.region),
            office.level == "provinsi",
            sheet.id,
            office,
            sheet.state,
            index.score(
                edition, sheet.region, happened.get(sheet.region, ()), likely.get(sheet.region, ())
            )
            if sheet.id in given
            else None,
        )
        for sheet, office in sheets
    ]


def region(work: Work, row: VulnerabilityRound, region_id: str) -> Region | None:
    """One of them, None where there is none the actor may see."""
    return next((one for one in regions(work, row) if one.id == region_id), None)


def ranked(found: Iterable[Region], axis: str = "", stage: str = "") -> list[tuple[Region, Score]]:
    """Regions with their score of an axis and a stage, the highest first.

    One that is not wholly answered comes after the others, by the least it can be.
    """
    told = [(one, one.score.only(axis, stage)) for one in found if one.score is not None]
    return sorted(
        told,
        key=lambda pair: (
            pair[1].value is None,
            -(pair[1].low or Decimal(0)),
            pair[0].office.code,
        ),
    )


def before(work: Work, row: VulnerabilityRound) -> VulnerabilityRound | None:
    """The round before of the same office and edition, if there is one."""
    return work.session.scalar(
        select(VulnerabilityRound)
        .where(
            VulnerabilityRound.office_id == row.office_id,
            VulnerabilityRound.edition == row.edition,
            VulnerabilityRound.id < row.id,
        )
        .order_by(VulnerabilityRound.id.desc())
        .limit(1)
    )


def changes(work: Work, row: VulnerabilityRound, now: list[Region]) -> Mapping[str, Decimal]:
    """How far each region moved since the round before of the same edition, where both tell.

    Not where there are more than `MOST_COMPARED`: a map of the country shows one round.
    """
    earlier = before(work, row) if len(now) <= MOST_COMPARED else None
    if earlier is None:
        return {}
    then = {one.id: one.score for one in regions(work, earlier)}
    found = {}
    for one in now:
        old = then.get(one.id)
        if one.score is not None and old is not None:
            moved = index.trend(old, one.score)
            if moved is not None:
                found[one.id] = moved
    return found


def compare(
    work: Work, one: VulnerabilityRound, other: VulnerabilityRound
) -> Mapping[str, Decimal]:
    """How far each region moved between two rounds. Raises ScoreRefused across editions."""
    if one.edition != other.edition:
        first, second = (Score(reach.edition(work, each), "", (), 1) for each in (one, other))
        index.trend(first, second)
    then = {each.id: each.score for each in regions(work, one)}
    found = {}
    for each in regions(work, other):
        old = then.get(each.id)
        moved = index.trend(old, each.score) if old and each.score else None
        if moved is not None:
            found[each.id] = moved
    return found


def afterwards(
    work: Work, row: VulnerabilityRound, found: list[Region], axis: str = "", stage: str = ""
) -> Afterwards:
    """The index beside the cases registered about events since the round began, by region.

    The province itself is no region beside the others and is left out.
    """
    until = reach.today(work, row.office_id)
    told = [
        (one, score.value)
        for one, score in ranked(found, axis, stage)
        if score.value is not None and not one.province
    ]
    counted = events.cases_by_region(
        work, [one.office for one, _value in told], row.opens_on, until
    )
    values = [value for _one, value in told]
    cases = [counted.get(one.id, 0) for one, _value in told]
    top, most = (
        _from_the_top(values),
        _from_the_top([Decimal(number) for number in cases]),
    )
    rows = tuple(
        Compared(one, value, number, rank, other)
        for (one, value), number, rank, other in zip(told, cases, top, most, strict=True)
    )
    try:
        return Afterwards(rows, row.opens_on, until, rank_correlation(values, cases), "")
    except ScoreRefused as refusal:
        return Afterwards(rows, row.opens_on, until, None, str(refusal))


def _from_the_top(values: list[Decimal]) -> list[float]:
    return ranks([-one for one in values])


def _told(
    work: Work, row: VulnerabilityRound, edition: IndexEdition, given: Mapping[int, str]
) -> tuple[dict[str, list[Happening]], dict[str, list[Outlook]]]:
    """What happened and what is likely in the regions whose answers were given."""
    happened: dict[str, list[Happening]] = {}
    likely: dict[str, list[Outlook]] = {}
    answer = VulnerabilityAnswer
    # Plain rows: a map of the whole country has thirty thousand of them.
    rows = work.connection.execute(
        select(
            answer.id, answer.sheet_id, answer.indicator, answer.times, answer.level,
            answer.likelihood,
        )
        .join(VulnerabilitySheet, VulnerabilitySheet.id == answer.sheet_id)
        .where(VulnerabilitySheet.round_id == row.id)
    )  # fmt: skip
    for key, sheet_id, indicator, times, level, likelihood in rows:
        place = given.get(sheet_id)
        if place is None:
            continue
        written = f"vulnerability_answers:{key}"
        if level is not None:
            happened.setdefault(place, []).append(Happening(written, indicator, level, times))
        if likelihood is not None:
            likely.setdefault(place, []).append(Outlook(written, indicator, likelihood))
    for key, place, indicator, number, at in work.session.execute(_events(work, row, edition)):
        if place in likely:
            written = f"vulnerability_events:{key}"
            happened.setdefault(place, []).append(Happening(written, indicator, at, number))
    return happened, likely


def _events(
    work: Work, row: VulnerabilityRound, edition: IndexEdition
) -> Select[int, str, str, int, int]:
    event = VulnerabilityEvent
    zone = ZoneInfo(work.session.get_one(Office, row.office_id).zone)
    numbered = {edition.id, *(one.of for one in edition.indicators.values() if one.of)}
    found = select(event.id, event.region, event.indicator, event.times, event.level).where(
        event.state == EventState.CONFIRMED,
        event.edition.in_(sorted(numbered)),
        event.happened_on >= row.counts_from,
        event.happened_on <= row.closes_at.astimezone(zone).date(),
    )
    # What is confirmed after a round was closed does not change what it showed.
    return found if row.closed_at is None else found.where(event.reviewed_at <= row.closed_at)


def recorded(
    work: Work, row: VulnerabilityRound, region_id: str
) -> dict[str, list[VulnerabilityEvent]]:
    """The confirmed events of a region that count in a round, by indicator; for its own sheet."""
    edition = reach.edition(work, row)
    keys = [
        one[0] for one in work.session.execute(_events(work, row, edition)) if one[1] == region_id
    ]
    found: dict[str, list[VulnerabilityEvent]] = {}
    for one in work.session.scalars(
        select(VulnerabilityEvent)
        .where(VulnerabilityEvent.id.in_(keys))
        .order_by(VulnerabilityEvent.happened_on, VulnerabilityEvent.id)
    ):
        found.setdefault(one.indicator, []).append(one)
    return found


def _name(work: Work, region_id: str) -> str:
    found = work.law.regions.get(region_id)
    return found.name if found else region_id
