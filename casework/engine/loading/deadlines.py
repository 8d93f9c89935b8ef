"""deadlines.yaml: how days are counted, the reminder ladders, and the rules themselves."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from casework.engine.basis import Basis
from casework.engine.counting import FirstDay, Unit
from casework.engine.facts import Fact, FactKind
from casework.engine.loading.bases import Instruments, basis, maybe_basis, own_basis
from casework.engine.loading.block import Block, fault
from casework.engine.loading.entries import known
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


def ladder(block: Block) -> Ladder:
    """Read a ladder; its rungs go from far to near."""
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


def rule(
    block: Block,
    instruments: Instruments,
    facts: Mapping[str, Fact],
    ladders: Mapping[str, Ladder],
    shared: Counting,
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
    starts = _starts(block, facts, required=is_known)
    found = DeadlineRule(
        id=block.text("id"),
        title=block.text("title"),
        starts_on=starts,
        length=block.whole("length", at_least=1, default=None if is_known else 0),
        unit=unit,
        first_day=first_day,
        ends=ends,
        direction=block.choice("direction", Direction, Direction.AFTER),
        closes_at=_clock(block, ends),
        leave_counts=block.flag("cuti_bersama_counts", False),
        extension=_extension(block, instruments),
        within=block.maybe("within"),
        on_expiry=block.text("on_expiry"),
        ladder=ladders[name] if name else None,
        basis=own,
        first_day_basis=maybe_basis(block, "first_day_basis", instruments, shared.first_day),
        unit_basis=maybe_basis(block, "unit_basis", instruments, shared.units[unit]),
        start_basis=maybe_basis(block, "start_basis", instruments, own),
        on_expiry_basis=maybe_basis(block, "on_expiry_basis", instruments, own),
        examples=tuple(_example(example) for example in block.blocks("examples")),
        known=is_known,
        start_titles=tuple(facts[name].title for name in starts),
    )
    _sane(block, found)
    return found


def _sane(block: Block, found: DeadlineRule) -> None:
    if not found.known and not found.basis.note:
        fault(block.node, f'{block.what} bertanda known: false; tulis alasannya pada "note".')
    if found.extension and found.extension.total <= found.length:
        fault(
            block.node,
            f"perpanjangan {block.what} (total {found.extension.total}) harus lebih "
            f"panjang dari {found.length}.",
        )


def _starts(block: Block, facts: Mapping[str, Fact], *, required: bool) -> tuple[str, ...]:
    names = block.texts("starts_on", required=required)
    for name in names:
        known(block, "starts_on", name, facts, "fakta")
        if facts[name].kind is not FactKind.MOMENT:
            fault(block.node_of("starts_on"), f'fakta "{name}" bukan peristiwa bertanggal.')
    return names


def _clock(block: Block, ends: Ends) -> time | None:
    if ends is not Ends.OFFICE_CLOSE:
        return None
    node, value = block.node_of("closes_at"), block.text("closes_at")
    try:
        return time.fromisoformat(value)
    except ValueError:
        fault(node, f'"closes_at" harus jam seperti "16:00:00", bukan "{value}".')


def _extension(block: Block, instruments: Instruments) -> Extension | None:
    if "extension" not in block:
        return None
    inner = block.block("extension")
    found = Extension(
        inner.whole("total", at_least=1),
        inner.maybe("act"),
        inner.text("reason"),
        basis(inner, instruments),
    )
    inner.close()
    return found


def _rung(block: Block) -> Rung:
    node, value = block.node_of("before"), block.text("before")
    match = _DURATION.fullmatch(value)
    if match is None:
        fault(node, f'"before" harus lama waktu seperti 24h, 30m atau 2d, bukan "{value}".')
    roles = block.texts("roles", required=True)
    for role in roles:
        known(block, "roles", role, TITLES, "peran")
    block.close()
    return Rung(timedelta(**{_UNITS[match[2]]: int(match[1])}), roles)


def _example(block: Block) -> Example:
    also = block.block("also") if "also" in block else None
    pairs = tuple((key, _moment(also, key)) for key in also.keys) if also else ()
    found = Example(
        _moment(block, "start"),
        _moment(block, "due"),
        block.flag("extended", False),
        pairs,
        block.text("why"),
    )
    block.close()
    return found


def _moment(block: Block, key: str) -> date | datetime:
    node, value = block.node_of(key), block.text(key)
    try:
        return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
    except ValueError:
        fault(node, f'"{key}" harus tanggal atau waktu ISO-8601, bukan "{value}".')
