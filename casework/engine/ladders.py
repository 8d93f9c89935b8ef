"""Reminder ladders that an office set on the running system, upon those of the editions.

One entry is one limit at one office (`<office>/<rule>`), whatever the edition; the newest counts.
An entry without rungs goes back to what the edition gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from casework.engine.revision import Overlay, of_edition
from casework.engine.rule import Rung

LADDERS = "pengingat"
"""Stands where an edition is named: a ladder is no law and belongs to an office."""
BASE = "1"


@dataclass(frozen=True)
class OwnLadder:
    """What one office set for one limit, and the revision that set it."""

    revision: str
    rungs: tuple[Rung, ...]


def name_of(office: str, rule: str) -> str:
    """How the entry of a limit at an office is called."""
    return f"{office}/{rule}"


def written(rungs: Iterable[Rung]) -> list[dict[str, object]]:
    """Rungs as an entry holds them; times in minutes, negative after the limit."""
    return [
        {
            "minutes": int(one.before / timedelta(minutes=1)),
            "roles": list(one.roles),
            "office_hours": one.office_hours,
        }
        for one in rungs
    ]


def upon(overlays: Iterable[Overlay]) -> Mapping[str, OwnLadder]:
    """The ladders that hold now, by entry name."""
    found: dict[str, OwnLadder] = {}
    for overlay in of_edition(overlays, LADDERS, BASE):
        for name, keys in overlay.changes.items():
            rungs = tuple(
                Rung(
                    timedelta(minutes=int(one["minutes"])),
                    tuple(one["roles"]),
                    bool(one["office_hours"]),
                )
                for one in keys["rungs"]
            )
            found.pop(name, None)
            if rungs:
                found[name] = OwnLadder(overlay.revision, rungs)
    return found
