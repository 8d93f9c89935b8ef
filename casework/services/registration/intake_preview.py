"""What an officer should know of a report before it is recorded; flags, never refusals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from casework.engine import deadline as calculus
from casework.engine.basis import Basis
from casework.engine.intake import Desk, intake_open
from casework.errors import LawError
from casework.models import Case, Office
from casework.services.law import derivation
from casework.services.unit.work import Work

TERM = "penyampaian_laporan"


@dataclass(frozen=True)
class Term:
    """Until when the event could be reported; `late`: now is after that."""

    title: str
    due: datetime
    late: bool
    basis: Basis


def term(work: Work, known: date | None, regime: str = "pemilihan") -> Term | None:
    """The term for reporting an event that became known on a day, seen now.

    None where no edition is known for today, or it has no such term, or the day is to come.
    """
    office = work.session.get_one(Office, work.actor.office_id)
    zone = ZoneInfo(office.zone)
    today = work.now.astimezone(zone).date()
    if known is None or known > today:
        return None
    try:
        edition = work.law.edition_on(regime, today)
        # Not stored: only to ask as for a case of this office under this edition.
        case = Case(edition=edition.id, revision=edition.revision)
        case.office = office
        rule = derivation.rule_of(work, case, TERM)
        if not rule.known:
            return None
        at = datetime.combine(known, time(), zone)
        due = derivation.derive(work, case, rule, {"diketahui": at})
    except LawError:
        return None
    return Term(rule.title, due.due, calculus.is_late(due.due, work.now), due.basis)


def desk(work: Work, regime: str = "pemilihan") -> Desk | None:
    """Whether the desk is open now; None where the rules do not hold this office's hours."""
    office = work.session.get_one(Office, work.actor.office_id)
    today = work.now.astimezone(ZoneInfo(office.zone)).date()
    try:
        edition = work.law.edition_on(regime, today)
        return intake_open(work.law, office.code, work.now, edition.id)
    except LawError:
        return None
