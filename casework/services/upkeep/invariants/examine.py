"""Checks every invariant and says which does not hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from casework.errors import IntegrityFault, LawError
from casework.services.cases.record import audit_check
from casework.services.cases.record.audit_check import AuditReport
from casework.services.core.work import Work
from casework.services.upkeep.invariants import (
    effects,
    files,
    limits,
    lists,
    numbering,
    passage,
    secrecy,
)

Anchors = Iterable[tuple[int, int, str]]


@dataclass(frozen=True)
class Finding:
    """One invariant: its id, what it promises, and each place where it does not hold.

    `report` is what the reading of the chain counted, for the one that reads it.
    """

    id: str
    promise: str
    faults: tuple[str, ...]
    report: AuditReport | None = None

    @property
    def holds(self) -> bool:
        """True when nothing contradicts it."""
        return not self.faults


def examine(work: Work, anchors: Anchors) -> Iterator[Finding]:
    """Check I1 to I8, I10 and I11 one by one; reads every row and file of the installation.

    I9 is the restored copy itself: that all of these hold in it.
    Rows come a few hundred at a time, so that memory does not grow with the installation.
    """
    checks: tuple[tuple[str, str, Callable[[], Iterable[str]]], ...] = (
        ("I1", "Setiap laporan ada, lengkap dengan berkasnya", lambda: files.reports(work)),
        ("I2", "Setiap perkara sampai ke tahapnya lewat tindakan", lambda: passage.faults(work)),
        ("I3", "Setiap batas sama dengan hitungan ulangnya", lambda: limits.faults(work)),
        ("I4", "Setiap pengingat tercatat satu kali", lambda: effects.faults(work)),
        ("I5", "Tidak ada nomor ganda atau nomor hilang", lambda: numbering.faults(work)),
        ("I6", "Setiap surat terbit sama dengan hash-nya", lambda: files.papers(work)),
    )
    for name, promise, check in checks:
        yield Finding(name, promise, tuple(_to_its_end(check)))
    told = audit_check.verify(work, anchors)
    yield Finding("I7", "Rantai jejak audit utuh sampai jangkarnya", told.faults, told)
    sealed = _to_its_end(lambda: secrecy.faults(work))
    yield Finding("I8", "Identitas pelapor tersegel", tuple(sealed))
    listed = _to_its_end(lambda: lists.faults(work))
    yield Finding("I10", "Daftar dan pencarian sama dengan perkaranya", tuple(listed))
    pictured = _to_its_end(lambda: lists.rollups_of(work))
    yield Finding("I11", "Gambaran sama dengan hitungan dari catatan", tuple(pictured))


def _to_its_end(check: Callable[[], Iterable[str]]) -> Iterator[str]:
    """What a check finds; data so broken that it cannot go on are a fault, not an end of all."""
    try:
        yield from check()
    except (IntegrityFault, LawError, LookupError, ValueError, TypeError, AttributeError) as fault:
        yield f"pemeriksaan terhenti pada data yang tidak dapat dibaca ({type(fault).__name__})"
