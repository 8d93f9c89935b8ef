"""The requirement checklist of a case: what the edition asks, what was judged."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select

from casework.models import Case, Finding
from casework.services.acts.registration import comparison, kajian_awal, suggestions
from casework.services.acts.registration.kajian_awal import Verdict
from casework.services.acts.registry import id_of
from casework.services.cases import case_rows, facts, known
from casework.services.core.work import Work
from webui.cases import acts_page
from webui.core import labels
from webui.review.reported_page import reported

WAYS = tuple(id_of(one) for one in kajian_awal.WAYS)
"""The acts that end an initial review."""
PICTURES = ("image/jpeg", "image/png", "image/webp")
"""Media types that are shown inside the page."""


def checklist(work: Work, case: Case) -> Mapping[str, object]:
    """Requirements of the edition, the verdicts of the current round, and what they open."""
    current = facts.current_round(case, case_rows.read(work, case))
    rows = work.session.scalars(
        select(Finding).where(Finding.case_id == case.id, Finding.round == current)
    )
    edition = work.law.edition(case.edition, case.revision)
    ways = (acts_page.line(work, case, name) for name in WAYS if name in edition.acts)
    return {
        "requirements": tuple(edition.requirements.values()),
        "suggested": suggestions.of_case(work, case),
        "found": {row.requirement: Verdict(row.met, row.reason) for row in rows},
        "round": current,
        "reported": reported(work, case),
        "compared": comparison.sheets(work, case),
        "pictures": PICTURES,
        "ways": sorted(ways, key=lambda way: not way.allowed),
        "term": edition.deadlines.get("perbaikan"),
    }


def findings(work: Work, case: Case) -> list[tuple[int, str, bool, str]]:
    """Round, requirement title, met, reason: everything judged so far."""
    edition = work.law.edition(case.edition, case.revision)
    order = list(edition.requirements)
    told = known.within(known.of(work, case), Finding)
    rows = work.session.scalars(select(Finding).where(Finding.case_id == case.id, *told))
    found = sorted(
        rows,
        key=lambda row: (
            -row.round,
            order.index(row.requirement) if row.requirement in order else len(order),
        ),
    )
    return [
        (
            row.round,
            labels.law_title(edition.requirements[row.requirement].title)
            if row.requirement in edition.requirements
            else row.requirement,
            row.met,
            row.reason,
        )
        for row in found
    ]
