"""The holiday decrees of the running system as a page shows them, and as the files hold them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from casework.engine import decrees
from casework.engine.decrees import BASE, CALENDAR, Entered
from casework.engine.revision import of_edition
from casework.errors import NotFound
from casework.models import Office, Officer, RuleRevision
from casework.services.cases import access
from casework.services.core.work import Work
from casework.services.deadlines.moves import Move
from casework.services.people import offices


@dataclass(frozen=True)
class Act:
    """One recorded act about a decree: who, when, why; `document` is the row with its paper."""

    officer: str
    at: datetime
    reason: str
    revision: str
    document: int | None


@dataclass(frozen=True)
class Told:
    """A decree, who entered it, and who withdrew it (None: it stands)."""

    entered: Entered
    made: Act
    ended: Act | None


@dataclass(frozen=True)
class Elsewhere:
    """Moves of cases the reader may not see: so many limits of one name, by days."""

    title: str
    days: int
    limits: int


@dataclass(frozen=True)
class Foreseen:
    """What would move: the limits one may see, those elsewhere, and how many in all."""

    named: tuple[Move, ...]
    elsewhere: tuple[Elsewhere, ...]
    limits: int
    cases: int


def every(work: Work) -> tuple[Told, ...]:
    """The decrees of the running system, newest first."""
    rows = {
        row.revision: Act(
            name, row.at, row.reason, row.revision, row.id if row.document_id else None
        )
        for row, name in work.session.execute(
            select(RuleRevision, Officer.name)
            .join(Officer, Officer.id == RuleRevision.officer_id)
            .where(RuleRevision.edition == CALENDAR)
            .order_by(RuleRevision.id)
        )
    }
    made = {
        name: overlay.revision
        for overlay in reversed(of_edition(work.law.overlays, CALENDAR, BASE))
        for name in overlay.changes
    }
    return tuple(
        Told(one, rows[made[one.name]], rows.get(one.until))
        for one in reversed(decrees.entered(work.law.overlays))
    )


def one(work: Work, number: int) -> Told:
    """The decree with that number. Raises NotFound."""
    for told in every(work):
        if told.entered.number == number:
            return told
    raise NotFound("Keputusan itu tidak ada atau berasal dari berkas aturan.")


def foreseen(work: Work, found: Iterable[Move]) -> Foreseen:
    """The moves as the reader may see them: an administrator those of the offices governed."""
    moves = [move for move in found if move.moves]
    mine = {office.code for office in offices.governed(work)}
    mine |= set(
        work.session.scalars(select(Office.code).where(Office.id.in_(access.offices(work))))
    )
    counted: dict[tuple[str, int], int] = {}

    def told(move: Move) -> bool:
        return move.office in mine and move.case_id not in work.actor.excluded

    for move in moves:
        if not told(move):
            key = (move.title, _days(move))
            counted[key] = counted.get(key, 0) + 1
    return Foreseen(
        tuple(move for move in moves if told(move)),
        tuple(Elsewhere(title, days, n) for (title, days), n in sorted(counted.items())),
        len(moves),
        len({move.case_id for move in moves}),
    )


def as_files(work: Work) -> dict[str, Any]:
    """The decrees that stand, as `rules/calendars` and `rules/offices` write them."""
    standing = [one for one in decrees.entered(work.law.overlays) if not one.until]
    return {
        "decrees": [_decree(one) for one in standing],
        "days": [
            {"date": day.on, "name": day.name, "kind": day.kind.value, "decree": _id(one)}
            for one in standing
            for day in one.days
        ],
        "withdrawn": [
            {"date": on, "name": name, "withdrawn_by": _id(one)}
            for one in standing
            for on, name in one.back
        ],
        "closures": [
            {"office": office, "date": day.on, "name": day.name, "decree": _id(one)}
            for one in standing
            for office, day in one.closures
        ],
    }


def _decree(one: Entered) -> dict[str, Any]:
    decree = one.decree
    told: dict[str, Any] = {"id": _id(one), "title": decree.title, "known": bool(decree.number)}
    told |= {"number": decree.number} if decree.number else {}
    told |= {"signed": decree.signed} if decree.signed else {}
    told |= {"verification": decree.mark.value, "source": decree.source}
    return told | ({"note": decree.note} if decree.note else {})


def _id(one: Entered) -> str:
    return f"layar_{one.number}"


def _days(move: Move) -> int:
    return (date.fromisoformat(move.new[:10]) - date.fromisoformat(move.old[:10])).days
