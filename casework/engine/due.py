"""A computed limit, and the story of how it was computed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from casework.engine.basis import Basis, Mark, weakest
from casework.engine.counting import Unit
from casework.engine.pauses import Pause, Stop


class DayStep(NamedTuple):
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
    `provisional` is true where no decreed calendar reaches that far. `calendar` is the version of
    the calendar it was counted with; `stops` are the times the clock stood still.
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
    calendar: str = ""
    stops: tuple[Stop, ...] = ()

    @property
    def mark(self) -> Mark:
        """The mark the date may bear: the weakest of its words, its parts and its pauses."""
        return weakest(
            self.basis,
            *(caveat.basis for caveat in self.caveats),
            *(stop.pause.basis for stop in self.stops),
        )

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
            "verification": self.mark.value,
            "basis": self.basis.to_json(),
            "derivation": [
                {"date": step.date.isoformat(), "counted": step.counted, "why": step.why}
                for step in self.derivation
            ],
            "caveats": [{"part": caveat.part, **caveat.basis.to_json()} for caveat in self.caveats],
            "calendar": self.calendar,
            "pauses": [_stop_to_json(stop) for stop in self.stops],
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
            calendar=data.get("calendar", ""),
            stops=tuple(_stop_from_json(item) for item in data.get("pauses", ())),
        )


def _stop_to_json(stop: Stop) -> dict[str, Any]:
    pause = stop.pause
    return {
        "begins": pause.begins,
        "ends": pause.ends,
        "begins_title": pause.begins_title,
        "ends_title": pause.ends_title,
        "from": stop.since.isoformat(),
        "until": stop.until.isoformat(),
        "basis": pause.basis.to_json(),
    }


def _stop_from_json(data: dict[str, Any]) -> Stop:
    return Stop(
        Pause(
            data["begins"],
            data["ends"],
            Basis.from_json(data["basis"]),
            data["begins_title"],
            data["ends_title"],
        ),
        datetime.fromisoformat(data["from"]),
        datetime.fromisoformat(data["until"]),
    )
