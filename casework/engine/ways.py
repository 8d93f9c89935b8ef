"""Ways through the stages: which acts lead from one stage to another."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from heapq import heappop, heappush

from casework.engine.act import Act

Way = tuple[Act, ...]


def ways(
    acts: Iterable[Act],
    start: str,
    *,
    finals: Collection[str] = (),
    closed: Collection[str] = (),
    turned: Collection[str] = (),
) -> Mapping[str, Way]:
    """The best way to each stage that can be reached from `start`, in the acts' own order.

    The start itself is reached by doing nothing. One way is better than another when fewer of its
    acts are such that nobody waits for them, then when it is shorter. No way leads through one of
    `finals`, or by an act whose id is `closed`; nor, once an act made the case one of another
    kind, by one that is `turned`.
    """
    moving = [act for act in acts if act.to_stage is not None and act.id not in closed]
    found: dict[str, Way] = {}
    seen: set[tuple[str, bool]] = set()
    waiting: list[tuple[int, int, int, str, bool, Way]] = [(0, 0, 0, start, False, ())]
    order = 0
    while waiting:
        detours, length, _, here, changed, way = heappop(waiting)
        if (here, changed) in seen:
            continue
        seen.add((here, changed))
        found.setdefault(here, way)
        if way and here in finals:
            continue
        for act in moving:
            if here not in act.from_stages or (changed and act.id in turned):
                continue
            order += 1
            after = (
                detours + act.standing, length + 1, order, act.to_stage or "",
                changed or bool(act.becomes), (*way, act),
            )  # fmt: skip
            heappush(waiting, after)
    return found
