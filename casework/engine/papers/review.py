"""Papers of the kajian and the pleno, both confidential until the pleno has decided."""

from __future__ import annotations

from dataclasses import dataclass, field

from casework.engine.papers.parts import (
    LATER,
    LegalBasis,
    Limit,
    Paper,
    ReportedEvent,
    ReportedParty,
    Signatory,
)


@dataclass(frozen=True, kw_only=True)
class Heard:
    """Who was to be clarified, under which summons, when, and what came of it."""

    who: str
    capacity: str
    when: str
    result: str


@dataclass(frozen=True, kw_only=True)
class Element:
    """A legal element, the evidence for it, and the word printed: no evidence, not proven."""

    text: str
    evidence: str
    result: str


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What is proposed or decided about one allegation against a respondent.

    `others` are further respondents about whom the same was decided.
    """

    respondent: str
    violation: str
    article: str
    reason: str
    elements: tuple[Element, ...] = ()
    others: tuple[str, ...] = field(default=(), metadata=LATER)


@dataclass(frozen=True, kw_only=True)
class Kajian(Paper):
    """Kajian Dugaan Pelanggaran; reporter and witnesses appear under pseudonyms only."""

    case_number: str
    report_number: str
    matter: str
    submitted: str
    registered: str
    reporter: str
    respondents: tuple[ReportedParty, ...]
    event: ReportedEvent
    account: str
    evidence: tuple[str, ...]
    heard: tuple[Heard, ...]
    facts: str
    bases: tuple[LegalBasis, ...]
    analysis: str
    findings: tuple[Finding, ...]
    conclusion: str
    limit: Limit | None
    place: str
    date: str
    author: Signatory
    approver: Signatory | None


@dataclass(frozen=True, kw_only=True)
class Attendance:
    """A member of the pleno: present or not, and the position taken."""

    name: str
    position: str
    presence: str
    opinion: str


@dataclass(frozen=True, kw_only=True)
class BeritaAcaraPleno(Paper):
    """Berita Acara Rapat Pleno: attendance, quorum, decision, and decisions per respondent.

    `number` is that of the office's books, empty to be written by hand; `closed` the hour in words;
    `considering` what was before the meeting; `unaware` the members who were there and had not
    acknowledged it when it was drawn; `exceptions` what was missing when it was decided, each with
    the reason.
    """

    number: str = field(default="", metadata=LATER)
    case_number: str
    matter: str
    agenda: str
    legal: tuple[str, ...] = field(default=(), metadata=LATER)
    considering: tuple[str, ...] = field(default=(), metadata=LATER)
    opened: str
    closed: str = field(default="", metadata=LATER)
    venue: str
    attendance: tuple[Attendance, ...]
    quorum: str
    decision: str
    reason: str
    findings: tuple[Finding, ...]
    exceptions: tuple[str, ...] = field(default=(), metadata=LATER)
    unaware: tuple[str, ...] = field(default=(), metadata=LATER)
    note_taker: Signatory | None = field(default=None, metadata=LATER)
    place: str
    date: str
    signatories: tuple[Signatory, ...]


@dataclass(frozen=True, kw_only=True)
class CorrectedRuling:
    """What the pleno had decided about one allegation, and what it decided instead."""

    respondent: str
    was: str
    was_article: str
    was_reason: str
    now: str
    now_article: str
    now_reason: str


@dataclass(frozen=True, kw_only=True)
class BeritaAcaraRalat(BeritaAcaraPleno):
    """Berita Acara Ralat: a pleno that corrects a ruling; what was wrong, what is right, why.

    `withdrawn` are the letters that had left with the wrong ruling.
    """

    corrections: tuple[CorrectedRuling, ...]
    withdrawn: tuple[str, ...]
