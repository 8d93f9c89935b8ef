"""The report at the end of a case: what was done, within which limits, with what result."""

from __future__ import annotations

from dataclasses import dataclass, field

from casework.engine.papers.parts import LATER, Paper, ReportedEvent, ReportedParty, Signatory


@dataclass(frozen=True, kw_only=True)
class DoneAct:
    """One act of the case: when, what, and by which office role; reports of before list them."""

    when: str
    what: str
    who: str


@dataclass(frozen=True, kw_only=True)
class DoneKind:
    """What one role did of one kind on one day: the id of the act, its title, how many times."""

    act: str
    what: str
    who: str
    times: int


@dataclass(frozen=True, kw_only=True)
class DoneDay:
    """One day in words, and what was done on it."""

    day: str
    done: tuple[DoneKind, ...]


@dataclass(frozen=True, kw_only=True)
class DoneStage:
    """A stage the case went through, and its days."""

    title: str
    days: tuple[DoneDay, ...]


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
    """Laporan Akhir Penanganan Pelanggaran of one case; protected people by pseudonym only.

    `stages` tell what was done; `heard` how many came to the clarification and how many did not;
    `stage_reason` why an event outside the stages of the election concerns it.
    """

    case_number: str
    report_number: str
    kind: str
    matter: str
    reporter: str
    event: ReportedEvent
    stage_reason: str = field(default="", metadata=LATER)
    respondents: tuple[ReportedParty, ...]
    acts: tuple[DoneAct, ...] = field(default=(), metadata=LATER)
    stages: tuple[DoneStage, ...] = field(default=(), metadata=LATER)
    heard: str = field(default="", metadata=LATER)
    limits: tuple[KeptLimit, ...]
    outcomes: tuple[ClosedOutcome, ...]
    closing: str
    place: str
    date: str
    author: Signatory
    approver: Signatory
