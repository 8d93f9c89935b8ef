"""What an office settles for itself: the days it is closed, and how it runs a limit."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, time

from casework.engine.counting import Unit
from casework.engine.loading.bases import Instruments, basis
from casework.engine.loading.block import Block, fault, known
from casework.engine.office import Closure, Parameter
from casework.engine.rule import Ends


def closures(block: Block, instruments: Instruments) -> tuple[Closure, ...]:
    """Read the closures of an office; no day twice."""
    found: dict[date, Closure] = {}
    for inner in block.blocks("closures"):
        one = Closure(inner.day("date"), inner.text("name"), basis(inner, instruments))
        inner.close()
        if one.on in found:
            fault(inner.node, f"{block.what} tutup dua kali pada {one.on}. Hapus satu.")
        found[one.on] = one
    return tuple(found.values())


def parameters(block: Block, instruments: Instruments) -> dict[str, Parameter]:
    """Read the office's own ways, by rule id."""
    if "parameters" not in block:
        return {}
    outer = block.block("parameters")
    return {rule: _parameter(outer.block(rule), rule, instruments) for rule in outer.keys}


def check(tops: Iterable[Block], rules: Collection[str]) -> None:
    """Refuse a setting for a limit that no edition has: it would never be used."""
    for top in tops:
        for office in top.blocks("offices"):
            if "parameters" in office:
                outer = office.block("parameters")
                for rule in outer.keys:
                    known(outer, rule, rule, sorted(rules), "batas waktu")


def clock(block: Block, key: str) -> time:
    """An hour such as 16:00, quoted."""
    node, value = block.node_of(key), block.text(key)
    try:
        return time.fromisoformat(value)
    except ValueError:
        fault(node, f'"{key}" harus jam seperti "16:00", bukan "{value}".')


def _parameter(block: Block, rule: str, instruments: Instruments) -> Parameter:
    ends = block.choice("ends", Ends)
    unit = block.choice("unit", Unit) if "unit" in block else None
    length = block.whole("length", at_least=1) if "length" in block else None
    if (unit is Unit.HOURS) != (ends is Ends.EXACT) or (unit is None) != (length is None):
        fault(
            block.node,
            f"setelan {rule}: ends exact memerlukan unit hours, dan unit memerlukan length.",
        )
    found = Parameter(
        rule,
        ends,
        clock(block, "closes_at") if ends is Ends.OFFICE_CLOSE else None,
        unit,
        length,
        basis(block, instruments),
    )
    block.close()
    return found
