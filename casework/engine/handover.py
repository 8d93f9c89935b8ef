"""How a case goes from one office to another: which step an act is, and which offices it may name.

Where it may go is law data (`handover` of an act); this module only reads the tree of offices.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

Parents = Mapping[str, str | None]
"""The office above each office, by code; None at the top."""


class Step(StrEnum):
    """What an act does to the case as a whole."""

    SEND = "send"
    RECEIVE = "receive"
    RETURN = "return"
    TAKE = "take"


class Relation(StrEnum):
    """How the other office lies to the one that sends or takes."""

    CHILD = "child"
    PARENT = "parent"
    BELOW = "below"


class Leaves(StrEnum):
    """When the case has left: with the act itself, or when its letter was sent."""

    ACT = "act"
    LETTER = "letter"


@dataclass(frozen=True)
class Handover:
    """The part of an act that moves a case; `towards` and `levels` say which offices it may name.

    No `levels` means any. An act that receives or returns names no office: the letter did.
    """

    step: Step
    towards: tuple[Relation, ...] = ()
    levels: tuple[str, ...] = ()
    leaves: Leaves = Leaves.LETTER

    def reaches(self, here: str, other: str, level: str, parents: Parents) -> bool:
        """May the office `here` name the office `other`, which works at `level`?

        >>> tree = {"00": None, "07": "00", "07.05": "07"}
        >>> down = Handover(Step.SEND, (Relation.BELOW,), ("kabupaten",))
        >>> down.reaches("00", "07.05", "kabupaten", tree)
        True
        >>> down.reaches("07.05", "07", "provinsi", tree)
        False
        """
        fits = not self.levels or level in self.levels
        return fits and not relations(here, other, parents).isdisjoint(self.towards)


def relations(here: str, other: str, parents: Parents) -> frozenset[Relation]:
    """Every way in which `other` lies to `here`; a child also lies below."""
    found: set[Relation] = set()
    if here == other:
        return frozenset()
    if parents.get(here) == other:
        found.add(Relation.PARENT)
    if parents.get(other) == here:
        found.add(Relation.CHILD)
    above, seen = parents.get(other), {other}
    while above is not None and above not in seen:
        if above == here:
            found.add(Relation.BELOW)
        seen.add(above)
        above = parents.get(above)
    return frozenset(found)
