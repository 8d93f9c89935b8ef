"""Which event of a row is the newest, where its case went from one office's chain to another's.

Inside a chain the sequence decides. Between chains only a link does: the act by which an office
took a case over names the last event of the chain it came from (`follows`: office, seq, hash).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from casework.models import Event

Place = tuple[int, int]
"""Where an event stands: office and sequence."""


class Links:
    """The links between the chains, and which of several records of a row is the last."""

    def __init__(self) -> None:
        self._links: list[tuple[Place, str, Place]] = []

    def add(self, event: Event) -> None:
        """Take in an event that may be such a link."""
        if "follows" in event.detail:
            office, seq, hash_ = event.detail["follows"]
            here = (event.office_id, event.seq)
            self._links.append(((int(office), int(seq)), str(hash_), here))

    def broken(self, hash_of: Callable[[int, int], str | None]) -> Iterator[str]:
        """The links whose other end is not the event they name."""
        for before, hash_, (office, seq) in self._links:
            if hash_of(*before) != hash_:
                yield (
                    f"kejadian {seq} kantor {office}: menyambung pada kejadian {before[1]} kantor "
                    f"{before[0]}, yang isinya lain atau tidak ada"
                )

    def newest(self, told: Sequence[tuple[int, int, str]]) -> tuple[str, bool]:
        """The digest that counts among the records of a row, and whether no chain is the last."""
        if len({digest for _, _, digest in told}) < 2:
            # Offices may share a row that never changes: the same file brought to both.
            return (told[0][2] if told else ""), False
        places = [(office, seq) for office, seq, _ in told]
        for (office, seq), (_, _, digest) in zip(places, told, strict=True):
            one = (office, seq)
            if all(one == other or self._follows(other, one) for other in places):
                return digest, False
        return told[-1][2], True

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
