"""A deadline rule made of plain values, for tests that need no file."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from casework.engine.basis import Basis, Mark
from casework.engine.counting import FirstDay, Unit
from casework.engine.rule import DeadlineRule, Direction, Ends

BASIS = Basis("UU Uji Pasal 1", "bunyi", Mark.SECONDARY, "berkas uji")

_PLAIN = DeadlineRule(
    id="uji",
    title="Uji",
    starts_on=("diterima",),
    length=2,
    unit=Unit.CALENDAR_DAYS,
    first_day=FirstDay.NEXT_DAY,
    ends=Ends.END_OF_DAY,
    direction=Direction.AFTER,
    closes_at=None,
    leave_counts=False,
    extension=None,
    within=None,
    on_expiry="Gugur.",
    ladder=None,
    basis=BASIS,
    first_day_basis=BASIS,
    unit_basis=BASIS,
    start_basis=BASIS,
    on_expiry_basis=BASIS,
    examples=(),
    known=True,
)


def a_rule(**changes: Any) -> DeadlineRule:
    """Two calendar days from the next day, or what `changes` makes of it."""
    return replace(_PLAIN, **changes)
