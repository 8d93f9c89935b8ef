"""What the pages of an election crime show: discussions, exceptions, and the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from casework.models import Case, Discussion, Document
from casework.models.document import DocumentState
from casework.services.cases import crime_file, discussions, review_secrecy
from casework.services.core.work import Work
from webui.cases.acts_page import act_of
from webui.core import labels


@dataclass(frozen=True)
class Said:
    """One institution: who came from it, and its own words."""

    institution: str
    people: tuple[tuple[str, str], ...]
    opinion: str


@dataclass(frozen=True)
class DiscussionLine:
    """One discussion as the case file shows it, with its minutes where they are planned."""

    number: int
    held_at: datetime
    place: str
    said: tuple[Said, ...]
    absence: str
    conclusion: str
    explanation: str
    minutes: int | None


@dataclass(frozen=True)
class OverrideLine:
    """What was done although something was missing."""

    what: str
    reason: str
    citation: str
    mark: str
    made_at: datetime


def held(work: Work, case: Case) -> tuple[DiscussionLine, ...]:
    """The discussions of a case, none for who may not read the kajian yet."""
    if not review_secrecy.may_read(work, case):
        return ()
    return tuple(_line(work, one) for one in discussions.of_case(work, case))


def overridden(work: Work, case: Case) -> tuple[OverrideLine, ...]:
    """What was done in a case although something was missing."""
    return tuple(
        OverrideLine(row.what, row.reason, row.citation, row.verification.value, row.made_at)
        for row in discussions.overrides(work, case)
    )


def discussing(act_id: str) -> Callable[[Work, Case], Mapping[str, object]]:
    """For the page of a discussion: what was said before it, and what its article is worth."""

    def read(work: Work, case: Case) -> Mapping[str, object]:
        review_secrecy.check(work, case)
        return {"before": held(work, case), "basis": act_of(work, case, act_id).basis}

    return read


@dataclass(frozen=True)
class FileLine:
    """One item of the file: what there is of it (key of the paper or 0, and words), its article."""

    id: str
    title: str
    required: bool
    there: bool
    made: bool
    papers: tuple[tuple[int, str], ...]
    evidence: tuple[str, ...]
    citation: str
    mark: str
    note: str
    entry: str


def index(work: Work, case: Case) -> Mapping[str, object]:
    """For the page of the file: every item with what the case has of it."""
    pin = work.law.edition(case.edition, case.revision).pin
    lines = tuple(
        FileLine(
            one.item.id,
            labels.law_title(one.item.title),
            one.item.required,
            one.there,
            one.made,
            tuple(
                (paper.id, f"{labels.law_title(paper.title)} {paper.number}".strip())
                for paper in one.documents
            ),
            tuple(f"B-{proof.ordinal} {proof.description}" for proof in one.evidence),
            one.item.basis.citation,
            one.item.basis.mark.value,
            one.item.basis.note,
            f"{pin}/berkas/{one.item.id}",
        )
        for one in crime_file.lines(work, case)
    )
    return {
        "lines": lines,
        "asked": tuple((one.id, one.title) for one in lines if not one.there),
        "evidence": tuple(
            (one.id, f"B-{one.ordinal} {one.description}")
            for one in crime_file.evidence(work, case)
        ),
        "strict": any(one.required for one in lines),
    }


def _line(work: Work, row: Discussion) -> DiscussionLine:
    words = {one["institution"]: one["text"] for one in row.opinions}
    minutes = work.session.scalar(
        select(Document.id)
        .where(
            Document.case_id == row.case_id,
            Document.about == f"discussion:{row.id}",
            Document.state != DocumentState.VOID,
        )
        .order_by(Document.id.desc())
        .limit(1)
    )
    return DiscussionLine(
        row.number,
        row.held_at,
        row.place,
        tuple(
            Said(
                institution,
                tuple(
                    (one["name"], one["position"])
                    for one in row.attendance
                    if one["institution"] == institution
                ),
                words.get(institution, ""),
            )
            for institution in discussions.INSTITUTIONS
        ),
        row.absence,
        row.conclusion,
        row.explanation,
        minutes,
    )
