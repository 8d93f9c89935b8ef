"""Papers of what the supervisors found themselves: the supervision report and the finding."""

from __future__ import annotations

from dataclasses import dataclass

from casework.engine.papers.parts import Paper, ReportedEvent, ReportedParty, Signatory
from casework.engine.papers.report import Witness


@dataclass(frozen=True, kw_only=True)
class Activity:
    """What was supervised and how; an empty string prints as dots to be filled in by hand."""

    stage: str = ""
    assignment: str = ""
    form: str = ""
    purpose: str = ""
    target: str = ""
    when: str = ""
    where: str = ""


@dataclass(frozen=True, kw_only=True)
class LaporanHasilPengawasan(Paper):
    """Form A; `suspected` is false where the supervision found no suspected violation.

    `source` is what the report rests on, `conclusion` why it ends as it does.
    """

    nomor: str
    source: str
    supervisor: Signatory
    activity: Activity
    result: str
    suspected: bool
    event: ReportedEvent
    respondents: tuple[ReportedParty, ...]
    witnesses: tuple[Witness, ...]
    evidence: tuple[str, ...]
    conclusion: str
    place: str
    date: str


@dataclass(frozen=True, kw_only=True)
class FormulirTemuan(Paper):
    """Formulir Temuan: who found what and when, and the pleno that fixed it as a finding."""

    nomor: str
    finder: Signatory
    source: str
    found: str
    event: ReportedEvent
    respondents: tuple[ReportedParty, ...]
    witnesses: tuple[Witness, ...]
    evidence: tuple[str, ...]
    account: str
    fixed: str
    place: str
    date: str
    chair: Signatory
