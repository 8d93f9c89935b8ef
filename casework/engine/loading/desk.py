"""desk/*.yaml: the hours of the intake desk, and the seasons of an election that change them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import time

from casework.engine.desk import DeskHours, Hours, Season
from casework.engine.election import Election
from casework.engine.loading.bases import Instruments, basis
from casework.engine.loading.block import Block, by_id, fault, known
from casework.engine.loading.settings import clock
from casework.engine.words import END_OF_DAY, WEEKDAYS

_NAMES = tuple(name.lower() for name in WEEKDAYS)


def desk(
    tops: Iterable[Block],
    instruments: Instruments,
    editions: Collection[str],
    elections: Mapping[str, Election],
) -> DeskHours:
    """Read every file; a weekday stands in one row, a season names what exists."""
    facts = {name for election in elections.values() for name in election.facts}
    hours: dict[str, Hours] = {}
    seasons: dict[str, Season] = {}
    for top in tops:
        hours.update(
            by_id(
                top.nodes("hours") if "hours" in top else [],
                "jam penerimaan",
                lambda block: _hours(block, instruments),
            )
        )
        seasons.update(
            by_id(
                top.nodes("seasons") if "seasons" in top else [],
                "masa penerimaan",
                lambda block: _season(block, instruments, editions, facts),
            )
        )
        top.close()
        taken = [day for one in hours.values() for day in one.weekdays]
        if len(taken) != len(set(taken)):
            fault(top.node, "satu hari punya dua baris jam penerimaan.")
    return DeskHours(tuple(hours.values()), tuple(seasons.values()))


def _hours(block: Block, instruments: Instruments) -> Hours:
    days = block.texts("days", required=True)
    for name in days:
        known(block, "days", name, _NAMES, "hari")
    opens, closes = _span(block)
    return Hours(
        block.text("id"),
        frozenset(_NAMES.index(name) for name in days),
        opens,
        closes,
        basis(block, instruments),
    )


def _season(
    block: Block, instruments: Instruments, editions: Collection[str], facts: Collection[str]
) -> Season:
    for key in ("after", "through"):
        if key in block:
            known(block, key, block.text(key), sorted(facts), "fakta pemilihan")
    names = block.texts("editions", required=True)
    for name in names:
        known(block, "editions", name, editions, "edisi")
    around = block.flag("round_the_clock", False)
    opens, closes = (time(), END_OF_DAY) if around else _span(block)
    return Season(
        block.text("id"),
        block.text("title"),
        names,
        block.maybe("after"),
        block.text("through"),
        opens,
        closes,
        basis(block, instruments),
    )


def _span(block: Block) -> tuple[time, time]:
    opens, closes = clock(block, "opens"), clock(block, "closes")
    if opens >= closes:
        fault(block.node, f"{block.what} tutup sebelum buka.")
    return opens, closes
