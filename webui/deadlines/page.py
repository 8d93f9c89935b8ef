"""Limits by the day they end: a day, a week or a month, of the offices an officer may see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, or_, select

from casework.engine.calendar import WEEKEND
from casework.engine.deadline import is_late
from casework.engine.law import Law
from casework.models import Case, CaseLine, Deadline, Office
from casework.models.case import unnumbered
from casework.models.deadline import DeadlineState
from casework.services.cases import access
from casework.services.cases.slack import still_matters
from casework.services.core.work import Work
from casework.services.law.place import place
from webui.core import labels

VIEWS = ("hari", "minggu", "bulan")
STATES: Mapping[str, tuple[DeadlineState, ...]] = {
    "lewat": (DeadlineState.EXPIRED,),
    "selesai": (DeadlineState.MET, DeadlineState.LATE_MET),
    "semua": tuple(DeadlineState),
}
RUNNING = "berjalan"
MOST = 1000
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Wanted:
    """What the address asks for; an empty text asks for everything."""

    view: str
    on: date
    office: str
    rule: str
    state: str

    @property
    def first(self) -> date:
        """The first day that is shown."""
        if self.view == "hari":
            return self.on
        start = self.on.replace(day=1) if self.view == "bulan" else self.on
        return start - timedelta(days=start.weekday())

    @property
    def last(self) -> date:
        """The last day that is shown; a month ends with the week it ends in."""
        if self.view == "bulan":
            ends = _next_month(self.on) - _DAY
            return ends + timedelta(days=6 - ends.weekday())
        return self.first + timedelta(days=6 if self.view == "minggu" else 0)

    @property
    def before(self) -> date:
        """A day of the span before this one."""
        return (self.on.replace(day=1) if self.view == "bulan" else self.first) - _DAY

    @property
    def after(self) -> date:
        """A day of the span after this one."""
        return _next_month(self.on) if self.view == "bulan" else self.last + _DAY


@dataclass(frozen=True)
class Entry:
    """One limit on its day."""

    case_id: int
    number: str
    title: str
    due: str
    state: str
    late: bool
    office: str


@dataclass(frozen=True)
class DayBox:
    """One day with what ends on it.

    `free` says why it is no working day, `inside` whether it belongs to the month asked for.
    """

    day: date
    free: str
    inside: bool
    today: bool
    entries: tuple[Entry, ...]

    @property
    def weekend(self) -> bool:
        """Whether it is free as the weekday it is, not by a decree."""
        return self.free.endswith(WEEKEND)


@dataclass(frozen=True)
class Agenda:
    """The days asked for, in weeks, and what can be filtered by. `cut`: there is more."""

    weeks: tuple[tuple[DayBox, ...], ...]
    offices: tuple[tuple[str, str], ...]
    rules: tuple[tuple[str, str], ...]
    cut: bool

    @property
    def days(self) -> tuple[DayBox, ...]:
        """Every day asked for, in order, without the weeks."""
        return tuple(day for week in self.weeks for day in week)

    @property
    def count(self) -> int:
        """How many limits are shown."""
        return sum(len(day.entries) for day in self.days if day.inside)


def agenda(work: Work, wanted: Wanted, office: str, zone: str) -> Agenda:
    """The limits that end in the span asked for, by the office's own date.

    Within a day the case comes first whose next act must begin first.
    """
    found = _entries(work, wanted, zone)
    calendar = place(work.law, office, zone).calendar
    today = work.now.astimezone(ZoneInfo(zone)).date()
    days = [wanted.first + n * _DAY for n in range((wanted.last - wanted.first).days + 1)]
    boxes = [
        DayBox(
            day,
            calendar.free(day) or "",
            wanted.view != "bulan" or day.month == wanted.on.month,
            day == today,
            tuple(found.get(day, ())),
        )
        for day in days
    ]
    weeks = [tuple(boxes[n : n + 7]) for n in range(0, len(boxes), 7)]
    shown = sum(map(len, found.values()))
    return Agenda(tuple(weeks), _offices(work), _rules(work.law), shown >= MOST)


def _entries(work: Work, wanted: Wanted, zone: str) -> dict[date, list[Entry]]:
    rows = work.session.execute(
        select(
            Deadline.case_id, Deadline.title, Deadline.due, Deadline.state, Office.name, Case.kind,
            Case.receipt_number, Case.registration_number,
        )
        .join(Case, Case.id == Deadline.case_id)
        .join(Office, Office.id == Case.office_id)
        .join(CaseLine, CaseLine.case_id == Case.id)
        .where(access.visible(work), *_conditions(work, wanted, zone))
        .order_by(Deadline.due_at, CaseLine.urgency, Deadline.id)
        .limit(MOST)
    )  # fmt: skip
    found: dict[date, list[Entry]] = {}
    for row in rows:
        due = datetime.fromisoformat(row.due)
        number = row.registration_number or row.receipt_number or unnumbered(row.kind, row.case_id)
        late = row.state in (DeadlineState.OPEN, DeadlineState.EXPIRED) and is_late(due, work.now)
        found.setdefault(due.date(), []).append(
            Entry(
                row.case_id, number, labels.law_title(row.title), row.due, row.state, late, row.name
            )
        )
    return found


def _conditions(work: Work, wanted: Wanted, zone: str) -> list[ColumnElement[bool]]:
    # A day wider on both sides: the days are those of each case's own office.
    since = datetime.combine(wanted.first - _DAY, time(), ZoneInfo(zone))
    until = datetime.combine(wanted.last + 2 * _DAY, time(), ZoneInfo(zone))
    found: list[ColumnElement[bool]] = [
        Deadline.due_at >= since,
        Deadline.due_at < until,
    ]
    if wanted.state == RUNNING:
        found.append(or_(still_matters(work.law), Deadline.state == DeadlineState.PAUSED))
    else:
        found.append(Deadline.state.in_(STATES[wanted.state]))
    if wanted.rule:
        found.append(Deadline.rule == wanted.rule)
    if wanted.office:
        found.append(Office.code == wanted.office)
    return found


def _offices(work: Work) -> tuple[tuple[str, str], ...]:
    """The own office, and those one supervises."""
    here = Office.id.in_({work.actor.office_id, *access.offices(work)})
    rows = work.session.execute(select(Office.code, Office.name).where(here).order_by(Office.code))
    return tuple((row.code, row.name) for row in rows)


def _rules(law: Law) -> tuple[tuple[str, str], ...]:
    titles = {
        rule.id: labels.law_title(rule.title)
        for edition in law.editions.values()
        if not edition.no_cases
        for rule in edition.deadlines.values()
        if rule.known
    }
    return tuple(sorted(titles.items(), key=lambda pair: pair[1]))


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
