"""A computed limit, and the story of how it was computed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from casework.engine.basis import Basis
from casework.engine.counting import Unit


@dataclass(frozen=True)
class DayStep:
    """One day of the count: whether it was counted, and why (weekday, decree, article)."""

    date: date
    counted: bool
    why: str


@dataclass(frozen=True)
class Caveat:
    """A part of the computation that rests on a basis of its own, such as the first day."""

    part: str
    basis: Basis


@dataclass(frozen=True)
class Due:
    """When a limit ends: `due` by the office's reading, `safe` by the stricter one.

    Both are aware, in the office's zone, and the last second that is still in time.
    `provisional` is true where no decreed calendar reaches that far.
    """

    rule_id: str
    start: datetime
    due: datetime
    safe: datetime
    unit: Unit
    extended: bool
    provisional: bool
    basis: Basis
    derivation: tuple[DayStep, ...]
    caveats: tuple[Caveat, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Plain values; moments are ISO-8601 with offset. `from_json` reads them back."""
        return {
            "rule": self.rule_id,
            "start": self.start.isoformat(),
            "due": self.due.isoformat(),
            "safe": self.safe.isoformat(),
            "unit": self.unit.value,
            "extended": self.extended,
            "provisional": self.provisional,
            "citation": self.basis.citation,
            "verification": self.basis.mark.value,
            "basis": self.basis.to_json(),
            "derivation": [
                {"date": step.date.isoformat(), "counted": step.counted, "why": step.why}
                for step in self.derivation
            ],
            "caveats": [{"part": caveat.part, **caveat.basis.to_json()} for caveat in self.caveats],
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Due:
        """Rebuild a stored limit; equal to the one that was stored."""
        return cls(
            rule_id=data["rule"],
            start=datetime.fromisoformat(data["start"]),
            due=datetime.fromisoformat(data["due"]),
            safe=datetime.fromisoformat(data["safe"]),
            unit=Unit(data["unit"]),
            extended=data["extended"],
            provisional=data["provisional"],
            basis=Basis.from_json(data["basis"]),
            derivation=tuple(
                DayStep(date.fromisoformat(step["date"]), step["counted"], step["why"])
                for step in data["derivation"]
            ),
            caveats=tuple(
                Caveat(
                    item["part"],
                    Basis.from_json({key: item[key] for key in item if key != "part"}),
                )
                for item in data["caveats"]
            ),
        )
