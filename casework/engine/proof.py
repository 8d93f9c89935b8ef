"""The proof of an edition: every fault as a short story, or none.

The loader already refuses what is misspelt. The proof asks whether what was written can work:
the graph, the acts and their facts, the limits, the tables and the worked examples.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from casework.engine.edition import Edition
from casework.engine.law import Law
from casework.engine.proofs import (
    acts,
    facts,
    graph,
    kerawanan,
    limits,
    numbers,
    paths,
    references,
    regimes,
    requirements,
    rulings,
    tables,
)
from casework.engine.proofs.fault import Fault

__all__ = ["Fault", "check", "check_whole"]


def check(law: Law, edition_id: str, layouts: Collection[str] | None = None) -> tuple[Fault, ...]:
    """Every fault of one edition. Raises EditionUnknown.

    `layouts` are the forms that have a template; without them templates are not asked for.
    """
    edition = law.edition(edition_id)
    return (
        *references.faults(law, edition),
        *(_cases(law, edition) if edition.acts else ()),
        *requirements.faults(edition),
        *tables.wordings(edition),
        *tables.penalties(edition),
        *rulings.faults(edition),
        *limits.faults(law, edition),
        *numbers.faults(edition),
        *(references.layouts(edition, layouts) if layouts is not None else ()),
    )


def check_whole(law: Law) -> tuple[Fault, ...]:
    """Every fault that shows only when the editions are laid beside each other."""
    return (*regimes.faults(law), *kerawanan.faults(law.kerawanan))


def _cases(law: Law, edition: Edition) -> Iterator[Fault]:
    yield from graph.faults(edition)
    yield from acts.faults(edition)
    yield from facts.faults(edition)
    yield from paths.faults(edition)
    yield from tables.faults(law, edition)
