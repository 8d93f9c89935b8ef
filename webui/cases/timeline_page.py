"""The timeline of a case: its deadlines, what happened and what is appointed, for three widths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date
from flask_babel import gettext as _
from sqlalchemy import select

from casework.engine.calendar import Calendar
from casework.models import Case, ClarificationSession, Deadline
from casework.models.deadline import DeadlineState
from casework.models.handling import SessionState
from casework.services.cases import facts, known
from casework.services.core.work import Work
from casework.services.law import derivation, place
from webui.cases import timeline
from webui.cases.timeline import Occasion, Picture, Span
from webui.core import clock
from webui.core.language import here
from webui.deadlines.limits_page import Limit

WIDE, MIDDLE, NARROW = 1180, 660, 340
"""Widths of the pictures for a desk, a tablet and a telephone, in units of about a pixel."""
FEWEST, MOST = 12, 26
MOST_MIDDLE, FEWEST_MIDDLE = 13, 8


@dataclass(frozen=True)
class Row:
    """One deadline of the list that says the same as the picture."""

    limit: Limit
    possible: str
    tone: str


@dataclass(frozen=True)
class Timeline:
    """The pictures by the class of their width, the list, and one sentence about both."""

    pictures: tuple[tuple[str, Picture], ...]
    rows: tuple[Row, ...]
    occasions: tuple[Occasion, ...]
    offs: tuple[tuple[date, str], ...]
    met: int
    running: int
    possible: int
    late: int
    now: datetime
    zone: str

    def weekday(self, day: date) -> str:
        """The short name of a weekday in the page's language."""
        return format_date(day, "EEE", locale=here())

    def number(self, day: date, *, first: bool) -> str:
        """The day of the month, with the month where it begins or the picture does."""
        return format_date(day, "d MMM" if first or day.day == 1 else "d", locale=here())


def timeline_of(
    work: Work, case: Case, limits: Sequence[Limit], dated: Sequence[tuple[str, str, str]]
) -> Timeline:
    """Draw the deadlines that count in a case, and its `dated` facts as the file lists them."""
    where = place.of_case(work, case)
    counting = [one for one in limits if one.state != DeadlineState.SUPERSEDED]
    longest = _longest(work, case, counting)
    rows = tuple(Row(one, longest.get(one.id, ""), _tone(one, work.now, where.zone))
                 for one in sorted(counting, key=lambda one: (one.started_at, one.id)))  # fmt: skip
    spans = [_span(work, case, row) for row in rows]
    occasions = (*_facts(dated), *_sessions(work, case))
    pictures = tuple(
        (name, timeline.picture(spans, occasions, shown, now=work.now, zone=where.zone,
                                offs=_names(where.calendar)))
        for name, shown in (
            ("for-desk", timeline.window(spans, occasions, now=work.now, zone=where.zone,
                                     width=WIDE, fewest=FEWEST, most=MOST)),
            ("for-tablet", timeline.window(spans, occasions, now=work.now, zone=where.zone,
                                       width=MIDDLE, fewest=FEWEST_MIDDLE, most=MOST_MIDDLE)),
            ("for-phone", timeline.around(_held(work.now, spans), where.zone, NARROW)),
        )
    )  # fmt: skip
    return Timeline(
        pictures=pictures,
        rows=rows,
        occasions=occasions,
        offs=tuple((one.day, one.off) for one in pictures[0][1].columns if one.off),
        met=sum(1 for one in counting if one.closed_at),
        running=sum(1 for one in spans if one.running),
        possible=len(longest),
        late=sum(1 for row in rows if row.tone == "late"),
        now=work.now,
        zone=where.zone,
    )


def _held(now: datetime, spans: Sequence[Span]) -> datetime:
    """Now; of a case that is over the last thing there is to see."""
    ends = [one.closed or one.due for one in spans]
    return now if not ends or any(one.running for one in spans) else min(now, max(ends))


def _longest(work: Work, case: Case, limits: Sequence[Limit]) -> dict[int, str]:
    """When limits that run would end with the longer term of the law, by key."""
    if known.of(work, case) is not None:
        return {}
    running = [one for one in limits if one.state in (DeadlineState.OPEN, DeadlineState.PAUSED)]
    times = facts.times(work, case) if running else {}
    found = {}
    for one in running:
        row = work.session.get_one(Deadline, one.id)
        due = derivation.longest(work, case, row, times)
        if due is not None:
            found[one.id] = due.due.isoformat()
    return found


def _tone(limit: Limit, now: datetime, zone: str) -> str:
    """late, today, soon or calm as everywhere; of what does not run: met, missed."""
    if limit.closed_at:
        return "missed" if limit.state == DeadlineState.LATE_MET else "met"
    if limit.state == DeadlineState.EXPIRED and limit.walk is None:
        return "missed"
    level = clock.countdown(datetime.fromisoformat(limit.due), now, zone).level
    return {clock.LATE: "late", clock.TODAY: "today", clock.SOON: "soon"}.get(level, "calm")


def _span(work: Work, case: Case, row: Row) -> Span:
    limit = row.limit
    running = limit.state in (DeadlineState.OPEN, DeadlineState.PAUSED) or limit.walk is not None
    return Span(
        key=limit.id,
        label=f"✓ {limit.title}" if limit.closed_at else limit.title,
        start=datetime.fromisoformat(limit.started_at),
        due=datetime.fromisoformat(limit.due),
        safe=datetime.fromisoformat(limit.safe),
        running=running,
        tone=row.tone,
        closed=datetime.fromisoformat(limit.closed_at) if limit.closed_at else None,
        possible=datetime.fromisoformat(row.possible) if row.possible else None,
        possible_label=_("bila diperpanjang"),
        pauses=_pauses(work, case, limit),
    )


def _pauses(work: Work, case: Case, limit: Limit) -> tuple[tuple[datetime, datetime | None], ...]:
    rule = work.law.edition(case.edition, case.revision).deadlines.get(limit.rule)
    if rule is None or not rule.pauses:
        return ()
    return tuple((since, until) for _pause, since, until in derivation.stood(work, case, rule))


def _facts(dated: Sequence[tuple[str, str, str]]) -> tuple[Occasion, ...]:
    return tuple(Occasion(title, datetime.fromisoformat(at)) for _name, title, at in dated)


def _sessions(work: Work, case: Case) -> tuple[Occasion, ...]:
    """Clarifications that were held or are appointed, counted by day."""
    rows = work.session.scalars(
        select(ClarificationSession).where(
            ClarificationSession.case_id == case.id,
            ClarificationSession.state.in_((SessionState.HELD, SessionState.INVITED)),
            *known.within(known.of(work, case), ClarificationSession),
        )
    )
    days: dict[tuple[date, bool], list[datetime]] = {}
    own = ZoneInfo(case.office.zone)
    for row in rows:
        held = row.state == SessionState.HELD
        at = (row.held_at if held else None) or row.scheduled_at
        days.setdefault((at.astimezone(own).date(), not held), []).append(at)
    return tuple(
        Occasion(
            _("%(n)s klarifikasi", n=len(at)) if len(at) > 1 else _("Klarifikasi"), min(at), planned
        )
        for (_day, planned), at in sorted(days.items())
    )


def _names(calendar: Calendar) -> timeline.Offs:
    """The name of a day that a decree or the office itself made free."""

    def name(day: date) -> str | None:
        holiday = calendar.holidays.get(day)
        return holiday.name if holiday is not None else None

    return name
