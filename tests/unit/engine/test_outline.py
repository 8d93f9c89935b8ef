"""Outlines of regions: matched by name or code, simplified within a tolerance, drawn to scale."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.engine import outline
from casework.engine.outline import NotDrawable

NAMES = {"mukomuko": "mukomuko", "17.06": "mukomuko", "lebong": "lebong"}


def feature(name: str, *rings: list[list[float]]) -> dict[str, Any]:
    shape = {"type": "Polygon", "coordinates": list(rings)}
    return {"type": "Feature", "properties": {"NAMOBJ": name}, "geometry": shape}


def square(west: float, south: float, side: float = 1.0) -> list[list[float]]:
    east, north = west + side, south + side
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def collection(*features: dict[str, Any]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


def test_regions_are_found_by_name_and_code_and_the_others_are_told() -> None:
    found, unknown = outline.read(
        collection(
            feature("Kabupaten Muko-Muko", square(101, -3)),
            feature("Lebong", square(102, -4)),
            feature("Padang", square(100, -1)),
        ),
        NAMES,
    )
    assert set(found.paths) == {"mukomuko", "lebong"}
    assert unknown == ("Padang",)
    assert found.paths["mukomuko"].startswith("M0 ")
    assert found.height == pytest.approx(1000, abs=5), "two degrees wide and high, near the equator"


def test_what_is_no_map_is_refused() -> None:
    for wrong in ({}, collection(), collection(feature("Padang", square(100, -1)))):
        with pytest.raises(NotDrawable):
            outline.read(wrong, NAMES)

    point = {"properties": {"n": "Lebong"}, "geometry": {"type": "Point", "coordinates": [1, 2]}}
    with pytest.raises(NotDrawable, match="Polygon"):
        outline.read(collection(point), NAMES)
    with pytest.raises(NotDrawable, match="Koordinat"):
        outline.read(collection(feature("Lebong", [["a", "b"]])), NAMES)  # type: ignore[list-item]  # wrong on purpose


@given(
    st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=2, max_size=12),
    st.floats(0.1, 10),
)
@settings(max_examples=30, deadline=None)
def test_no_point_lies_further_from_the_simplified_line(
    line: list[tuple[float, float]], tolerance: float
) -> None:
    found = outline.simplified(line, tolerance)
    assert found[0] == line[0]
    assert found[-1] == line[-1]
    assert set(found) <= set(line)
    for point in line:
        assert (
            min(distance(point, start, end) for start, end in pairwise(found)) <= tolerance + 1e-9
        )


def distance(
    point: tuple[float, float], start: tuple[float, float], end: tuple[float, float]
) -> float:
    """By walking along the line in small steps: another way than the one under test."""
    steps = 100
    return (
        min(
            hypot(
                point[0] - start[0] - (end[0] - start[0]) * at / steps,
                point[1] - start[1] - (end[1] - start[1]) * at / steps,
            )
            for at in range(steps + 1)
        )
        - hypot(end[0] - start[0], end[1] - start[1]) / steps
    )
