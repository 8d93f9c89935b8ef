"""Ways through the stages: which acts lead from one stage to another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from casework.engine.act import Act

Way = tuple[Act, ...]


def ways(acts: Iterable[Act], start: str) -> Mapping[str, Way]:
    """The shortest way to each stage that can be reached from `start`, in the acts' own order.

    The start itself is reached by doing nothing.
    """
    moving = [act for act in acts if act.to_stage is not None]
    found: dict[str, Way] = {start: ()}
    waiting = [start]
    for here in waiting:
        for act in moving:
            if here in act.from_stages and act.to_stage is not None and act.to_stage not in found:
                found[act.to_stage] = (*found[here], act)
                waiting.append(act.to_stage)
    return found
