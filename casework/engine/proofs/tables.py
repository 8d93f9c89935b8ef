"""The routing table has one row for every combination, and one agency for every day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product

from casework.engine.categories import CATEGORIES
from casework.engine.edition import Edition
from casework.engine.law import Law
from casework.engine.office import Level
from casework.engine.proofs.fault import Fault


def faults(law: Law, edition: Edition) -> Iterator[Fault]:
    """Look for gaps and overlaps, by combination and over time."""
    for combination in product(edition.violations.classes, CATEGORIES, Level):
        rows = [route.id for route in edition.routes if route.covers(*combination)]
        words = "/".join(combination)
        if not rows:
            yield Fault("tujuan", f"Celah: {words} tidak punya baris.")
        if len(rows) > 1:
            yield Fault("tujuan", f"Tumpang tindih: {words} punya baris {', '.join(rows)}.")
    for function in sorted({name for route in edition.routes for name in route.functions}):
        yield from _over_time(law, edition, function)


def _over_time(law: Law, edition: Edition, function: str) -> Iterator[Fault]:
    for day in _edges(law, edition, function):
        holders = [
            agency.id
            for agency in law.agencies.values()
            if agency.function == function and agency.in_force.covers(day)
        ]
        if not holders:
            yield Fault(
                f"lembaga {function}",
                f"Surat yang dikirim pada {day.isoformat()} tidak punya alamat.",
            )
        if len(holders) > 1:
            yield Fault(
                f"lembaga {function}",
                f"Surat yang dikirim pada {day.isoformat()} punya dua alamat: "
                f"{', '.join(holders)}.",
            )


def _edges(law: Law, edition: Edition, function: str) -> list[date]:
    """The days on which the answer can change, inside the edition's own time."""
    days = {edition.in_force.since or law.calendar.covers_from}
    for agency in law.agencies.values():
        if agency.function == function:
            days |= {day for day in (agency.in_force.since, agency.in_force.until) if day}
    return sorted(day for day in days if edition.in_force.covers(day))
