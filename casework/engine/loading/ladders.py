"""The reminder ladders of deadlines.yaml: settings of the office, not law."""

from __future__ import annotations

import re
from datetime import timedelta

from casework.engine.loading.block import Block, fault
from casework.engine.loading.entries import known
from casework.engine.roles import TITLES
from casework.engine.rule import Ladder, Rung

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
