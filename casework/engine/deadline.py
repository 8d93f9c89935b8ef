"""Compute a limit, with its derivation; tell whether a moment is late; place the reminders."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from casework.engine.calendar import Calendar
from casework.engine.counting import FirstDay, Unit, count_days, count_days_back
from casework.engine.due import Caveat, DayStep, Due
from casework.engine.narration import by_days, by_hours
from casework.engine.refusals import DeadlineRefused, RuleUnknown
from casework.engine.rule import DeadlineRule, Direction, Ends, Extension, Rung
from casework.engine.words import END_OF_DAY

__all__ = [
    "Caveat",
    "DayStep",
    "DeadlineRule",
    "Due",
    "Extension",
    "Rung",
    "compute",
    "due_date",
    "is_late",
    "reminder_times",
]


def compute(
    rule: DeadlineRule,
    start: datetime,
    *,
    calendar: Calendar,
    zone: str,
    extended: bool = False,
    also: Mapping[str, datetime] | None = None,
) -> Due:
    """The limit that `rule` sets when its (first) fact happened at `start`.

    `start` is aware; days are counted in `zone`, the handling office's. `also` gives the time
    of every further fact of `rule.starts_on`; the latest of them starts the clock. Raises
    RuleUnknown when the length is not known, DeadlineRefused when the input does not fit the
    rule, CalendarGap when no calendar reaches that far.
    """
    began = _start(rule, start, also or {}).astimezone(ZoneInfo(zone)).replace(microsecond=0)
    _check_extension(rule, extended)
    length = rule.span(extended=extended)
    if rule.unit is Unit.HOURS:
        due = safe = began + timedelta(hours=length)
        steps = by_hours(rule, began, due, zone, length)
        provisional = False
    else:
        last = due_date(rule, began.date(), calendar, extended=extended)
        due = _close(rule, last, zone)
        safe = _close(rule, _strict_date(rule, began.date(), calendar, length), zone)
        steps = by_days(rule, began, due, calendar, zone, length)
        provisional = rule.unit is Unit.WORKING_DAYS and not all(
            calendar.decreed(day) for day in (began.date(), last)
        )
    basis = rule.extension.basis if extended and rule.extension else rule.basis
    return Due(
        rule.id, began, due, safe, rule.unit, extended, provisional, basis, steps, _caveats(rule)
    )


def due_date(
    rule: DeadlineRule, start: date, calendar: Calendar, *, extended: bool = False
) -> date:
    """Only the last day of a rule counted in days: the fast reader, without derivation."""
    table = calendar.table(leave_counts=rule.leave_counts)
    length = rule.span(extended=extended)
    if rule.direction is Direction.BEFORE:
        return count_days_back(start, length, rule.unit, table)
    return count_days(start, length, rule.unit, rule.first_day, table)


def is_late(due: datetime, at: datetime) -> bool:
    """Is `at` after the last second that was in time? Fractions of a second never count.

    >>> from datetime import UTC
    >>> limit = datetime(2024, 9, 21, 16, 59, 59, tzinfo=UTC)
    >>> is_late(limit, limit + timedelta(milliseconds=999)), is_late(limit, limit + _SECOND)
    (False, True)
    """
    return at.replace(microsecond=0) > due


def reminder_times(
    rule: DeadlineRule, due: Due | datetime
) -> tuple[tuple[int, datetime, tuple[str, ...]], ...]:
    """When each rung of the ladder is due: rung index, moment, roles to remind."""
    limit = due.due if isinstance(due, Due) else due
    return tuple(
        (index, limit - rung.before, rung.roles) for index, rung in enumerate(rule.reminders)
    )


_SECOND = timedelta(seconds=1)
_YEARS = (1945, 2200)


def _start(rule: DeadlineRule, start: datetime, also: Mapping[str, datetime]) -> datetime:
    if not rule.known:
        raise RuleUnknown(
            f'Batas "{rule.title}" tidak dapat dihitung karena belum diketahui: '
            f"{rule.basis.note or rule.basis.citation}"
        )
    foreign = sorted(set(also) - set(rule.starts_on[1:]))
    missing = [fact for fact in rule.starts_on[1:] if fact not in also]
    if foreign:
        raise DeadlineRefused(
            f"Fakta {', '.join(foreign)} bukan awal kedua batas {rule.id}; "
            f"batas ini mulai pada: {', '.join(rule.starts_on)}."
        )
    if missing:
        raise DeadlineRefused(
            f"Batas {rule.id} baru berjalan setelah {' dan '.join(rule.starts_on)} "
            f"({rule.basis.citation}); waktu {', '.join(missing)} belum diberikan."
        )
    moments = [start, *also.values()]
    if any(moment.tzinfo is None for moment in moments):
        raise DeadlineRefused("Waktu mulai harus menyebut zona waktunya (mis. +07:00).")
    began = max(moments)
    if not _YEARS[0] <= began.year <= _YEARS[1]:
        raise DeadlineRefused(
            f"Tahun {began.year} tidak masuk akal untuk waktu mulai; periksa tanggalnya."
        )
    return began


def _check_extension(rule: DeadlineRule, extended: bool) -> None:
    if extended and rule.extension is None:
        raise DeadlineRefused(
            f"Batas {rule.id} ({rule.basis.citation}) tidak mengenal perpanjangan."
        )


def _strict_date(rule: DeadlineRule, start: date, calendar: Calendar, length: int) -> date:
    """The stricter reading: the trigger day counts, or a notice leaves whole days between."""
    table = calendar.table(leave_counts=rule.leave_counts)
    if rule.direction is Direction.BEFORE:
        return count_days_back(start, length + 1, rule.unit, table)
    return count_days(start, length, rule.unit, FirstDay.SAME_DAY, table)


def _close(rule: DeadlineRule, day: date, zone: str) -> datetime:
    at: time = END_OF_DAY
    if rule.ends is Ends.OFFICE_CLOSE and rule.closes_at is not None:
        at = rule.closes_at
    return datetime.combine(day, at, ZoneInfo(zone))


def _caveats(rule: DeadlineRule) -> tuple[Caveat, ...]:
    parts = (
        ("start", rule.start_basis),
        ("unit", rule.unit_basis),
        ("first_day", rule.first_day_basis),
    )
    return tuple(Caveat(part, basis) for part, basis in parts if basis != rule.basis)
