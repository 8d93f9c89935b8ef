"""A supervisor's finding (temuan) that grows out of the tracing of early information."""

from __future__ import annotations

from datetime import datetime

from casework.models import Case
from casework.models.case import CaseKind
from casework.services.acts import acts, parties
from casework.services.acts.any_stage import plain_acts
from casework.services.acts.parties import Respondent
from casework.services.acts.registration import opening
from casework.services.acts.registry import act
from casework.services.cases import facts
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.documents import papers
from casework.services.people import exclusions

FOUND = "ditemukan"


@act("jadikan_temuan")
def propose(
    work: Work,
    case_id: int,
    version: int,
    at: datetime | None,
    source: str,
    respondents: tuple[Respondent, ...] = (),
) -> Case:
    """Bring what the tracing found before the pleno (`jadikan_temuan`); it is a finding from now.

    `respondents` are those named by the tracing beside the ones the case has; one is needed.
    Raises NotFound, NotPermitted, Conflict, ActRefused, or BadInput naming each field
    ("sumber", the id of the fact dated by `at`, "terlapor-0-name" and the like).
    """
    given = {FOUND: at} if at else {}
    step = acts.begin(work, case_id, "jadikan_temuan", version, given=dict.fromkeys(given, True))
    check = TextChecker()
    text = check.text("sumber", "Laporan hasil pengawasan", source, limit=500, required=True)
    named = opening.clean_respondents(check, respondents, needed=not step.rows.respondents)
    plain_acts.check_moments(work, step, given, check)
    check.done()
    people = parties.add_respondents(work, step.case, named)
    step.case.kind = CaseKind(step.act.becomes)
    told = facts.put(work, step.case, given, text)
    drawn = papers.plan_for_act(work, step.case, step.act)
    acts.finish(
        work,
        step,
        given=dict.fromkeys(given, True),
        met_at=at,
        detail={"facts": sorted(given), "respondents": len(people)},
        touched=[*told, *people, *drawn],
    )
    exclusions.review(work, step.case)
    return step.case
