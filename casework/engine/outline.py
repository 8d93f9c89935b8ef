"""Outlines of regions from GeoJSON, projected and simplified once, as paths that SVG draws.

The projection is equirectangular about the middle of the map: within a province it is true enough
for the eye, and nothing is measured on it. Coordinates are longitude and latitude in degrees.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians
from typing import Any

from casework.engine.region import key_of

Point = tuple[float, float]
WIDTH = 1000.0
"""The width of the drawing; its height follows."""
SMALLEST = 4.0
"""Islands smaller than this in both directions are left out, unless a region has no other part."""


@dataclass(frozen=True)
class Outlines:
    """The drawing: its height where it is `WIDTH` wide, and the path of each region by its id."""

    height: int
    paths: Mapping[str, str]


class NotDrawable(ValueError):
    """A file that is no GeoJSON of regions; says what is wrong."""


def read(
    content: Mapping[str, Any], names: Mapping[str, str], tolerance: float = 1.5
) -> tuple[Outlines, tuple[str, ...]]:
    """Draw the features whose name or code is known; gives also the names that are not.

    `names` leads from a name as `key_of` writes it, or a code, to the id of a region. Points that
    lie within `tolerance` of the line without them are left out (of a width of 1000). Raises
    NotDrawable.
    """
    features = content.get("features")
    if content.get("type") != "FeatureCollection" or not isinstance(features, list):
        raise NotDrawable("Berkas ini bukan FeatureCollection GeoJSON.")
    rings: dict[str, list[list[Point]]] = {}
    unknown: list[str] = []
    for feature in features:
        told = [str(value) for value in (feature.get("properties") or {}).values() if value]
        region = next((names[key] for one in told for key in _keys(one) if key in names), None)
        if region is None:
            unknown.append(next((one for one in told if not one.isdigit()), "tanpa nama"))
            continue
        rings.setdefault(region, []).extend(_rings(feature.get("geometry") or {}))
    points = [point for parts in rings.values() for ring in parts for point in ring]
    if not points:
        raise NotDrawable("Tidak ada wilayah yang dikenal dalam berkas ini.")
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    narrow = cos(radians((south + north) / 2))
    scale = WIDTH / max((east - west) * narrow, 1e-9)

    def placed(point: Point) -> Point:
        return (point[0] - west) * narrow * scale, (north - point[1]) * scale

    paths = {
        region: _path([[placed(point) for point in ring] for ring in parts], tolerance)
        for region, parts in rings.items()
    }
    return Outlines(round((north - south) * scale), paths), tuple(unknown)


def _keys(told: str) -> Iterator[str]:
    yield told
    yield key_of(told)
    for word in ("Kabupaten ", "Kab. ", "KABUPATEN "):
        yield key_of(told.removeprefix(word))


def _rings(geometry: Mapping[str, Any]) -> Iterator[list[Point]]:
    parts = geometry.get("coordinates")
    kind = geometry.get("type")
    if kind == "Polygon":
        parts = [parts]
    elif kind != "MultiPolygon":
        raise NotDrawable(f"Bentuk {kind} bukan wilayah; yang dikenal Polygon dan MultiPolygon.")
    try:
        for polygon in parts or ():
            for ring in polygon:
                yield [(float(point[0]), float(point[1])) for point in ring]
    except (TypeError, ValueError, IndexError) as fault:
        raise NotDrawable("Koordinat dalam berkas ini tidak dapat dibaca.") from fault


def _path(rings: Sequence[Sequence[Point]], tolerance: float) -> str:
    drawn = [simplified(ring, tolerance) for ring in rings]
    large = [ring for ring in drawn if len(ring) > 3 and _size(ring) >= SMALLEST]
    kept = large or sorted(drawn, key=_size)[-1:]
    return "".join("M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in ring[:-1]) + "Z" for ring in kept)


def _size(ring: Sequence[Point]) -> float:
    return max(
        max(x for x, _ in ring) - min(x for x, _ in ring),
        max(y for _, y in ring) - min(y for _, y in ring),
    )


def simplified(line: Sequence[Point], tolerance: float) -> list[Point]:
    """The line without the points that lie within `tolerance` of it (Douglas and Peucker).

    Its first and last point stay; of a ring they are the same.

    >>> simplified([(0, 0), (1, 0.1), (2, 0)], 0.5)
    [(0, 0), (2, 0)]
    """
    if len(line) < 3:
        return list(line)
    keep = {0, len(line) - 1}
    waiting = [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        away = [(_distance(line[at], line[first], line[last]), at) for at in range(first + 1, last)]
        far, at = max(away, default=(0.0, 0))
        if far > tolerance:
            keep.add(at)
            waiting += [(first, at), (at, last)]
    return [line[at] for at in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    (x, y), (ax, ay), (bx, by) = point, start, end
    length = hypot(bx - ax, by - ay)
    if not length:
        return hypot(x - ax, y - ay)
    # Beyond the ends of the line the nearer end counts.
    along = max(0.0, min(1.0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length**2))
    return hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay))
