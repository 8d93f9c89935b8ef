"""Where a case is handled: the zone, the calendar and the own limits of its office."""

from __future__ import annotations

from dataclasses import dataclass

from casework.engine.calendar import Calendar
from casework.engine.edition import Edition
from casework.engine.law import Law
from casework.engine.office import OfficeEntry
from casework.engine.rule import DeadlineRule
from casework.models import Case, Office
from casework.services.core.work import Work


@dataclass(frozen=True)
class Place:
    """An office as its clocks see it; `entry` is None for one the law data does not know."""

    zone: str
    calendar: Calendar
    entry: OfficeEntry | None

    def rule(self, edition: Edition, rule_id: str) -> DeadlineRule:
        """The rule as the office runs it. Raises RuleUnknown, or DeadlineRefused."""
        found = edition.deadline(rule_id)
        return self.entry.adjust(found) if self.entry else found


def place(law: Law, code: str, zone: str) -> Place:
    """The office with that code, whose records say it lies in `zone`."""
    if code in law.offices:
        return Place(zone, law.calendar_for(code), law.offices[code])
    return Place(zone, law.calendar.for_place((), law.closed(code)), None)


def of_case(work: Work, case: Case, office_id: int | None = None) -> Place:
    """The office that handles a case; or the one a limit began at, before a transfer."""
    office = counted_at(work, case, office_id)
    return place(work.law, office.code, office.zone)


def counted_at(work: Work, case: Case, office_id: int | None) -> Office:
    """The office whose clock counts: the one named by a limit, else the one that has the case."""
    return work.session.get_one(Office, office_id) if office_id else case.office
