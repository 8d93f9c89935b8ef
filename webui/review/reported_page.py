"""What a report says, for whoever judges it: beside the questions, not on another page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.models import Case
from casework.models.party import RESPONDENTS
from casework.services.core.work import Work
from webui.cases.files_page import EvidenceLine, evidence_of
from webui.cases.people_page import parties


@dataclass(frozen=True)
class Reported:
    """The event with its dates, who is reported, and what was handed in."""

    what: str
    place: str
    event_date: date
    known_date: date
    received_at: str
    account: str
    respondents: tuple[str, ...]
    evidence: tuple[EvidenceLine, ...]
    stage_reason: str
    received_reason: str


def reported(work: Work, case: Case) -> Reported:
    """What was reported in a case; it names nobody protected."""
    return Reported(
        what=case.event_what,
        place=case.event_place,
        event_date=case.event_date,
        known_date=case.known_date,
        received_at=case.received_at.isoformat(),
        account=case.account,
        respondents=tuple(one.label for one in parties(work, case) if one.role in RESPONDENTS),
        evidence=tuple(evidence_of(work, case)),
        stage_reason=case.stage_reason or "",
        received_reason=case.received_reason or "",
    )
