"""The proof of an edition: every fault as a short story, or none.

The loader already refuses what is misspelt. The proof asks whether what was written can work:
the graph, the limits, the tables and the worked examples.
"""

from __future__ import annotations

from casework.engine.law import Law
from casework.engine.proofs import graph, limits, references, tables
from casework.engine.proofs.fault import Fault

__all__ = ["Fault", "check"]


def check(law: Law, edition_id: str) -> tuple[Fault, ...]:
    """Every fault of one edition. Raises EditionUnknown."""
    edition = law.edition(edition_id)
    return (
        *references.faults(law, edition),
        *(graph.faults(edition) if edition.acts else ()),
        *(tables.faults(law, edition) if edition.acts else ()),
        *limits.faults(law, edition),
    )
