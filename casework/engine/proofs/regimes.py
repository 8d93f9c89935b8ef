"""What no single edition can show: the articles in scope, and the editions of a regime in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from casework.engine.law import Law
from casework.engine.proofs.coverage import scope_faults
from casework.engine.proofs.fault import Fault


def faults(law: Law) -> Iterator[Fault]:
    """Holes between the editions of a regime, and articles without a rule."""
    for regime in sorted({one.regime for one in law.editions.values()}):
        yield from _over_time(law, regime)
    yield from scope_faults(law)


def _over_time(law: Law, regime: str) -> Iterator[Fault]:
    found = [one for one in law.editions.values() if one.regime == regime]
    found.sort(key=lambda one: one.in_force.since or date.min)
    for before, after in pairwise(found):
        ended, begins = before.in_force.until, after.in_force.since
        if ended is not None and begins is not None and ended < begins:
            yield Fault(
                f"rezim {regime}",
                f"Celah: laporan yang diterima {ended.isoformat()} tidak punya edisi; {before.id} "
                f"berakhir dan {after.id} baru mulai {begins.isoformat()}.",
            )
