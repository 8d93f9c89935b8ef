"""Who is kept away from a case: those in force, those that were lifted, and who could be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from casework.errors import NotPermitted
from casework.models import Case, Exclusion, Officer
from casework.models.exclusion import Reason
from casework.services.core.work import Work
from casework.services.people import exclusions

_OPEN = frozenset({Reason.RESPONDENT, Reason.HAND})


@dataclass(frozen=True)
class ExclusionLine:
    """One officer kept away; `set_by` is empty for the system, `lifted_at` while it is in force."""

    id: int
    officer: str
    why: str
    reason: str
    since: datetime
    set_by: str
    lifted_at: datetime | None
    lifted_by: str
    lift_reason: str


@dataclass(frozen=True)
class ExclusionPage:
    """What the page of a case shows; `unfilled` are roles nobody at work can fill for it now."""

    lines: tuple[ExclusionLine, ...]
    unfilled: tuple[str, ...]
    rule: str


def listed(work: Work, case: Case) -> Mapping[str, object]:
    """For who may say who is kept away; raises NotPermitted for others."""
    _check(work, case)
    lines = tuple(_lines(work, case))
    page = ExclusionPage(lines, exclusions.unfilled(work, case), exclusions.RULE)
    people = [(str(one.id), one.name) for one in exclusions.candidates(work, case)]
    return {"page": page, "people": people}


def of_one(exclusion_id: int) -> Callable[[Work, Case], Mapping[str, object]]:
    """One exclusion that is to be lifted; raises NotFound."""

    def read(work: Work, case: Case) -> Mapping[str, object]:
        _check(work, case)
        row, officer = exclusions.in_force(work, case, exclusion_id)
        return {"officer": officer.name, "why": _why(row), "since": row.since}

    return read


def _check(work: Work, case: Case) -> None:
    if not exclusions.may_set(work, case):
        raise NotPermitted(
            "Pengecualian petugas diatur oleh kantor yang menangani perkara atau kantor di atasnya."
        )


def _lines(work: Work, case: Case) -> list[ExclusionLine]:
    rows = exclusions.of_case(work, case)
    wanted = {key for row in rows for key in (row.officer_id, row.set_by, row.lifted_by) if key}
    names: dict[int, str] = dict(
        work.session.execute(select(Officer.id, Officer.name).where(Officer.id.in_(wanted))).all()
    )
    return [
        ExclusionLine(
            row.id,
            names[row.officer_id],
            _why(row),
            row.reason,
            row.since,
            names.get(row.set_by or 0, ""),
            row.lifted_at,
            names.get(row.lifted_by or 0, ""),
            row.lift_reason,
        )
        for row in rows
    ]


def _why(row: Exclusion) -> str:
    """Beside an officer's name the role would tell who a protected person is, unrecorded."""
    return row.why if row.why in _OPEN else "protected"
