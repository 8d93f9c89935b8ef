"""The main path of each class an edition takes cases of: it leads on, and all of it is known."""

from __future__ import annotations

from collections.abc import Iterator

from casework.engine import main_path
from casework.engine.edition import Edition
from casework.engine.proofs.fault import Fault
from casework.engine.violations import ViolationClass


def faults(edition: Edition) -> Iterator[Fault]:
    """Walk each main path; an edition without cases may have unknown entries on it."""
    if not any(stage.start for stage in edition.stages.values()):
        return
    for one in edition.violations.classes.values():
        where = f"golongan {one.id}"
        if not one.path:
            if one.violation and not edition.no_cases and not _shut(one):
                yield Fault(where, "Menerima perkara tanpa menyebut jalur utamanya (path).")
            continue
        wrong = main_path.broken(edition, one.id)
        if wrong:
            yield Fault(where, f"Jalur utamanya {wrong}.")
        for gap in () if edition.no_cases else main_path.on_path(edition, one.id):
            yield Fault(
                where,
                f"Jalur utamanya melewati {gap.entry}, yang belum diketahui: {gap.basis.note} "
                "Isi ketentuannya, atau tutup golongan itu (closed) atau edisinya (no_cases).",
            )


def _shut(one: ViolationClass) -> bool:
    """Can nobody decide the class, whatever an office chooses?"""
    return one.closed is not None and not one.closed.choices
