"""The report at the end of a case: what was done, within which limits, with what result."""

from __future__ import annotations

from dataclasses import dataclass

from casework.engine.papers.parts import Paper, ReportedEvent, ReportedParty, Signatory


@dataclass(frozen=True, kw_only=True)
class DoneAct:
    """One act of the case: when, what, and by which office role."""

    when: str
    what: str
    who: str


@dataclass(frozen=True, kw_only=True)
class KeptLimit:
    """One limit: until when, and whether it was kept, in words."""

    title: str
    due: str
    result: str
    citation: str


@dataclass(frozen=True, kw_only=True)
class ClosedOutcome:
    """What was decided about one allegation against a respondent, and what became of it."""

    respondent: str
    outcome: str
    article: str
    followed: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class LaporanAkhir(Paper):
    """Laporan Akhir Penanganan Pelanggaran of one case; protected people by pseudonym only."""

    case_number: str
    report_number: str
    kind: str
    matter: str
    reporter: str
    event: ReportedEvent
    respondents: tuple[ReportedParty, ...]
    acts: tuple[DoneAct, ...]
    limits: tuple[KeptLimit, ...]
    outcomes: tuple[ClosedOutcome, ...]
    closing: str
    place: str
    date: str
    author: Signatory
    approver: Signatory
