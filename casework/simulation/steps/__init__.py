"""Every act a scenario may hold: its reader, which gives what to do when its turn comes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from casework.engine.loading.block import Block
from casework.simulation.steps import (
    clarification,
    ending,
    hearing,
    letters,
    registration,
    review,
    sideways,
)
from casework.simulation.turn import Do

Reader = Callable[[Block, ZoneInfo], Do]

STEPS: Mapping[str, Reader] = {
    **registration.READERS,
    **clarification.READERS,
    **review.READERS,
    **hearing.READERS,
    **letters.READERS,
    **ending.READERS,
    **sideways.READERS,
}
