"""What an officer must know about the law of a case: classes that are closed, dates outside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from casework.engine.edition import Edition
from casework.engine.violations import Closed, ViolationClass
from casework.models import Case
from casework.models.handling import Opinion, Outcome, Review
from casework.services.core.work import Work
from casework.services.people import choices


@dataclass(frozen=True)
class Caution:
    """One of them; `reason` is the office's own where it chose otherwise."""

    title: str
    text: str
    citation: str = ""
    entry: str = ""
    mark: str = ""
    cure: str = ""
    reason: str = ""
    who: str = ""
    at: datetime | None = None


def of_case(work: Work, case: Case) -> tuple[Caution, ...]:
    """All of a case, the gravest first."""
    edition = work.law.edition(case.edition, case.revision)
    found = [
        caution
        for one in edition.violations.classes.values()
        # What the law itself gives to a panel, or nobody can decide here, is refused where typed.
        if one.closed is not None and one.closed.choices and _may_concern(work, case, one.id)
        for caution in _closed(work, case, edition, one, one.closed)
    ]
    return (*found, *_outside(case, edition))


def _may_concern(work: Work, case: Case, violation: str) -> bool:
    """Whether a class can still be what a case is about: as ruled, else as the kajian sees it."""
    ruled = select(Outcome.violation_class).where(Outcome.case_id == case.id)
    newest = (
        select(func.max(Review.id)).where(Review.case_id == case.id).scalar_subquery()
    )  # fmt: skip
    seen = select(Opinion.violation_class).where(Opinion.review_id == newest)
    for told in (ruled, seen):
        if found := set(work.session.scalars(told)):
            return violation in found
    return True


def _closed(
    work: Work, case: Case, edition: Edition, one: ViolationClass, closed: Closed
) -> Iterator[Caution]:
    """Each way the office chose, with who chose it and why; what is closed where it chose none."""
    entry, office = f"{edition.pin}/golongan/{one.id}", case.office.code
    chosen = [way for way in closed.choices if work.law.chose(office, way.id)]
    for way in chosen:
        made = choices.last(work, office, way.id)
        yield Caution(
            f"{way.title}.", way.warning, way.basis.citation, entry, way.basis.mark.value,
            reason=made.reason if made else "", who=made.who if made else "",
            at=made.at if made else None,
        )  # fmt: skip
    if not chosen:
        basis = closed.basis
        yield Caution(
            f"{one.title}:", closed.reason, basis.citation, entry, basis.mark.value, closed.cure
        )


def _outside(case: Case, edition: Edition) -> Iterator[Caution]:
    """A case that was received while its edition was not in force."""
    why = edition.outside(case.received_at.astimezone(ZoneInfo(case.office.zone)).date())
    if why:
        yield Caution("Di luar masa edisi.", why)
