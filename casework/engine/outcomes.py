"""The rows of the table that says what a pleno can decide about an allegation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from casework.engine.basis import Basis

NO_ARTICLE: Final = "tanpa_pasal"
"""Stands for the kind of provision where no article was named."""
COMPETENCE: Final = "kewenangan"
"""The kind of a provision that gives a power: nobody can violate it."""
RESERVED: Final[Mapping[str, str]] = {
    NO_ARTICLE: "Tanpa pasal",
    COMPETENCE: "Ketentuan yang memberi kewenangan",
}
FIELDS: Final = frozenset({"outcome", "article", "kind", "category"})
"""What the words of a row may name in braces."""


@dataclass(frozen=True)
class OutcomeRow:
    """One row: the combinations it decides, whether they are possible, why not and what to do.

    `known` is false where no source in hand tells; then nothing is refused and `why` says what is
    not known.
    """

    id: str
    outcomes: tuple[str, ...]
    kinds: tuple[str, ...]
    categories: tuple[str, ...]
    stages: tuple[str, ...]
    levels: tuple[str, ...]
    possible: bool
    known: bool
    why: str
    cure: str
    basis: Basis

    def covers(self, outcome: str, kind: str, category: str, stage: str, level: str) -> bool:
        """Does this row decide that combination?"""
        return (
            outcome in self.outcomes
            and kind in self.kinds
            and category in self.categories
            and stage in self.stages
            and level in self.levels
        )
