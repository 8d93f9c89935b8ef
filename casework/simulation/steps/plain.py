"""Acts that only date what happened and say why: one step for all of them."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from casework.engine.law import Law
from casework.engine.loading.block import Block
from casework.services.acts.any_stage import plain_acts
from casework.simulation.times import moment
from casework.simulation.turn import Do, doing


def is_plain(law: Law, act_id: str) -> bool:
    """Does any edition have the act as one of these?"""
    return any(
        act_id in edition.acts and plain_acts.is_plain(edition, edition.acts[act_id])
        for edition in law.editions.values()
    )


def read(act_id: str, block: Block, zone: ZoneInfo) -> Do:
    """`at` (fact: time) dates what the act records, `reason` says why."""
    at = {}
    if "at" in block:
        times = block.block("at")
        at = {name: moment(times, name, zone) for name in times.keys}
        times.close()
    reason = block.maybe("reason") or ""
    return doing(
        lambda turn, work, case: plain_acts.perform(work, case.id, act_id, case.version, at, reason)
    )
