"""Elections and the dated facts that the law hangs on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from casework.engine.basis import Basis


@dataclass(frozen=True)
class DatedFact:
    """Something that happened, or will, on one day of the election."""

    id: str
    title: str
    on: date
    basis: Basis


@dataclass(frozen=True)
class Election:
    """One election: its kind (PG, PB or PW), the offices it is for, its dated facts."""

    id: str
    title: str
    kind: str
    regime: str
    offices: tuple[str, ...]
    facts: Mapping[str, DatedFact]
    basis: Basis
