"""The facts an edition may ask about: declared, typed, each with its cure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from casework.engine.basis import Basis

Value = bool | int | str
Facts = Mapping[str, Value]


class FactKind(StrEnum):
    """What values a fact takes. A `moment` is a dated fact; in a condition it means "known"."""

    FLAG = "flag"
    NUMBER = "number"
    TEXT = "text"
    MOMENT = "moment"


@dataclass(frozen=True)
class Fact:
    """One declared fact.

    `missing` says what is wrong while the fact does not hold, `cure` what the officer can do, and
    `undo` what ends it where it hinders. It can be cured only `within` a limit, or comes true by
    itself `after` one has ended; what brings it about needs a `notice` beforehand. All three are
    ids of rules, "" for none. An `innate` fact is settled when a case begins: no act makes it true.
    """

    id: str
    kind: FactKind
    title: str
    missing: str
    cure: str
    basis: Basis | None
    undo: str = ""
    within: str = ""
    after: str = ""
    notice: str = ""
    innate: bool = False
