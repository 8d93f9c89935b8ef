"""What the pages of the vulnerability map show: tiles, ranking, heat table, words."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from flask import url_for
from flask_babel import format_decimal
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from casework.engine.kerawanan import IndexEdition, Indicator, Score, Tile
from casework.models import VulnerabilityRound
from casework.services.core.work import Work
from casework.services.kerawanan import picture
from casework.services.kerawanan.picture import Region
from casework.services.kerawanan.rounds import GIVEN

AXES = {"teknis": _l("Teknis"), "politik": _l("Politik"), "sosial": _l("Sosial")}
STAGES = {
    "daftar_pemilih": _l("Daftar pemilih"), "pencalonan": _l("Pencalonan"),
    "kampanye": _l("Kampanye dan masa tenang"), "logistik": _l("Logistik"),
    "pungut_hitung": _l("Pungut, hitung, rekapitulasi"),
    "seluruh_tahapan": _l("Seluruh tahapan"),
}  # fmt: skip
SHEETS = {
    "diisi": _l("sedang diisi"), "dikirim": _l("dikirim, menunggu diperiksa"),
    "ditanya_lagi": _l("ditanya lagi"), "diterima": _l("diterima"),
}  # fmt: skip
SOURCES = {
    "lhp": _l("LHP"), "perkara": _l("Perkara"), "berita": _l("Berita"), "surat": _l("Surat"),
}  # fmt: skip
EVENTS = {
    "diusulkan": _l("menunggu ditetapkan"), "ditetapkan": _l("dihitung"),
    "bukan": _l("tidak dihitung"),
}  # fmt: skip
TASKS = {
    "berjalan": _l("berjalan"), "selesai": _l("selesai"), "dibatalkan": _l("dibatalkan"),
}  # fmt: skip
ITEMS_ON_A_PAGE = 4
MOST_COLUMNS = 20
"""A heat table of more regions than this is no table any more."""
SIDE, GAP = 96, 4


@dataclass(frozen=True)
class TileShown:
    """One tile: where it stands in the picture, its words, and its level (0 is unanswered)."""

    x: int
    y: int
    short: str
    name: str
    figure: str
    words: str
    level: int
    url: str


@dataclass(frozen=True)
class Map:
    """The tiles of a round, and how large their picture is."""

    tiles: tuple[TileShown, ...]
    width: int
    height: int


@dataclass(frozen=True)
class Line:
    """One line of the ranking: value, class, and how sure it is."""

    region: Region
    value: str
    between: str
    class_title: str
    level: int
    answered: int
    of: int
    share: float
    moved: str
    axes: tuple[tuple[str, str, float], ...]


@dataclass(frozen=True)
class HeatRow:
    """One indicator across the regions: likelihood, and whether it happened."""

    indicator: Indicator
    cells: tuple[tuple[str, int | None, bool], ...]


def figure(value: Decimal | None) -> str:
    """A value as the reader's language writes it, with two places; "" for none."""
    return "" if value is None else str(format_decimal(value, format="0.00"))


def level(edition: IndexEdition, score: Score | None, *, province: bool) -> tuple[int, str]:
    """The place of a score's class among the classes, from 1, and its title; 0 for none."""
    found = edition.class_of(score.value if score else None, province)
    if found is None:
        return 0, ""
    alike = [one for one in edition.classes if one.kind is found.kind]
    return alike.index(found) + 1, found.title


def map_of(
    work: Work, row: VulnerabilityRound, found: Sequence[Region], axis: str, stage: str
) -> Map:
    """The tiles of the regions: where the law data place them, else row by row."""
    placed = {one.region: one for one in work.law.kerawanan.tiles.values()}
    edition = work.law.kerawanan.edition(row.edition)
    wide = max(5, math.isqrt(len(found)) + 1)
    below = max(
        (one.row for one in placed.values() if one.region in {r.id for r in found}), default=0
    )
    loose = [one for one in found if one.id not in placed]
    spots = {
        one.id: Tile(one.id, _short(one), place % wide + 1, below + place // wide + 1)
        for place, one in enumerate(loose)
    }
    tiles = []
    for one in found:
        spot = placed.get(one.id) or spots[one.id]
        score = one.score.only(axis, stage) if one.score else None
        at, title = level(edition, score, province=one.province)
        shown = figure(score.value) if score else ""
        words = (
            _("%(name)s: belum dijawab", name=one.name)
            if not score
            else _(
                "%(name)s: %(value)s %(title)s, %(n)s dari %(of)s butir dijawab",
                name=one.name,
                value=shown or _("belum ada angka"),
                title=title,
                n=score.answered,
                of=score.of,
            )
        )
        tiles.append(
            TileShown(
                (spot.column - 1) * (SIDE + GAP) + GAP,
                (spot.row - 1) * (SIDE + GAP) + GAP,
                spot.short,
                one.name,
                shown,
                words,
                at,
                url_for("kerawanan.sheet", round_id=row.id, sheet_id=one.sheet_id),
            )
        )
    return Map(
        tuple(tiles),
        max((one.x for one in tiles), default=0) + SIDE + GAP,
        max((one.y for one in tiles), default=0) + SIDE + GAP,
    )


def _short(one: Region) -> str:
    return one.name.split(" ", 1)[-1][:4].upper()


def ranking(
    work: Work,
    row: VulnerabilityRound,
    found: Sequence[Region],
    moved: Mapping[str, Decimal],
    axis: str,
    stage: str,
) -> list[Line]:
    """The regions whose answers were given, the highest first, each with how sure it is."""
    edition = work.law.kerawanan.edition(row.edition)
    lines = []
    for one, score in picture.ranked(found, axis, stage):
        at, title = level(edition, score, province=one.province)
        by_axis = tuple(
            (str(words), figure(part.value), float(part.value or 0))
            for name, words in (AXES.items() if len(found) <= picture.MOST_COMPARED else ())
            if one.score and (part := one.score.only(name, stage)).of
        )
        change = moved.get(one.id)
        lines.append(
            Line(
                one,
                figure(score.value),
                "" if score.value is not None else f"{figure(score.low)}–{figure(score.high)}",
                title,
                at,
                score.answered,
                score.of,
                float(score.low or 0),
                "" if change is None else f"{'+' if change > 0 else ''}{figure(change)}",
                by_axis,
            )
        )
    return lines


def heat(edition: IndexEdition, found: Sequence[Region], axis: str, stage: str) -> list[HeatRow]:
    """Indicators by regions, in the order of the edition."""
    given = [one for one in found if one.score is not None]
    parts = {
        one.id: {part.indicator.id: part for part in one.score.parts}
        for one in given
        if one.score is not None
    }
    return [
        HeatRow(
            indicator,
            tuple(
                (one.name, parts[one.id][key].likelihood, parts[one.id][key].happened > 0)
                for one in given
            ),
        )
        for key, indicator in edition.indicators.items()
        if (not axis or indicator.axis == axis) and (not stage or indicator.stage == stage)
    ]


def sentence(found: Sequence[Region], lines: Sequence[Line]) -> str:
    """What the map says, in one sentence."""
    given = sum(1 for one in found if one.state in GIVEN)
    high: list[str] = [one.region.name for one in lines if one.level > 2]
    told: str = _("%(n)s dari %(of)s kantor sudah mengirim.", n=given, of=len(found))
    if high:
        return f"{_('%(names)s tinggi.', names=', '.join(high))} {told}"
    return f"{_('Tidak ada wilayah berkelas tinggi.')} {told}" if lines else told
