"""calendars/<year>.yaml: decrees, the free days they made, took back, or made in one place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import pairwise

from casework.engine.basis import Mark
from casework.engine.calendar import Calendar, Decree, Holiday, HolidayKind, Span
from casework.engine.loading.block import Block, by_id, fault, known

_PLACES = ("Provinsi ", "Kabupaten ", "Kota ")
_EVERYWHERE = (HolidayKind.NATIONAL, HolidayKind.JOINT_LEAVE, HolidayKind.POLLING)


def calendar(files: Iterable[Block]) -> Calendar:
    """One calendar from the yearly files, which must follow each other without a hole."""
    days: dict[date, Holiday] = {}
    local: list[Holiday] = []
    withdrawn: list[Holiday] = []
    spans: list[tuple[Span, Block]] = []
    for top in files:
        decrees = by_id(top.nodes("decrees"), "keputusan", _decree)
        span = _span(top, decrees)
        spans.append((span, top))
        for block in top.blocks("days"):
            day = _day(block, decrees, span)
            if day.on in days:
                fault(block.node, f"tanggal {day.on} tertulis dua kali pada kalender.")
            days[day.on] = day
        withdrawn += [_withdrawn(block, decrees, span) for block in top.blocks("withdrawn")]
        local += [_local(block, decrees, span) for block in top.blocks("local")]
        top.close()
    spans.sort(key=lambda pair: pair[0].since)
    for (before, _), (after, top) in pairwise(spans):
        if after.since != before.until + timedelta(days=1):
            fault(
                top.node,
                f"kalender tidak bersambung: berakhir {before.until}, lalu mulai {after.since}.",
            )
    read = [span for span, _ in spans]
    return Calendar.of(
        days.values(), read[0].since, read[-1].until, local=local, withdrawn=withdrawn, spans=read
    )


def _span(top: Block, decrees: Mapping[str, Decree]) -> Span:
    """The year, under the decree that settles it: `settled_by`, or else the first one listed."""
    since, until = top.day("covers_from"), top.day("covers_until")
    if not decrees:
        fault(top.node_of("decrees"), "kalender ini tidak menyebut keputusan satu pun.")
    name = top.text("settled_by", next(iter(decrees)))
    known(top, "settled_by", name, decrees, "keputusan")
    return Span(since, until, decrees[name])


def _decree(block: Block) -> Decree:
    title = block.text("title")
    number = block.text("number") if block.flag("known") else None
    return Decree(
        block.text("id"),
        title,
        number,
        block.choice("verification", Mark),
        block.text("source"),
        block.maybe_day("signed"),
        block.text("note", ""),
    )


def _day(block: Block, decrees: Mapping[str, Decree], span: Span) -> Holiday:
    day = _read(block, decrees, span)
    if day.kind not in _EVERYWHERE:
        fault(
            block.node_of("kind"),
            f'"{day.kind}" hanya berlaku setempat. Tulis pada "local" dengan wilayahnya (places).',
        )
    block.close()
    return day


def _withdrawn(block: Block, decrees: Mapping[str, Decree], span: Span) -> Holiday:
    day = _read(block, decrees, span)
    later = known(block, "withdrawn_by", block.text("withdrawn_by"), decrees, "keputusan")
    block.close()
    return Holiday(day.on, day.name, day.kind, day.decree, withdrawn_by=decrees[later])


def _local(block: Block, decrees: Mapping[str, Decree], span: Span) -> Holiday:
    day = _read(block, decrees, span)
    if day.kind is not HolidayKind.REVOTE:
        fault(block.node_of("kind"), f'"local" hanya untuk {HolidayKind.REVOTE}.')
    places = block.texts("places", required=True)
    for place in places:
        if not place.startswith(_PLACES):
            fault(
                block.node_of("places"),
                f'wilayah "{place}" harus bernama lengkap, mis. Kabupaten Bengkulu Selatan.',
            )
    free = block.flag("free")
    block.close()
    return Holiday(day.on, day.name, day.kind, day.decree, places, free)


def _read(block: Block, decrees: Mapping[str, Decree], span: Span) -> Holiday:
    on = block.day("date")
    if not span.since <= on <= span.until:
        fault(block.node, f"tanggal {on} di luar cakupan berkas kalender ini.")
    decree = known(block, "decree", block.text("decree"), decrees, "keputusan")
    return Holiday(on, block.text("name"), block.choice("kind", HolidayKind), decrees[decree])
