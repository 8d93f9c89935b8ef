"""Numbers: what is counted apart must also look apart."""

from __future__ import annotations

from collections.abc import Iterator

from casework.engine.edition import Edition
from casework.engine.numbering import Numbering
from casework.engine.office import Level
from casework.engine.proofs.fault import Fault


def faults(edition: Edition) -> Iterator[Fault]:
    """Look for two case numbers that could be the same, and for a level without a name."""
    numbering = edition.numbering
    where = "nomor perkara"
    if numbering.receipt_pattern == numbering.registration_pattern:
        yield Fault(where, "Nomor penerimaan dan nomor registrasi tidak dapat dibedakan.")
    for what, pattern in (
        ("penerimaan", numbering.receipt_pattern),
        ("registrasi", numbering.registration_pattern),
    ):
        lacking = [name for name in _apart(numbering) if f"{{{name}}}" not in pattern]
        if lacking:
            yield Fault(
                where,
                f"Pola {what} tidak memuat {', '.join(lacking)}; dua perkara dapat bernomor sama.",
            )
    lacking = [level for level in Level if level not in numbering.levels]
    if lacking:
        yield Fault(where, f"Tidak punya sebutan untuk tingkat {', '.join(lacking)}.")


def _apart(numbering: Numbering) -> Iterator[str]:
    """The parts that differ between two numbers of one sequence number; each counts from one."""
    yield from ("region", "yyyy")
    for name, words in (("kind", numbering.kinds), ("election", numbering.elections)):
        if len(words) > 1:
            yield name
