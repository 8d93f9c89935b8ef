"""What an officer must know about the law of a case: classes that are closed, dates outside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from casework.engine.edition import Edition
from casework.engine.violations import Closed, ViolationClass
from casework.models import Case
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
        _closed(work, case, edition, one, one.closed)
        for one in edition.violations.classes.values()
        if one.closed is not None
    ]
    return (*found, *_outside(case, edition))


def _closed(
    work: Work, case: Case, edition: Edition, one: ViolationClass, closed: Closed
) -> Caution:
    entry = f"{edition.pin}/golongan/{one.id}"
    citation, mark = closed.basis.citation, closed.basis.mark.value
    if not work.law.chose(case.office.code, closed.choice):
        return Caution(f"{one.title}:", closed.reason, citation, entry, mark, closed.cure)
    made = choices.last(work, case.office.code, closed.choice)
    return Caution(
        f"{closed.title}.", closed.warning, citation, entry, mark,
        reason=made.reason if made else "", who=made.who if made else "",
        at=made.at if made else None,
    )  # fmt: skip


def _outside(case: Case, edition: Edition) -> Iterator[Caution]:
    """A case that was received while its edition was not in force."""
    why = edition.outside(case.received_at.astimezone(ZoneInfo(case.office.zone)).date())
    if why:
        yield Caution("Di luar masa edisi.", why)
