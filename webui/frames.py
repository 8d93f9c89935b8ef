"""Pages that are written once and filled in for each request.

A template is rendered with slots where a request says something of its own: its token, its rows,
the moment. What lies between is the same for everybody with the same words, roles and choices; it
is kept as pieces of text, a bounded number of them, under all that it was made of.
"""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from markupsafe import Markup

_MARK = f"\x02{secrets.token_hex(8)}:"
_END = "\x03"
"""Around the name of a slot: nobody who types a text can know them."""

Kept = TypeVar("Kept")


def slot(name: str) -> Markup:
    """What a template writes where `name` is filled in later."""
    return Markup(f"{_MARK}{name}{_END}")  # noqa: S704  # names are ours


@dataclass(frozen=True)
class Frame:
    """The pieces of a page, and which of them are slots."""

    pieces: tuple[str, ...]
    slots: tuple[tuple[int, str], ...]

    @classmethod
    def of(cls, page: str) -> Frame:
        """Cut a rendered page at its slots."""
        first, *rest = page.split(_MARK)
        pieces, slots = [first], []
        for one in rest:
            name, _end, after = one.partition(_END)
            slots.append((len(pieces), name))
            pieces += ["", after]
        return cls(tuple(pieces), tuple(slots))

    def filled(self, values: Mapping[str, str]) -> str:
        """The page with HTML in each slot; raises KeyError for one that was forgotten."""
        pieces = list(self.pieces)
        for place, name in self.slots:
            pieces[place] = values[name]
        return "".join(pieces)


class Shelf(Generic[Kept]):
    """Keeps what was made last, under what it was made of; the longest unused goes first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        """What is kept under a key, made now if it is not there."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
                return found
        made = make()
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made
