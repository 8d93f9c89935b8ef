"""The pleno as a scenario tells it: when, how many were away, with what reason."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from casework.engine.loading.block import Block
from casework.services.acts.review.pleno import Pleno
from casework.services.core.work import Work
from casework.simulation.times import maybe_moment
from casework.simulation.turn import Turn

MakeMeeting = Callable[[Turn, Work], Pleno]


def meeting_of(block: Block, zone: ZoneInfo) -> MakeMeeting:
    """Read `held_at` (default: the time of the act), `absent` (how many) and `reason`."""
    held = maybe_moment(block, "held_at", zone)
    absent = block.whole("absent", at_least=0, default=0)
    reason = block.maybe("reason") or ""

    def make(turn: Turn, work: Work) -> Pleno:
        return Pleno(held or turn.at, turn.seats(work, absent), reason)

    return make
