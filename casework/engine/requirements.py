"""What a report must hold before it can be registered."""

from __future__ import annotations

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
