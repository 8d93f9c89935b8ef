"""The map of vulnerability: editions of an index, and scores as a function of edition and events.

Nothing here is stored. What happened and what an office expects are handed in; the order in which
they were entered does not matter, and every value tells what it was made of.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from casework.engine.basis import Basis
from casework.engine.refusals import ScoreRefused

TOP = 100
"""The highest value an indicator, an axis or a region can have."""


class Axis(StrEnum):
    """What kind of trouble an indicator is about. Our own reading: no edition publishes it."""

    TECHNICAL = "teknis"
    POLITICAL = "politik"
    SOCIAL = "sosial"


class ElectionStage(StrEnum):
    """When in an election an indicator is about to happen. Our own reading, as the axis is."""

    VOTERS = "daftar_pemilih"
    CANDIDACY = "pencalonan"
    CAMPAIGN = "kampanye"
    LOGISTICS = "logistik"
    VOTING = "pungut_hitung"
    WHOLE = "seluruh_tahapan"


class PreventionForm(StrEnum):
    """The seven forms of prevention of Form Pencegahan (Keputusan 274/PM.00.00/K1/08/2022)."""

    IDENTIFYING = "identifikasi_kerawanan"
    EDUCATION = "pendidikan"
    COOPERATION = "kerja_sama"
    PARTICIPATION = "partisipasi_masyarakat"
    APPEAL = "imbauan"
    PUBLICATION = "publikasi"
    OTHER = "kegiatan_lainnya"


class ClassKind(StrEnum):
    """Which regions a limit of classes is for."""

    PROVINCE = "provinsi"
    REGENCY = "kabkota"
    EVERY = "semua"


@dataclass(frozen=True)
class ClassLimit:
    """One class: its name and its span, with whether either end belongs to it."""

    kind: ClassKind
    title: str
    lower: Decimal
    upper: Decimal
    includes_lower: bool
    includes_upper: bool

    def holds(self, value: Decimal) -> bool:
        """Does a value with two places belong to this class?"""
        above = value >= self.lower if self.includes_lower else value > self.lower
        return above and (value <= self.upper if self.includes_upper else value < self.upper)


class Step(NamedTuple):
    """One step of a scale: its number, name, what it means, and what it counts."""

    id: int
    title: str
    hint: str
    factor: int


@dataclass(frozen=True)
class Indicator:
    """One indicator. `weight` is None where no edition published one.

    `of` is the edition it is taken from, "" where it is this one's own; `paraphrase` says that the
    title is not the official one; `wording` is that of the book where it differs.
    """

    id: str
    title: str
    dimension: str
    axis: Axis
    stage: ElectionStage
    weight: Fraction | None
    code: str = ""
    part: str = ""
    of: str = ""
    wording: str = ""
    hint: str = ""
    note: str = ""
    paraphrase: bool = False
    national: int | None = None


@dataclass(frozen=True)
class Dimension:
    """A dimension (or variable) with its parts; `weight` is None where none was published."""

    id: str
    title: str
    weight: Fraction | None
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scoring:
    """How an indicator gets its value, in per cent of what happened and of what is likely now.

    What happened is the sum of counts, each times the factor of its level; `full` counts as all.
    A likelihood of `warns_from` or more is a warning.
    """

    past_percent: int
    now_percent: int
    full: int
    warns_from: int


@dataclass(frozen=True)
class Published:
    """What was published about one region: a value, a class, or both, with where it stood."""

    region: str
    value: Decimal | None
    class_title: str
    source: str
    note: str


@dataclass(frozen=True)
class Counted:
    """A number of polling stations published for one region and indicator."""

    region: str
    indicator: str
    count: int
    source: str


@dataclass(frozen=True)
class Proposal:
    """Registered cases of these articles, or with these words, are proposed as events."""

    indicator: str
    articles: frozenset[str]
    words: tuple[str, ...]


@dataclass(frozen=True)
class Example:
    """One indicator worked by hand: what happened, what is likely, and the value it must give."""

    indicator: str
    count: int
    level: int
    likelihood: int
    value: Decimal


@dataclass(frozen=True)
class IndexEdition:
    """One edition of an index. `own` ones were put together here and say so wherever they show.

    `no_score` says why no value can be worked out; `count` is the number of indicators where not
    all are known by name; `unit` is what is counted (`wilayah` or `tps`).
    """

    id: str
    title: str
    own: bool
    basis: Basis
    indicators: Mapping[str, Indicator]
    dimensions: Mapping[str, Dimension] = field(default_factory=dict)
    levels: tuple[Step, ...] = ()
    likelihoods: tuple[Step, ...] = ()
    classes: tuple[ClassLimit, ...] = ()
    class_basis: Basis | None = None
    scoring: Scoring | None = None
    no_score: str = ""
    published_on: date | None = None
    published: tuple[Published, ...] = ()
    counts: tuple[Counted, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    examples: tuple[Example, ...] = ()
    count: int = 0
    unit: str = "wilayah"
    what_if: bool = False

    @cached_property
    def weights(self) -> Mapping[str, int]:
        """The weights as whole numbers of one common part; empty where any is unknown."""
        known = [one.weight for one in self.indicators.values()]
        if self.scoring is None or None in known:
            return {}
        part = math.lcm(*(one.denominator for one in known if one is not None))
        return {
            one.id: int(one.weight * part)
            for one in self.indicators.values()
            if one.weight is not None
        }

    @cached_property
    def parts(self) -> tuple[int, int, int, int]:
        """In how many parts a point is counted, so that nothing is rounded.

        Then, in such parts, what one event of factor 1 and one step of likelihood are worth, and
        how many events are full.
        """
        rules = self.scoring or Scoring(0, 0, 1, 0)
        steps = max((one.id for one in self.likelihoods), default=0) or 1
        past, now = Fraction(rules.past_percent, rules.full), Fraction(rules.now_percent, steps)
        unit = math.lcm(past.denominator, now.denominator)
        return unit, int(past * unit), int(now * unit), rules.full

    @property
    def of(self) -> int:
        """How many indicators the edition has."""
        return self.count or len(self.indicators)

    def factor(self, level: int) -> int:
        """What one event of a level counts. Raises ScoreRefused for a level there is not."""
        for one in self.levels:
            if one.id == level:
                return one.factor
        raise ScoreRefused(
            f"Tingkat kejadian {level} tidak ada pada edisi {self.title}. "
            f"Yang ada: {', '.join(f'{one.id} {one.title}' for one in self.levels) or 'tidak ada'}."
        )

    def class_of(self, value: Decimal | None, province: bool = False) -> ClassLimit | None:
        """The class a value falls into; None where the published limits leave a gap, or none."""
        mine = ClassKind.PROVINCE if province else ClassKind.REGENCY
        if value is None:
            return None
        for one in self.classes:
            if one.kind in (mine, ClassKind.EVERY) and one.holds(value):
                return one
        return None

    def warns(self, likelihood: int | None) -> bool:
        """Is an answer a warning by itself?"""
        return (
            self.scoring is not None
            and likelihood is not None
            and likelihood >= self.scoring.warns_from
        )


@dataclass(frozen=True)
class Tile:
    """Where a region stands on the map of tiles, and its short name (ours, not official)."""

    region: str
    short: str
    column: int
    row: int


@dataclass(frozen=True)
class Kerawanan:
    """Everything the data say about vulnerability: the editions by id, and the tiles by region."""

    editions: Mapping[str, IndexEdition] = field(default_factory=dict)
    tiles: Mapping[str, Tile] = field(default_factory=dict)

    def edition(self, edition_id: str) -> IndexEdition:
        """The edition with that id. Raises ScoreRefused, naming those there are."""
        found = self.editions.get(edition_id)
        if found is None:
            raise ScoreRefused(
                f'Edisi indeks "{edition_id}" tidak ada. Yang ada: {", ".join(self.editions)}.'
            )
        return found


class Happening(NamedTuple):
    """Something that happened so many `times` at one level; `key` tells where it is written."""

    key: str
    indicator: str
    level: int
    times: int


class Outlook(NamedTuple):
    """How likely an office holds an indicator now (0–3); `key` tells where it is written."""

    key: str
    indicator: str
    likelihood: int


class Part(NamedTuple):
    """What one indicator adds: its answer, and its value in whole parts of `Score.unit`.

    `happened` is the sum of counts times factors, `keys` where what it rests on is written.
    """

    indicator: Indicator
    weight: int
    happened: int
    likelihood: int | None
    points: int
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Score:
    """The value of one region (or of one axis or stage of it) with all it was made of.

    An item that nobody answered counts as nothing in `low` and as everything in `high`; `value`
    exists only when every item is answered.
    """

    edition: IndexEdition
    region: str
    parts: tuple[Part, ...]
    unit: int

    @cached_property
    def answered(self) -> int:
        """How many items are answered."""
        return sum(1 for one in self.parts if one.likelihood is not None)

    @property
    def of(self) -> int:
        """How many items there are."""
        return len(self.parts)

    @cached_property
    def low(self) -> Decimal | None:
        """The least the value can be, with two places."""
        return self._mean(0)

    @cached_property
    def high(self) -> Decimal | None:
        """The most the value can be, with two places."""
        return self._mean(TOP * self.unit)

    @property
    def value(self) -> Decimal | None:
        """The value with two places; None while items are open or where none can be worked out."""
        return self.low if self.answered == self.of else None

    def only(self, axis: str = "", stage: str = "") -> Score:
        """The part of it that the indicators of one axis, one stage, or both make up."""
        if not axis and not stage:
            return self
        kept = tuple(
            one
            for one in self.parts
            if (not axis or one.indicator.axis == axis)
            and (not stage or one.indicator.stage == stage)
        )
        return replace(self, parts=kept)

    def value_of(self, part: Part) -> Decimal:
        """The value of one indicator, 0 to 100, with two places."""
        return two_places(Fraction(part.points, self.unit))

    def _mean(self, open_points: int) -> Decimal | None:
        whole = sum(one.weight for one in self.parts)
        if not whole or not self.edition.weights:
            return None
        points = sum(
            one.weight * (one.points if one.likelihood is not None else open_points)
            for one in self.parts
        )
        return two_places(Fraction(points, whole * self.unit))


def score(
    edition: IndexEdition,
    region: str,
    happenings: Iterable[Happening],
    outlooks: Iterable[Outlook],
) -> Score:
    """The score of a region by an edition, from what happened there and what is likely.

    A function of these alone: the order does not matter. What belongs to no indicator of the
    edition is left out. Raises ScoreRefused for a level there is not, or for two answers to one.
    """
    sums: dict[str, int] = {}
    keys: dict[str, list[str]] = {}
    factors = {one.id: one.factor for one in edition.levels}
    for event in happenings:
        if event.indicator in edition.indicators:
            factor = factors.get(event.level) if factors else 1
            sums[event.indicator] = sums.get(event.indicator, 0) + event.times * (
                edition.factor(event.level) if factor is None else factor
            )
            keys.setdefault(event.indicator, []).append(event.key)
    said: dict[str, int] = {}
    for one in outlooks:
        if one.indicator in said:
            raise ScoreRefused(f"Indikator {one.indicator} dijawab dua kali untuk {region}.")
        if one.indicator in edition.indicators:
            said[one.indicator] = one.likelihood
            keys.setdefault(one.indicator, []).append(one.key)
    unit, past, now, full = edition.parts
    weights = edition.weights
    parts = []
    for key, indicator in edition.indicators.items():
        happened, likelihood = sums.get(key, 0), said.get(key)
        points = past * (happened if happened < full else full) + now * (likelihood or 0)
        told = keys.get(key, ())
        written = tuple(sorted(told)) if len(told) > 1 else tuple(told)
        parts.append(Part(indicator, weights.get(key, 0), happened, likelihood, points, written))
    return Score(edition, region, tuple(parts), unit)


def what_if(edition: IndexEdition, weights: Mapping[str, Fraction]) -> IndexEdition:
    """The edition with other weights, marked as a question asked and no result.

    The edition and whatever was stored under it stay as they are. Raises ScoreRefused for an
    indicator there is not, a weight below zero, or weights that are all zero.
    """
    if edition.scoring is None:
        raise ScoreRefused(f"{edition.title}: {edition.no_score} Bobot lain pun tidak menolong.")
    for key, weight in weights.items():
        if key not in edition.indicators:
            raise ScoreRefused(f"Indikator {key} tidak ada pada edisi {edition.title}.")
        if weight < 0:
            raise ScoreRefused(f"Bobot indikator {key} tidak boleh kurang dari nol.")
    changed = {
        key: replace(one, weight=weights.get(key, one.weight))
        for key, one in edition.indicators.items()
    }
    if not any(one.weight for one in changed.values()):
        raise ScoreRefused("Bobot tidak boleh nol semuanya: tidak ada yang tersisa untuk dihitung.")
    return replace(edition, indicators=changed, own=True, what_if=True)


def trend(before: Score, after: Score) -> Decimal | None:
    """How far a value moved from one round to the next; None while either is open.

    Raises ScoreRefused across editions, with other weights, or for two regions.
    """
    one, other = before.edition, after.edition
    if one.id != other.id:
        raise ScoreRefused(
            f"Tren dari {one.title} ke {other.title} tidak dihitung: indikator, bobot, atau batas "
            "kelasnya lain, jadi naik turunnya angka tidak berarti rawannya naik turun. Provinsi "
            "Bengkulu sendiri 72,08 menurut IKP 2020 dan 3,79 menurut IKP 2024. Lihat tiap edisi "
            "pada kolomnya sendiri."
        )
    if one.weights != other.weights or before.region != after.region:
        raise ScoreRefused(
            "Tren hanya dihitung untuk wilayah yang sama dengan bobot yang sama. Buka kedua "
            "putaran tanpa bobot pengandaian."
        )
    if before.value is None or after.value is None:
        return None
    return after.value - before.value


def two_places(value: Fraction) -> Decimal:
    """A value with two places, halves up.

    >>> two_places(Fraction(2, 3)), two_places(Fraction(1, 200))
    (Decimal('0.67'), Decimal('0.01'))
    """
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
