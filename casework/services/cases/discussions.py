"""Reads what the Sentra Gakkumdu discussed about a case, and what was done without it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from casework.models import Case, Discussion, Override
from casework.models.gakkumdu import DiscussionResult, Institution
from casework.services.cases import known
from casework.services.core.work import Work

INSTITUTIONS: Mapping[Institution, str] = {
    Institution.BAWASLU: "Bawaslu",
    Institution.POLICE: "Kepolisian",
    Institution.PROSECUTION: "Kejaksaan",
}
"""The institutions of the centre, in the words and the order of a paper."""
CONCLUSIONS: Mapping[DiscussionResult, str] = {
    DiscussionResult.CONTINUED: "dilanjutkan",
    DiscussionResult.STOPPED: "dihentikan",
    DiscussionResult.DIVIDED: "ketiga unsur tidak sepakat",
}

HELD: Mapping[int, str] = {1: "gakkumdu_1_dibahas", 2: "gakkumdu_2_dibahas"}
"""The fact that dates a discussion, by its number."""


def of_case(work: Work, case: Case) -> Sequence[Discussion]:
    """The discussions of a case as far as the actor knows it, in the order they were recorded."""
    return work.session.scalars(
        select(Discussion)
        .where(Discussion.case_id == case.id, *known.within(known.of(work, case), Discussion))
        .order_by(Discussion.id)
    ).all()


def newest(work: Work, case_id: int, number: int) -> Discussion | None:
    """The discussion that counts: the last one recorded under a number."""
    return work.session.scalar(
        select(Discussion)
        .where(Discussion.case_id == case_id, Discussion.number == number)
        .order_by(Discussion.id.desc())
        .limit(1)
    )


def overrides(work: Work, case: Case) -> Sequence[Override]:
    """What was done in a case although something was missing, as far as the actor knows it."""
    return work.session.scalars(
        select(Override)
        .where(Override.case_id == case.id, *known.within(known.of(work, case), Override))
        .order_by(Override.id)
    ).all()
