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

    `missing` says what is wrong while the fact does not hold, `cure` what the officer can do.
    """

    id: str
    kind: FactKind
    title: str
    missing: str
    cure: str
    basis: Basis | None
