"""Classes of outcome that an office may not decide or send until the law in hand says how."""

from __future__ import annotations

from sqlalchemy import select

from casework.engine.violations import Closed
from casework.errors import ActRefused, Lack
from casework.models import Case, Fact
from casework.services.core.work import Work

READ_OUT = "putusan_dibacakan"
"""The fact that dates the reading of a ruling."""


def of_case(work: Work, case: Case, violation_class: str) -> Closed | None:
    """Why the office of a case may not decide an outcome of that class; None where it may."""
    edition = work.law.edition(case.edition, case.revision)
    return work.law.shut(edition, case.office.code, violation_class)


def heard(work: Work, case: Case) -> bool:
    """Has a panel read out its ruling in this case?"""
    return (
        work.session.scalar(
            select(Fact.id).where(Fact.case_id == case.id, Fact.name == READ_OUT).limit(1)
        )
        is not None
    )


def check_sent(work: Work, case: Case, violation_class: str, title: str) -> None:
    """Refuse to draft or send a letter about a class that is closed and was not ruled on.

    `title` is the act that is refused; what a panel read out in a hearing is delivered, whatever
    the office chose since. Raises ActRefused with the article and the cure.
    """
    closed = of_case(work, case, violation_class)
    if closed is not None and not heard(work, case):
        entry = f"{case.edition}@{case.revision}/golongan/{violation_class}"
        raise ActRefused(
            title,
            (Lack(closed.reason.rstrip("."), closed.basis.citation, closed.cure, entry),),
        )
