"""Who may do what to a case of another office: act by role by relation of the two offices."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from casework.engine.basis import Basis
from casework.engine.handover import Parents, Relation, relations


class OfficeRelation(StrEnum):
    """How the actor's office lies to the office that has a case.

    `RECEIVER` is the office that a case was sent to and that has not received it yet.
    """

    OWN = "own"
    RECEIVER = "receiver"
    ABOVE = "above"
    FAR_ABOVE = "far_above"
    BELOW = "below"
    BESIDE = "beside"
    ELSEWHERE = "elsewhere"


READ = "baca"
"""The row that says who reads cases, and so who may know that one exists."""


@dataclass(frozen=True)
class BetweenRow:
    """One row: the relations from which an act is done, by whom, and where that is written.

    No `roles`: those the edition gives the act.
    """

    id: str
    title: str
    act: str
    relations: frozenset[OfficeRelation]
    roles: frozenset[str]
    basis: Basis


def relation(here: str, other: str, parents: Parents) -> OfficeRelation:
    """How the office `here` lies to the office `other`.

    >>> tree = {"00": None, "07": "00", "07.05": "07", "07.08": "07"}
    >>> [relation(one, "07.05", tree).value for one in tree]
    ['far_above', 'above', 'own', 'beside']
    >>> relation("07.05", "00", tree).value
    'below'
    """
    if here == other:
        return OfficeRelation.OWN
    found = relations(here, other, parents)
    if Relation.CHILD in found:
        return OfficeRelation.ABOVE
    if Relation.BELOW in found:
        return OfficeRelation.FAR_ABOVE
    if Relation.BELOW in relations(other, here, parents):
        return OfficeRelation.BELOW
    upper = parents.get(here)
    if upper is not None and upper == parents.get(other):
        return OfficeRelation.BESIDE
    return OfficeRelation.ELSEWHERE
