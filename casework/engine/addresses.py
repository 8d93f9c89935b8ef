"""Addresses of agencies as an office keeps them on the running system: where a letter goes.

Which agency is competent, and its name, come from the law data; one entry is one destination of
one office (`<office>/<destination>`), and each row of it holds from a day on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from casework.engine.revision import Overlay, of_edition

ADDRESSES = "alamat"
"""Stands where an edition is named: an address is no law and belongs to an office."""
BASE = "1"


@dataclass(frozen=True)
class Address:
    """How letters of an office address one agency from `since` up to, without, `until`.

    `title` stands in place of the addressee the law data give ("" keeps it); `place` ends the
    block ("di Tubei").
    """

    since: date
    until: date | None
    title: str
    lines: tuple[str, ...]
    place: str
    email: str
    revision: str

    def holds(self, on: date) -> bool:
        """Whether letters go to this address on a day."""
        return self.since <= on and (self.until is None or on < self.until)


def name_of(office: str, destination: str) -> str:
    """How the entry of a destination at an office is called."""
    return f"{office}/{destination}"


def upon(overlays: Iterable[Overlay]) -> Mapping[str, tuple[Address, ...]]:
    """Every address by entry name, in the order they were entered."""
    found: dict[str, tuple[Address, ...]] = {}
    for overlay in of_edition(overlays, ADDRESSES, BASE):
        for name, keys in overlay.changes.items():
            until = keys.get("until")
            one = Address(
                date.fromisoformat(keys["since"]), date.fromisoformat(until) if until else None,
                str(keys["title"]), tuple(str(line) for line in keys["lines"]),
                str(keys["place"]), str(keys["email"]), overlay.revision,
            )  # fmt: skip
            found[name] = (*found.get(name, ()), one)
    return found


def on_day(addresses: Iterable[Address], day: date) -> Address | None:
    """The address used on a day: of several the one that begins last, then the newest."""
    held = [(one.since, index, one) for index, one in enumerate(addresses) if one.holds(day)]
    return max(held, key=lambda row: row[:2])[2] if held else None
