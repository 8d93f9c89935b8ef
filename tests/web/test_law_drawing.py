"""The drawing of the lifecycle shows every road there is, and no two upon each other."""

from __future__ import annotations

import re

import pytest

from casework.adapters import rulebook
from casework.engine.edition import Edition
from webui.law.drawing import BOX, Drawing, drawing
from webui.law.outline import outline

LAW = rulebook.load()
EDITIONS = [pytest.param(one, id=one.id) for one in LAW.editions.values()]


def between(drawn: Drawing, y: int) -> str:
    """The stage whose box holds this height."""
    (box,) = [one for one in drawn.boxes if one.y <= y <= one.y + one.height]
    return box.id


def shown(drawn: Drawing) -> set[tuple[str, str]]:
    """Every passage from stage to stage that can be read off the drawing."""
    found = {(between(drawn, top), between(drawn, bottom)) for top, bottom in drawn.steps}
    for road in drawn.roads:
        tip = int(road.tip.split()[0].split(",")[1])
        found |= {(between(drawn, y), between(drawn, tip)) for _, y in road.dots}
    return found


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_passage_is_drawn_or_told_as_reachable_from_nearly_everywhere(
    edition: Edition,
) -> None:
    drawn = drawing(edition)
    there = {
        (stage, act.to_stage)
        for act in edition.acts.values()
        if act.to_stage and act.to_stage not in drawn.anywhere
        for stage in act.from_stages
        if stage != act.to_stage
    }
    assert shown(drawn) == there
    for name in drawn.anywhere:
        assert any(move.to and move.to[1].id == name for move, _ in outline(edition).everywhere)


@pytest.mark.parametrize("edition", EDITIONS)
def test_nothing_lies_upon_anything_else(edition: Edition) -> None:
    drawn = drawing(edition)
    for above, below in zip(drawn.boxes, drawn.boxes[1:], strict=False):
        assert above.y + above.height < below.y
    lanes = [re.match(r"M(\d+) (\d+)V(\d+)", road.path) for road in drawn.roads]
    spans = [tuple(map(int, lane.groups())) for lane in lanes if lane]
    assert len(spans) == len(drawn.roads)
    for at, (x, top, bottom) in enumerate(spans):
        assert 0 < x < drawn.width
        assert not drawn.x <= x <= drawn.x + BOX
        for other, upper, lower in spans[at + 1 :]:
            assert x != other or bottom < upper or lower < top
    for box in drawn.boxes:
        assert box.y <= box.text_y(0) - 10
        assert box.text_y(len(box.lines) - 1) <= box.y + box.height


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_drawing_fits_a_phone(edition: Edition) -> None:
    assert drawing(edition).width <= 340


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_outline_tells_every_act_wherever_it_can_be_done(edition: Edition) -> None:
    told = outline(edition)
    for act in edition.acts.values():
        places = {
            place.stage.id
            for place in told.places
            if any(move.act is act for move in (*place.moves, *place.stays))
        }
        often = {
            told.places[number - 1].stage.id
            for move, stages in told.everywhere
            if move.act is act
            for number in stages
        }
        assert places | often == set(act.from_stages)
