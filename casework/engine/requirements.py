"""What a report must hold before it can be registered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from casework.engine.basis import Basis


class Group(StrEnum):
    """The part of the law a requirement belongs to."""

    FORMAL = "formil"
    MATERIAL = "materiel"
    ATTACHMENT = "lampiran"


@dataclass(frozen=True)
class Reporter:
    """One kind of person who may report."""

    id: str
    title: str
    basis: Basis


@dataclass(frozen=True)
class Requirement:
    """One requirement. `binding` is false where it is only asked for at the desk."""

    id: str
    group: Group
    title: str
    help: str
    binding: bool
    basis: Basis


def hindering(
    wanted: Mapping[str, Requirement], met: Mapping[str, bool]
) -> tuple[Requirement, ...]:
    """The requirements that keep a report from being registered: binding, and found not met."""
    return tuple(one for one in wanted.values() if one.binding and met.get(one.id) is False)


def standing(wanted: Mapping[str, Requirement], met: Mapping[str, bool]) -> dict[str, bool]:
    """The facts that acts ask about the requirements; `met` holds what was judged so far."""
    judged = wanted.keys() <= met.keys()
    hindered = bool(hindering(wanted, met))
    return {
        "syarat_dinilai_semua": judged,
        "syarat_ada_yang_kurang": hindered,
        "syarat_terpenuhi": bool(met) and judged and not hindered,
    }
