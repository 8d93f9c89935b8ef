"""Editions of the vulnerability index: their worked examples, and classes for what they score."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from casework.engine.kerawanan import (
    TOP,
    Happening,
    IndexEdition,
    Kerawanan,
    Outlook,
    score,
)
from casework.engine.proofs.fault import Fault


def faults(data: Kerawanan) -> Iterator[Fault]:
    """What an edition says of itself and does not keep."""
    for edition in data.editions.values():
        where = f"kerawanan/{edition.id}"
        if edition.scoring is not None:
            yield from _scored(where, edition)
        if edition.count and edition.count < len(edition.indicators):
            yield Fault(where, "lebih banyak indikator tertulis daripada jumlahnya (count).")


def _scored(where: str, edition: IndexEdition) -> Iterator[Fault]:
    if not edition.weights:
        yield Fault(where, "nilainya dihitung, tetapi ada indikator tanpa bobot.")
    if not edition.examples:
        yield Fault(where, "nilainya dihitung, tetapi tidak ada contoh hitungan (examples).")
    for value in (Decimal(0), Decimal(TOP)):
        if edition.class_of(value) is None:
            yield Fault(where, f"nilai {value} tidak masuk kelas mana pun.")
    for one in edition.examples:
        past = [Happening("contoh", one.indicator, one.level, one.count)] if one.count else []
        found = score(edition, "", past, [Outlook("contoh", one.indicator, one.likelihood)])
        part = next(part for part in found.parts if part.indicator.id == one.indicator)
        if (value := found.value_of(part)) != one.value:
            yield Fault(
                f"{where}/{one.indicator}",
                f"contoh hitungan memberi {value}, bukan {one.value} seperti tertulis.",
            )
