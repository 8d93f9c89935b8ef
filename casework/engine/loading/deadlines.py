"""deadlines.yaml: how days are counted, and the rules themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from casework.engine.basis import Basis
from casework.engine.counting import FirstDay, Unit
from casework.engine.facts import Fact, FactKind
from casework.engine.loading.bases import Instruments, basis, maybe_basis, own_basis
from casework.engine.loading.block import Block, fault, known
from casework.engine.pauses import Pause
from casework.engine.roles import TITLES
from casework.engine.rule import (
    DeadlineRule,
    Direction,
    Ends,
    Example,
    Extension,
    Ladder,
    Rung,
)

_DURATION = re.compile(r"(\d+)([dhm])")
_UNITS = {"d": "days", "h": "hours", "m": "minutes"}
_PLACES = ("before", "at", "after")
_AT = "limit"


def ladder(block: Block) -> Ladder:
    """Read a ladder; its rungs go from far before the limit to after it."""
    if not block.flag("office_setting"):
        fault(
            block.node,
            f"{block.what} harus bertanda office_setting: true; tangga pengingat "
            "adalah setelan kantor, bukan hukum.",
        )
    rungs = tuple(_rung(rung) for rung in block.blocks("rungs"))
    if list(rungs) != sorted(rungs, key=lambda rung: rung.before, reverse=True) or not rungs:
        fault(block.node, f"anak tangga pada {block.what} harus urut dari yang paling awal.")
    return Ladder(block.text("id"), block.text("title"), block.text("note"), rungs)


def _rung(block: Block) -> Rung:
    before = _place(block)
    roles = block.texts("roles", required=True)
    for role in roles:
        known(block, "roles", role, TITLES, "peran")
    office_hours = block.flag("office_hours", False)
    block.close()
    return Rung(before, roles, office_hours)


def _place(block: Block) -> timedelta:
    """How long before the limit: `before`, `at` (nothing) or `after` (less than nothing)."""
    given = [key for key in _PLACES if key in block]
    if len(given) != 1:
        fault(block.node, f"{block.what} memuat tepat satu dari: {', '.join(_PLACES)}.")
    key = given[0]
    node, value = block.node_of(key), block.text(key)
    if key == "at":
        if value != _AT:
            fault(node, f'"at" hanya dapat "{_AT}" (tepat pada batas), bukan "{value}".')
        return timedelta(0)
    match = _DURATION.fullmatch(value)
    if match is None:
        fault(node, f'"{key}" harus lama waktu seperti 24h, 30m atau 2d, bukan "{value}".')
    length = timedelta(**{_UNITS[match[2]]: int(match[1])})
    return length if key == "before" else -length


__all__ = ["Counting", "counting", "ladder", "reader"]

# No term of the law comes near it; a longer one is a slip of the pen.
_LONGEST = 10_000


@dataclass(frozen=True)
class Counting:
    """The edition's bases for the first day and for each unit."""

    first_day: Basis
    units: Mapping[Unit, Basis]


def counting(block: Block, instruments: Instruments) -> Counting:
    """Read the shared bases."""
    found = Counting(
        own_basis(block.block("first_day"), instruments),
        {unit: own_basis(block.block(unit.value), instruments) for unit in Unit},
    )
    block.close()
    return found


def reader(
    instruments: Instruments,
    facts: Mapping[str, Fact],
    ladders: Mapping[str, Ladder],
    shared: Counting,
    edition_bases: tuple[Basis, ...],
) -> Callable[[Block], DeadlineRule]:
    """A reader of one rule after another; a rule may follow any one read before it."""
    earlier: dict[str, DeadlineRule] = {}

    def read(block: Block) -> DeadlineRule:
        found = _rule(block, instruments, facts, ladders, shared, earlier)
        found = replace(found, edition_bases=edition_bases)
        earlier[found.id] = found
        return found

    return read


def _rule(
    block: Block,
    instruments: Instruments,
    facts: Mapping[str, Fact],
    ladders: Mapping[str, Ladder],
    shared: Counting,
    earlier: Mapping[str, DeadlineRule],
) -> DeadlineRule:
    """Read one rule; `known: false` needs no value, every other rule needs all of it."""
    is_known = block.flag("known", True)
    unit = block.choice("unit", Unit, None if is_known else Unit.CALENDAR_DAYS)
    own = basis(block, instruments)
    ends = block.choice("ends", Ends, None if is_known else Ends.END_OF_DAY)
    if (unit is Unit.HOURS) != (ends is Ends.EXACT):
        fault(block.node, f"{block.what}: satuan hours berakhir exact, satuan hari tidak.")
    name = block.maybe("reminders")
    if name is not None:
        known(block, "reminders", name, ladders, "tangga pengingat")
    first_day = block.choice(
        "first_day", FirstDay, None if is_known and unit is not Unit.HOURS else FirstDay.NEXT_DAY
    )
    follows = _follows(block, earlier)
    starts = follows.starts_on if follows else _starts(block, facts, required=is_known)
    length = block.whole("length", at_least=1, default=None if is_known else 0)
    found = DeadlineRule(
        id=block.text("id"),
        title=block.text("title"),
        starts_on=starts,
        length=length,
        unit=unit,
        first_day=first_day,
        ends=ends,
        direction=block.choice("direction", Direction, Direction.AFTER),
        closes_at=_clock(block, ends),
        leave_counts=block.flag("cuti_bersama_counts", False),
        extension=_extension(block, instruments, length),
        within=block.maybe("within"),
        on_expiry=block.text("on_expiry"),
        ladder=ladders[name] if name else None,
        basis=own,
        first_day_basis=maybe_basis(block, "first_day_basis", instruments, shared.first_day),
        unit_basis=maybe_basis(block, "unit_basis", instruments, shared.units[unit]),
        start_basis=maybe_basis(block, "start_basis", instruments, own),
        on_expiry_basis=maybe_basis(block, "on_expiry_basis", instruments, own),
        ended_by=(ended_by := block.maybe("ended_by") or ""),
        ended_by_basis=(
            maybe_basis(block, "ended_by_basis", instruments, own) if ended_by else None
        ),
        examples=tuple(_example(example) for example in block.blocks("examples")),
        known=is_known,
        start_titles=tuple(facts[name].title for name in starts),
        pauses=tuple(_pause(pause, instruments, facts) for pause in block.blocks("pauses")),
        follows=follows,
    )
    _sane(block, found)
    return found


