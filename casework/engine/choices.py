"""Choices an office makes knowingly where the law in hand leaves a gap, each with its reason.

A choice is no law. One entry is one choice of one office (`<office>/<choice>`); the newest counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from casework.engine.revision import Overlay, of_edition

CHOICES = "pilihan"
"""Stands where an edition is named: a choice belongs to an office."""
BASE = "1"


def name_of(office: str, choice: str) -> str:
    """How the entry of a choice of an office is called."""
    return f"{office}/{choice}"


def upon(overlays: Iterable[Overlay]) -> Mapping[str, str]:
    """The choices that are made now, by entry name, each with the revision that made it."""
    found: dict[str, str] = {}
    for overlay in of_edition(overlays, CHOICES, BASE):
        for name, keys in overlay.changes.items():
            found.pop(name, None)
            if keys["on"]:
                found[name] = overlay.revision
    return found
