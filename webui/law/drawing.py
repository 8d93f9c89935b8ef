"""The lifecycle of an edition as a drawing: stages in one column, acts as roads beside it.

A road to the next stage is an arrow between the boxes. Every other destination has one road of
its own, right of the column when it leads on, left when it leads back; all stages that lead there
join it with a dot.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from casework.engine.act import Stage
from casework.engine.edition import Edition

BOX: Final = 176
LETTERS: Final = 20  # of a title, a line
LINE: Final = 17
LANE: Final = 11
GAP: Final = 24
PORT: Final = 9
EDGE: Final = 3
_OFTEN: Final = 2 / 3  # of the open stages: such acts are told in words, not as so many roads


@dataclass(frozen=True)
class Box:
    """One stage: its number, its name in lines, and where it stands."""

    number: int
    id: str
    lines: tuple[str, ...]
    kind: str
    y: int
    height: int

    def text_y(self, line: int) -> int:
        """The baseline of a line of the name."""
        return self.y + (self.height - len(self.lines) * LINE) // 2 + LINE * line + 13


@dataclass(frozen=True)
class Road:
    """One destination off the column: the path, the dots where stages join, the arrow's tip."""

    path: str
    dots: tuple[tuple[int, int], ...]
    tip: str
    shade: int


@dataclass(frozen=True)
class Drawing:
    """All of it; `x` is the left edge of the column. Lengths are in the drawing's own units."""

    width: int
    height: int
    x: int
    boxes: tuple[Box, ...]
    steps: tuple[tuple[int, int], ...]
    roads: tuple[Road, ...]
    anywhere: frozenset[str]


@dataclass(frozen=True)
class _Way:
    """A road before it is drawn: its destination and the stages that join, as indices."""

    target: int
    sources: tuple[int, ...]

    @property
    def span(self) -> range:
        ends = (*self.sources, self.target)
        return range(min(ends), max(ends) + 1)


def drawing(edition: Edition) -> Drawing:
    """Draw the stages in the order in which the edition lists them."""
    order = list(edition.stages)
    links = _links(edition, order)
    anywhere = frozenset(_anywhere(edition))
    pairs = [pair for pair in links if order[pair[1]] not in anywhere and pair[1] != pair[0] + 1]
    right, left = (_ways(pairs, onward=onward) for onward in (True, False))
    lanes = {one: _lanes(one) for one in (right, left)}
    boxes = _boxes(edition, (*right, *left))
    x = EDGE + LANE * (max(lanes[left].values(), default=-1) + 1) + (GAP if left else 0)
    width = x + BOX + EDGE + LANE * (max(lanes[right].values(), default=-1) + 1) + GAP
    roads = [
        *(_road(one, right, lanes[right], boxes, x + BOX, 1) for one in right),
        *(_road(one, left, lanes[left], boxes, x, -1) for one in left),
    ]
    steps = tuple(
        (boxes[at].y + boxes[at].height, boxes[to].y)
        for at, to in links
        if to == at + 1 and order[to] not in anywhere
    )
    last = boxes[-1]
    return Drawing(width, last.y + last.height + EDGE, x, boxes, steps, tuple(roads), anywhere)


def _links(edition: Edition, order: list[str]) -> list[tuple[int, int]]:
    found = {
        (order.index(stage), order.index(act.to_stage))
        for act in edition.acts.values()
        if act.to_stage
        for stage in act.from_stages
        if stage != act.to_stage
    }
    return sorted(found)


def _anywhere(edition: Edition) -> Iterator[str]:
    """The stages that can be reached from nearly every open one."""
    waiting = [one for one in edition.stages.values() if not one.start and not one.final]
    for stage in edition.stages:
        into = {
            name
            for act in edition.acts.values()
            if act.to_stage == stage
            for name in act.from_stages
        }
        if len(into) > 3 and len(into) >= _OFTEN * len(waiting):
            yield stage


def _ways(pairs: list[tuple[int, int]], *, onward: bool) -> tuple[_Way, ...]:
    mine = [pair for pair in pairs if (pair[1] > pair[0]) == onward]
    targets = dict.fromkeys(to for _, to in mine)
    return tuple(_Way(one, tuple(at for at, to in mine if to == one)) for one in targets)


def _lanes(ways: tuple[_Way, ...]) -> dict[_Way, int]:
    """Short roads near the column; two whose spans touch never share a lane."""
    found: dict[_Way, int] = {}
    for way in sorted(ways, key=lambda one: (len(one.span), one.target)):
        taken = {lane for other, lane in found.items() if set(other.span) & set(way.span)}
        found[way] = next(lane for lane in range(len(ways)) if lane not in taken)
    return found


def _boxes(edition: Edition, ways: tuple[_Way, ...]) -> tuple[Box, ...]:
    found, y = [], EDGE
    for at, stage in enumerate(edition.stages.values()):
        lines = tuple(textwrap.wrap(f"{at + 1}. {stage.title}", LETTERS))
        ports = sum(at in (*way.sources, way.target) for way in ways)
        height = max(len(lines) * LINE + 12, ports * PORT + 8)
        found.append(Box(at + 1, stage.id, lines, _kind(stage), y, height))
        y += height + GAP
    return tuple(found)


def _kind(stage: Stage) -> str:
    return "start" if stage.start else "final" if stage.final else "open"


def _road(
    way: _Way,
    ways: tuple[_Way, ...],
    lanes: dict[_Way, int],
    boxes: tuple[Box, ...],
    side: int,
    sign: int,
) -> Road:
    lane = side + sign * (GAP // 2 + LANE * lanes[way] + 4)
    heights = {at: _port(at, way, ways, lanes, boxes[at]) for at in (*way.sources, way.target)}
    top, bottom = min(heights.values()), max(heights.values())
    end = heights[way.target]
    path = [f"M{lane} {top}V{bottom}"]
    path += [f"M{side} {heights[at]}H{lane}" for at in way.sources]
    path.append(f"M{lane} {end}H{side + sign * 6}")
    tip = f"{side + sign},{end} {side + sign * 8},{end - 4} {side + sign * 8},{end + 4}"
    return Road(
        " ".join(path),
        tuple((lane, heights[at]) for at in way.sources),
        tip,
        lanes[way] % 4,
    )


def _port(at: int, way: _Way, ways: tuple[_Way, ...], lanes: dict[_Way, int], box: Box) -> int:
    """Where a road meets a box: the roads of one side beside each other, none upon another."""
    here = sorted((one for one in ways if at in (*one.sources, one.target)), key=lanes.__getitem__)
    room = box.height / (len(here) + 1)
    return round(box.y + room * (here.index(way) + 1))
