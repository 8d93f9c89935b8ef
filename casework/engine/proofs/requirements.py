"""Every requirement declares what decides it, and can be judged by that."""

from __future__ import annotations

from collections.abc import Iterator

from casework.engine.edition import Edition
from casework.engine.proofs.fault import Fault
from casework.engine.requirements import Check


def faults(edition: Edition) -> Iterator[Fault]:
    """Name each requirement that nothing decides, or that cannot be decided as declared."""
    for one in edition.requirements.values():
        where, declared = f"syarat {one.id}", one.decided_by
        if declared is None:
            yield Fault(
                where,
                "Tidak menyatakan apa yang menentukannya (decided_by); petugas akan menilainya "
                "tanpa fakta di sampingnya.",
            )
        elif declared.check is Check.DEADLINE and edition.deadlines[declared.rule].follows:
            yield Fault(where, f"Batas {declared.rule} tidak mulai pada peristiwa laporan.")
        if one.incurable is not None and not one.binding:
            yield Fault(where, "Tidak menentukan, jadi tidak mungkin tak dapat dilengkapi.")