def _sane(block: Block, found: DeadlineRule) -> None:
    if not found.known and not found.basis.note:
        fault(block.node, f'{block.what} bertanda known: false; tulis alasannya pada "note".')
    if found.span(extended=True) > _LONGEST:
        fault(block.node, f"jangka {block.what} melebihi {_LONGEST} {found.unit.label}.")
    if found.extension and found.extension.total <= found.length:
        fault(
            block.node,
            f"perpanjangan {block.what} (total {found.extension.total}) harus lebih "
            f"panjang dari {found.length}.",
        )
    if found.direction is Direction.BEFORE and (found.pauses or found.follows):
        fault(block.node, f"{block.what} dihitung mundur; jeda dan follows tidak berlaku padanya.")
    if found.follows and found.first_day is FirstDay.SAME_DAY:
        fault(
            block.node,
            f"{block.what} mulai saat batas {found.follows.id} berakhir; hari itu milik batas "
            "sebelumnya, jadi first_day harus next_day.",
        )


def _follows(block: Block, earlier: Mapping[str, DeadlineRule]) -> DeadlineRule | None:
    name = block.maybe("follows")
    if name is None:
        return None
    if "starts_on" in block:
        fault(block.node_of("starts_on"), f"{block.what} memuat starts_on atau follows, satu saja.")
    known(block, "follows", name, earlier, "batas waktu sebelumnya")
    if not earlier[name].known or earlier[name].direction is Direction.BEFORE:
        fault(block.node_of("follows"), f'batas "{name}" tidak mempunyai akhir yang dapat diikuti.')
    return earlier[name]


def _starts(block: Block, facts: Mapping[str, Fact], *, required: bool) -> tuple[str, ...]:
    names = block.texts("starts_on", required=required)
    for name in names:
        _moment_fact(block, "starts_on", name, facts)
    return names


def _moment_fact(block: Block, key: str, name: str, facts: Mapping[str, Fact]) -> str:
    known(block, key, name, facts, "fakta")
    if facts[name].kind is not FactKind.MOMENT:
        fault(block.node_of(key), f'fakta "{name}" bukan peristiwa bertanggal.')
    return name


def _pause(block: Block, instruments: Instruments, facts: Mapping[str, Fact]) -> Pause:
    begins = _moment_fact(block, "from", block.text("from"), facts)
    ends = _moment_fact(block, "until", block.text("until"), facts)
    if begins == ends:
        fault(block.node, f'{block.what}: "from" dan "until" harus dua fakta yang berbeda.')
    found = Pause(begins, ends, basis(block, instruments), facts[begins].title, facts[ends].title)
    block.close()
    return found


def _clock(block: Block, ends: Ends) -> time | None:
    if ends is not Ends.OFFICE_CLOSE:
        return None
    node, value = block.node_of("closes_at"), block.text("closes_at")
    try:
        return time.fromisoformat(value)
    except ValueError:
        fault(node, f'"closes_at" harus jam seperti "16:00:00", bukan "{value}".')


def _extension(block: Block, instruments: Instruments, length: int) -> Extension | None:
    if "extension" not in block:
        return None
    inner = block.block("extension")
    if ("total" in inner) == ("adds" in inner):
        fault(inner.node, f"{inner.what} memuat tepat satu dari: total, adds.")
    adds = inner.whole("adds", at_least=1, default=0)
    total = inner.whole("total", at_least=1, default=length + adds)
    found = Extension(
        total, inner.maybe("act"), inner.text("reason"), basis(inner, instruments), adds
    )
    inner.close()
    return found


def _example(block: Block) -> Example:
    also = block.block("also") if "also" in block else None
    pairs = tuple((key, _moment(also, key)) for key in also.keys) if also else ()
    found = Example(
        _moment(block, "start"),
        _moment(block, "due"),
        block.flag("extended", False),
        pairs,
        block.text("why"),
        tuple(_stood(stood) for stood in block.blocks("pauses")),
    )
    block.close()
    return found


def _stood(block: Block) -> tuple[str, date | datetime, date | datetime]:
    found = block.text("pause", ""), _moment(block, "from"), _moment(block, "until")
    block.close()
    return found


def _moment(block: Block, key: str) -> date | datetime:
    node, value = block.node_of(key), block.text(key)
    try:
        return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
    except ValueError:
        fault(node, f'"{key}" harus tanggal atau waktu ISO-8601, bukan "{value}".')
