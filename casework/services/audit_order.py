"""Which record of a row is the newest, where a case went from the chain of one office to another's.

Inside a chain the sequence tells. Between chains only a link does: the act by which an office took
a case over names the last event of the chain the case came from (`follows`: office, seq, hash).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from casework.models import Event

Place = tuple[int, int]
"""Where an event stands: office and sequence."""


class Recorded:
    """The digests that events recorded of rows, by office, and the links between the chains."""

    def __init__(self) -> None:
        self._told: dict[str, dict[int, tuple[int, str]]] = defaultdict(dict)
        self._links: list[tuple[Place, str, Place]] = []

    def add(self, event: Event) -> None:
        """Take in an event; those of one office come in their order."""
        for name, digest in event.detail.get("digests", {}).items():
            self._told[name][event.office_id] = (event.seq, digest)
        if "follows" in event.detail:
            office, seq, hash_ = event.detail["follows"]
            here = (event.office_id, event.seq)
            self._links.append(((int(office), int(seq)), str(hash_), here))

    def broken(self, hashes: Mapping[Place, str]) -> Iterator[str]:
        """The links whose other end is not the event they name."""
        for before, hash_, (office, seq) in self._links:
            if hashes.get(before) != hash_:
                yield (
                    f"kejadian {seq} kantor {office}: menyambung pada kejadian {before[1]} kantor "
                    f"{before[0]}, yang isinya lain atau tidak ada"
                )

    def newest(self) -> tuple[dict[str, str], list[str]]:
        """The digest that counts for each row, and the rows of which no chain is the last."""
        found: dict[str, str] = {}
        faults: list[str] = []
        for name, told in self._told.items():
            places = [(office, seq) for office, (seq, _) in told.items()]
            last = [one for one in places if all(one == o or self._follows(o, one) for o in places)]
            if len(last) == 1:
                found[name] = told[last[0][0]][1]
            else:
                faults.append(f"{name}: dicatat di beberapa rantai tanpa sambungan di antaranya")
                found[name] = told[places[-1][0]][1]
        return found, faults

    def _follows(self, before: Place, after: Place) -> bool:
        """Does a way of links lead from one event to the other?"""
        waiting, seen = [before], set[Place]()
        while waiting:
            office, seq = waiting.pop()
            if office == after[0] and seq <= after[1]:
                return True
            for origin, _, target in self._links:
                if origin[0] == office and origin[1] >= seq and target not in seen:
                    seen.add(target)
                    waiting.append(target)
        return False
