"""The rows of the decision table by which matters are passed on."""

from __future__ import annotations

from dataclasses import dataclass

from casework.engine.basis import Basis


@dataclass(frozen=True)
class Route:
    """One row of the decision table; `functions` are the functions the addressees fulfil.

    `known` is false where no source names an addressee; then an officer decides, with a reason.
    """

    id: str
    violation_class: str
    categories: tuple[str, ...]
    levels: tuple[str, ...]
    functions: tuple[str, ...]
    form: str
    known: bool
    note: str
    basis: Basis

    def covers(self, violation_class: str, category: str, level: str) -> bool:
        """Does this row decide that combination?"""
        return (
            violation_class == self.violation_class
            and category in self.categories
            and level in self.levels
        )
