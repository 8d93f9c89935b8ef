"""The map of the picture beside the database: outlines of regions, imported once, in a file."""

from __future__ import annotations

import json
from pathlib import Path

from casework.engine.outline import NotDrawable, Outlines

LARGEST = 64 * 1024 * 1024
"""No GeoJSON larger than this is read, in bytes."""


def place(var: Path) -> Path:
    """Where the outlines lie; they are made of public data and need no backup."""
    return var / "peta" / "wilayah.json"


def source(file: Path) -> dict[str, object]:
    """The content of a GeoJSON file. Raises NotDrawable."""
    if file.stat().st_size > LARGEST:
        raise NotDrawable(f"Berkas ini lebih besar dari {LARGEST // 1024**2} MB.")
    try:
        found = json.loads(file.read_text("utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError) as fault:
        raise NotDrawable("Berkas ini bukan GeoJSON.") from fault
    if not isinstance(found, dict):
        raise NotDrawable("Berkas ini bukan FeatureCollection GeoJSON.")
    return found


def save(var: Path, outlines: Outlines) -> None:
    """Keep outlines in place of those from before."""
    target = place(var)
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_suffix(".baru")
    fresh.write_text(json.dumps({"height": outlines.height, "paths": dict(outlines.paths)}))
    fresh.replace(target)


def load(var: Path) -> Outlines | None:
    """The outlines that were imported; None where there are none."""
    target = place(var)
    if not target.is_file():
        return None
    kept = json.loads(target.read_text())
    return Outlines(int(kept["height"]), kept["paths"])
