"""calendars/<year>.yaml: decrees and the free days they made."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from casework.engine.basis import Mark
from casework.engine.calendar import Calendar, Decree, Holiday, HolidayKind
from casework.engine.loading.block import Block, fault
from casework.engine.loading.entries import by_id, known


def calendar(files: Iterable[Block]) -> Calendar:
    """One calendar from the yearly files, which must follow each other without a hole."""
    days: dict[date, Holiday] = {}
    spans: list[tuple[date, date, Block]] = []
    for top in files:
        spans.append((top.day("covers_from"), top.day("covers_until"), top))
        decrees = by_id(top.nodes("decrees"), "keputusan", _decree)
        for block in top.blocks("days"):
            day = _day(block, decrees)
            if day.on in days:
                fault(block.node, f"tanggal {day.on} tertulis dua kali pada kalender.")
            if not spans[-1][0] <= day.on <= spans[-1][1]:
                fault(block.node, f"tanggal {day.on} di luar cakupan berkas kalender ini.")
            days[day.on] = day
        top.close()
    spans.sort(key=lambda span: span[0])
    for (_, until, _), (since, _, top) in pairwise(spans):
        if since != until + timedelta(days=1):
            fault(top.node, f"kalender tidak bersambung: berakhir {until}, lalu mulai {since}.")
    return Calendar.of(days.values(), spans[0][0], spans[-1][1])


def _decree(block: Block) -> Decree:
    title = block.text("title")
    number = block.text("number") if block.flag("known") else None
    return Decree(
        block.text("id"), title, number, block.choice("verification", Mark), block.text("source")
    )


def _day(block: Block, decrees: dict[str, Decree]) -> Holiday:
    decree = known(block, "decree", block.text("decree"), decrees, "keputusan")
    day = Holiday(
        block.day("date"), block.text("name"), block.choice("kind", HolidayKind), decrees[decree]
    )
    block.close()
    return day
