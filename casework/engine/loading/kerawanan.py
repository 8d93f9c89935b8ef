"""kerawanan/<edition>/index.yaml and kerawanan/*.yaml: editions of the index, maps of tiles."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import yaml

from casework.engine.kerawanan import (
    Axis,
    ClassKind,
    ClassLimit,
    Counted,
    Dimension,
    ElectionStage,
    Example,
    IndexEdition,
    Indicator,
    Kerawanan,
    Proposal,
    Published,
    Scoring,
    Step,
    Tile,
)
from casework.engine.loading.bases import Instruments, basis, own_basis
from casework.engine.loading.block import Block, by_id, fault, known
from casework.engine.region import Region

_FILE = "index.yaml"
_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,2})?")


def kerawanan(
    tops: Iterable[Block],
    instruments: Instruments,
    regions: Mapping[str, Region],
    articles: Collection[str],
) -> Kerawanan:
    """Read every edition and every map; what an own edition takes from another must be there."""
    editions: dict[str, IndexEdition] = {}
    tiles: dict[str, Tile] = {}
    heads: dict[str, Block] = {}
    for top in tops:
        path = top.node.start_mark.name
        if path.endswith(f"/{_FILE}"):
            edition = _edition(top, instruments, regions, articles)
            if edition.id != path.split("/")[-2]:
                fault(top.node_of("id"), "id edisi indeks harus sama dengan nama foldernya.")
            editions[edition.id], heads[edition.id] = edition, top
        else:
            for block in top.blocks("tiles"):
                tile = _tile(block, regions)
                tiles[tile.region] = tile
        top.close()
    for edition in editions.values():
        for one in edition.indicators.values():
            if one.of and one.id not in editions.get(one.of, edition).indicators:
                fault(
                    heads[edition.id].node_of("indicators"),
                    f'indikator "{one.id}" diambil dari "{one.of}", yang tidak punya itu.',
                )
    return Kerawanan(editions, tiles)


def _edition(
    top: Block, instruments: Instruments, regions: Mapping[str, Region], articles: Collection[str]
) -> IndexEdition:
    own = top.flag("own")
    if not top.flag("axis_is_own"):
        fault(
            top.node_of("axis_is_own"),
            "tidak ada edisi yang menerbitkan sumbu atau tahap indikatornya: tulis true.",
        )
    dimensions = by_id(_nodes(top, "dimensions"), "dimensi", _dimension)
    indicators = by_id(
        _nodes(top, "indicators"), "indikator", lambda block: _indicator(block, dimensions)
    )
    levels = _steps(top, "levels")
    likelihoods = _steps(top, "likelihoods")
    scoring = _scoring(top.block("scoring"), likelihoods) if "scoring" in top else None
    no_score = top.text("no_score", "")
    if (scoring is None) == (not no_score):
        fault(top.node, 'tulis "scoring" bila nilainya dapat dihitung, "no_score" bila tidak.')
    if not own and (scoring or any(one.weight is not None for one in indicators.values())):
        fault(
            top.node_of("own"),
            "bobot yang tidak diterbitkan Bawaslu hanya boleh ada pada edisi sendiri (own: true).",
        )
    return IndexEdition(
        id=top.text("id"),
        title=top.text("title"),
        own=own,
        basis=basis(top, instruments),
        indicators=indicators,
        dimensions=dimensions,
        levels=levels,
        likelihoods=likelihoods,
        classes=_classes(top),
        class_basis=own_basis(top.block("class_basis"), instruments)
        if "class_basis" in top
        else None,
        scoring=scoring,
        no_score=no_score,
        published_on=top.maybe_day("published_on"),
        published=tuple(_published(block, regions) for block in top.blocks("published")),
        counts=tuple(_counted(block, regions, indicators) for block in top.blocks("counts")),
        proposals=tuple(
            _proposal(block, indicators, articles) for block in top.blocks("proposals")
        ),
        examples=tuple(_example(block, indicators, levels) for block in top.blocks("examples")),
        count=top.whole("count", at_least=0, default=0),
        unit=known(top, "unit", top.text("unit", "wilayah"), ("wilayah", "tps"), "satuan"),
    )


def _nodes(top: Block, key: str) -> list[yaml.Node]:
    return top.nodes(key) if key in top else []


def number(block: Block, key: str) -> Decimal:
    """A number of at most two places written as text, as `"13.46"`."""
    text = block.text(key)
    if not _NUMBER.fullmatch(text):
        fault(block.node_of(key), f'"{key}" harus bilangan seperti "13.46", bukan "{text}".')
    return Decimal(text)


def _weight(block: Block) -> Fraction | None:
    if "weight" not in block:
        return None
    found = Fraction(number(block, "weight"))
    if found < 0:
        fault(block.node_of("weight"), f"bobot pada {block.what} tidak boleh kurang dari nol.")
    return found


def _dimension(block: Block) -> Dimension:
    return Dimension(block.text("id"), block.text("title"), _weight(block), block.texts("parts"))


def _indicator(block: Block, dimensions: Mapping[str, Dimension]) -> Indicator:
    dimension = known(block, "dimension", block.text("dimension"), dimensions, "dimensi")
    part = block.text("part", "")
    if part:
        known(block, "part", part, dimensions[dimension].parts, "subdimensi")
    return Indicator(
        id=block.text("id"),
        title=block.text("title"),
        dimension=dimension,
        axis=block.choice("axis", Axis),
        stage=block.choice("stage", ElectionStage),
        weight=_weight(block),
        code=block.text("code", ""),
        part=part,
        of=block.text("of", ""),
        wording=block.text("wording", ""),
        hint=block.text("hint", ""),
        note=block.text("note", ""),
        paraphrase=block.text("name_is", "") == "paraphrase",
        national=block.whole("national", at_least=0) if "national" in block else None,
    )


def _steps(top: Block, key: str) -> tuple[Step, ...]:
    found = []
    for block in top.blocks(key):
        step = Step(
            block.whole("id", at_least=0),
            block.text("title"),
            block.text("hint", ""),
            block.whole("factor", at_least=0, default=0),
        )
        block.close()
        found.append(step)
    if [one.id for one in found] != sorted({one.id for one in found}):
        fault(top.node_of(key), f'"{key}" harus naik menurut id, masing-masing sekali.')
    return tuple(found)


def _scoring(block: Block, likelihoods: tuple[Step, ...]) -> Scoring:
    found = Scoring(
        block.whole("past_percent", at_least=0),
        block.whole("now_percent", at_least=0),
        block.whole("full", at_least=1),
        block.whole("warns_from", at_least=1),
    )
    if found.past_percent + found.now_percent != 100:
        fault(block.node, "past_percent dan now_percent harus berjumlah 100.")
    if found.warns_from not in {one.id for one in likelihoods}:
        fault(block.node_of("warns_from"), '"warns_from" bukan salah satu tingkat kemungkinan.')
    block.close()
    return found


def _classes(top: Block) -> tuple[ClassLimit, ...]:
    found = []
    for block in top.blocks("classes"):
        one = ClassLimit(
            block.choice("kind", ClassKind),
            block.text("title"),
            number(block, "lower"),
            number(block, "upper"),
            block.flag("includes_lower"),
            block.flag("includes_upper", False),
        )
        if one.lower >= one.upper:
            fault(block.node, f'kelas "{one.title}": batas bawahnya tidak di bawah batas atasnya.')
        block.close()
        found.append(one)
    for kind in ClassKind:
        for one, other in pairwise(found_one for found_one in found if found_one.kind is kind):
            meets = one.upper == other.lower and not (one.includes_upper and other.includes_lower)
            if other.lower < one.upper or (one.upper == other.lower and not meets):
                fault(
                    top.node_of("classes"),
                    f'kelas "{one.title}" dan "{other.title}" bertumpang tindih.',
                )
    return tuple(found)


def _published(block: Block, regions: Mapping[str, Region]) -> Published:
    value = number(block, "value") if "value" in block else None
    found = Published(
        known(block, "region", block.text("region"), regions, "wilayah"),
        value,
        block.text("class", ""),
        block.text("source"),
        block.text("note", ""),
    )
    if value is None and not found.class_title:
        fault(block.node, "nilai terbit harus menyebut value atau class.")
    block.close()
    return found


def _counted(
    block: Block, regions: Mapping[str, Region], indicators: Mapping[str, Indicator]
) -> Counted:
    found = Counted(
        known(block, "region", block.text("region"), regions, "wilayah"),
        known(block, "indicator", block.text("indicator"), indicators, "indikator"),
        block.whole("count", at_least=0),
        block.text("source"),
    )
    block.close()
    return found


def _proposal(
    block: Block, indicators: Mapping[str, Indicator], articles: Collection[str]
) -> Proposal:
    named = block.texts("articles", required=True)
    for one in named:
        known(block, "articles", one, articles, "pasal")
    found = Proposal(
        known(block, "indicator", block.text("indicator"), indicators, "indikator"),
        frozenset(named),
        tuple(one.lower() for one in block.texts("words")),
    )
    block.close()
    return found


def _example(
    block: Block, indicators: Mapping[str, Indicator], levels: tuple[Step, ...]
) -> Example:
    count = block.whole("count", at_least=0)
    found = Example(
        known(block, "indicator", block.text("indicator"), indicators, "indikator"),
        count,
        block.whole("level", at_least=0, default=0),
        block.whole("likelihood", at_least=0),
        number(block, "value"),
    )
    if count and found.level not in {one.id for one in levels}:
        fault(block.node, "contoh dengan kejadian harus menyebut tingkatnya.")
    block.close()
    return found


def _tile(block: Block, regions: Mapping[str, Region]) -> Tile:
    found = Tile(
        known(block, "region", block.text("region"), regions, "wilayah"),
        block.text("short"),
        block.whole("column", at_least=1),
        block.whole("row", at_least=1),
    )
    block.close()
    return found
