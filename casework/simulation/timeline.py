"""The timeline of a play: what was done when by whom, what followed, what was refused and why."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from casework.simulation.expectations import Comparison
from casework.simulation.sights import Row


@dataclass(frozen=True)
class Changes:
    """What one act, or the passing of time, changed."""

    stage: tuple[str, str] | None = None
    edition: str = ""
    numbers: tuple[str, ...] = ()
    deadlines: tuple[Row, ...] = ()
    documents: tuple[Row, ...] = ()
    referrals: tuple[Row, ...] = ()
    answers: tuple[Row, ...] = ()
    same_event: tuple[Row, ...] = ()
    notices: tuple[Row, ...] = ()

    @property
    def any(self) -> bool:
        """True when there is something to tell."""
        return any(asdict(self).values())


@dataclass(frozen=True)
class Entry:
    """One line of the timeline; `act` is empty where only time passed."""

    at: datetime
    case: str
    act: str
    title: str
    role: str
    officer: str
    refused: str | None
    invented: bool
    note: str
    line: int
    changes: Changes
    expectations: tuple[Comparison, ...] = ()


@dataclass(frozen=True)
class Timeline:
    """A whole play."""

    scenario: str
    title: str
    office: str
    zone: str
    edition: str
    left_open: str
    sources: tuple[dict[str, str], ...]
    stages: dict[str, str]
    cases: dict[str, int]
    entries: list[Entry] = field(default_factory=list)
    audit: dict[str, int] = field(default_factory=dict)

    @property
    def broken(self) -> list[tuple[Entry, Comparison]]:
        """Every expectation that did not come true."""
        return [
            (entry, one) for entry in self.entries for one in entry.expectations if not one.kept
        ]

    def to_json(self) -> dict[str, Any]:
        """Plain values, in the shape that `docs/scenarios.md` describes."""
        plain = asdict(self)
        for entry, source in zip(plain["entries"], self.entries, strict=True):
            entry["at"] = source.at.isoformat()
            for one, kept in zip(entry["expectations"], source.expectations, strict=True):
                one["kept"] = kept.kept
        plain["kept"] = not self.broken
        return plain
