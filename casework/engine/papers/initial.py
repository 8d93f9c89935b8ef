"""Papers of the kajian awal: the review itself and the letter that asks for what is missing."""

from __future__ import annotations

from dataclasses import dataclass, field

from casework.engine.papers.parts import (
    BEFORE,
    LATER,
    LegalBasis,
    Letter,
    Limit,
    Paper,
    ReportedEvent,
    ReportedParty,
    Signatory,
)


@dataclass(frozen=True, kw_only=True)
class RequirementRow:
    """One requirement judged: `result` is the word printed, `reason` why.

    `noted` is what the record of the case says where the officer judged otherwise.
    """

    title: str
    result: str
    reason: str
    basis: LegalBasis
    noted: str = field(default="", metadata=LATER)
    suggested: str = field(default="", metadata=BEFORE)
    known: tuple[str, ...] = field(default=(), metadata=BEFORE)


@dataclass(frozen=True, kw_only=True)
class RequirementGroup:
    """The formal, the material or the enclosure requirements."""

    title: str
    rows: tuple[RequirementRow, ...]


@dataclass(frozen=True, kw_only=True)
class KajianAwal(Paper):
    """Kajian Awal Dugaan Pelanggaran; the reporter appears under a pseudonym only.

    `stage_reason` is why an event outside the stages of the election concerns it.
    """

    nomor: str
    heading: str
    submitted: str
    reporter: str
    respondents: tuple[ReportedParty, ...]
    event: ReportedEvent
    stage_reason: str = field(default="", metadata=LATER)
    account: str
    groups: tuple[RequirementGroup, ...]
    suspected: str
    competence: str
    related: tuple[str, ...]
    limit: Limit | None
    conclusion: str
    recommendation: str
    place: str
    date: str
    author: Signatory


@dataclass(frozen=True, kw_only=True)
class MissingItem:
    """What a report still lacks, why it is judged so, and the article that asks for it."""

    title: str
    reason: str
    citation: str


@dataclass(frozen=True, kw_only=True)
class PemberitahuanKelengkapan(Letter):
    """Letter to the reporter: what is missing, item by item, and until when to bring it."""

    report_number: str
    submitted: str
    matter: str
    missing: tuple[MissingItem, ...]
    period: str
    venue: str
