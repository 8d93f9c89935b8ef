"""When the clock of a limit starts: the latest of the facts it hangs on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from casework.engine import pauses
from casework.engine.calendar import Calendar
from casework.engine.counting import (
    EVERY_DAY,
    FirstDay,
    Ranks,
    RankTable,
    Unit,
    count_days,
    count_days_back,
    first_rank,
    last_rank,
)
from casework.engine.due import Caveat, DayStep, Due
from casework.engine.narration import Count, by_days, by_hours
from casework.engine.pauses import Pause, Stop
from casework.engine.refusals import DeadlineRefused, RuleUnknown
from casework.engine.rule import DeadlineRule, Direction, Ends, Extension, Rung
from casework.engine.words import END_OF_DAY

_YEARS = (1945, 2200)


def check_known(rule: DeadlineRule) -> None:
    """Raises RuleUnknown, with the reason, for a rule whose length nobody knows."""
    if not rule.known:
        raise RuleUnknown(
            f'Batas "{rule.title}" tidak dapat dihitung karena belum diketahui: '
            f"{rule.basis.note or rule.basis.citation}"
        )


def latest(rule: DeadlineRule, start: datetime, also: Mapping[str, datetime]) -> datetime:
    """The moment that starts the clock. Raises DeadlineRefused when the facts do not fit."""
    if also or len(rule.starts_on) > 1:
        _check_facts(rule, also)
    moments = [start, *also.values()]
    if any(moment.tzinfo is None for moment in moments):
        raise DeadlineRefused("Waktu mulai harus menyebut zona waktunya (mis. +07:00).")
    began = max(moments)
    if not _YEARS[0] <= began.year <= _YEARS[1]:
        raise DeadlineRefused(
            f"Tahun {began.year} tidak masuk akal untuk waktu mulai; periksa tanggalnya."
        )
    return began


def _check_facts(rule: DeadlineRule, also: Mapping[str, datetime]) -> None:
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


__all__ = [
    "Caveat",
    "DayStep",
    "DeadlineRule",
    "Due",
    "Extension",
    "Pause",
    "Rung",
    "Stop",
    "compute",
    "dates",
    "due_date",
    "is_late",
    "kept_within",
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
    stops: Iterable[Stop] = (),
) -> Due:
    """The limit that `rule` sets when its (first) fact happened at `start`.

    `start` is aware; days are counted in `zone`, the handling office's. `also` gives the time
    of every further fact of `rule.starts_on`; the latest of them starts the clock. `stops` are
    the times the clock stood still. A rule that follows another is given the facts of that one.
    Raises RuleUnknown when the length is not known, DeadlineRefused when the input does not fit
    the rule, CalendarGap when no calendar reaches that far.
    """
    check_known(rule)
    if extended and rule.extension is None:
        raise DeadlineRefused(
            f"Batas {rule.id} ({rule.basis.citation}) tidak mengenal perpanjangan."
        )
    stood = tuple(stops)
    if rule.follows:
        before = rule.follows
        theirs = tuple(stop for stop in stood if stop.pause in before.pauses)
        previous = compute(before, start, calendar=calendar, zone=zone, also=also, stops=theirs)
        own = tuple(stop for stop in stood if stop.pause in rule.pauses or stop not in theirs)
        found = _run(rule, previous.due, calendar, zone, extended, own)
        strict = _run(rule, previous.safe, calendar, zone, extended, own)
        return replace(
            found, safe=strict.safe, provisional=found.provisional or previous.provisional
        )
    began = latest(rule, start, also or {}).astimezone(ZoneInfo(zone)).replace(microsecond=0)
    return _run(rule, began, calendar, zone, extended, stood)


def dates(
    rule: DeadlineRule, calendar: Calendar, *, extended: bool = False
) -> Callable[[date], date]:
    """A reader of the last day of a rule counted in days, prepared for many single questions."""
    ranks, length = _ranks(rule, calendar), rule.span(extended=extended)
    plain = rule.direction is Direction.AFTER and rule.first_day is FirstDay.NEXT_DAY
    if not isinstance(ranks, RankTable) or not plain or rule.follows or rule.closes_at:
        return lambda start: due_date(rule, start, calendar, extended=extended)
    reached, days, step = ranks.reached, ranks.days, length - 1

    def read(start: date) -> date:
        try:
            return days[reached[start] + step]
        except (KeyError, IndexError):  # outside the calendar: the slow way says it in words
            return due_date(rule, start, calendar, extended=extended)

    return read


def due_date(
    rule: DeadlineRule, start: date, calendar: Calendar, *, extended: bool = False
) -> date:
    """Only the last day of a rule counted in days, without derivation and without pauses."""
    if rule.follows:
        start = due_date(rule.follows, start, calendar)
    ranks, length = _ranks(rule, calendar), rule.span(extended=extended)
    if rule.direction is Direction.BEFORE:
        return count_days_back(ranks, start, length)
    return _open_day(rule, count_days(ranks, start, length, rule.first_day), calendar)


def is_late(due: datetime, at: datetime) -> bool:
    """Is `at` after the last second that was in time? Fractions of a second never count.

    >>> limit = datetime(2024, 9, 21, 16, 59, 59, tzinfo=UTC)
    >>> is_late(limit, limit + timedelta(milliseconds=999)), is_late(limit, limit + _SECOND)
    (False, True)
    """
    return at.replace(microsecond=0) > due


def kept_within(due: Due, outer: Due | datetime, outer_rule: DeadlineRule) -> Due:
    """The limit seen beside the one it must not outrun.

    Its own law sets when it ends; where the outer limit ends sooner, that is the safe date, and
    a caveat says so.
    """
    end = outer.due if isinstance(outer, Due) else outer
    if due.due <= end:
        return due
    caveats = (*due.caveats, Caveat("within", outer_rule.basis))
    return replace(due, safe=min(due.safe, end.astimezone(due.due.tzinfo)), caveats=caveats)


def reminder_times(
    rule: DeadlineRule, due: Due | datetime
) -> tuple[tuple[int, datetime, tuple[str, ...]], ...]:
    """When each rung of the ladder is due: rung index, moment, roles to remind."""
    limit = due.due if isinstance(due, Due) else due
    return tuple(
        (index, limit - rung.before, rung.roles) for index, rung in enumerate(rule.reminders)
    )


_SECOND = timedelta(seconds=1)


def _run(
    rule: DeadlineRule,
    began: datetime,
    calendar: Calendar,
    zone: str,
    extended: bool,
    stops: tuple[Stop, ...],
) -> Due:
    length = rule.span(extended=extended)
    # In days the hour at which the clock started makes no difference, nor does it for a pause.
    since = began if rule.unit is Unit.HOURS else began.replace(hour=0, minute=0, second=0)
    stood = pauses.in_order(stops, rule.pauses, zone, since=since) if stops else ()
    if rule.unit is Unit.HOURS:
        due, felt = _after_hours(began, length, stood)
        safe, provisional = due, False
        steps = by_hours(rule, began, due, zone, length, felt)
    else:
        ranks = _ranks(rule, calendar)
        felt = _felt(rule, ranks, began, length, stood, zone)
        last = _last(rule, ranks, began.date(), length, felt)
        due = _close(rule, _open_day(rule, last, calendar), zone)
        safe = _close(rule, _strict(rule, ranks, began.date(), length, felt), zone)
        steps = by_days(Count(rule, ranks, calendar, length, began.date(), last, felt), due, zone)
        provisional = rule.unit is Unit.WORKING_DAYS and not (
            calendar.decreed(began.date()) and calendar.decreed(last)
        )
    basis = rule.extension.basis if extended and rule.extension else rule.basis
    return Due(
        rule.id, began, due, safe, rule.unit, extended, provisional, basis, steps,
        rule.caveats_beside(basis), calendar.version, felt,
    )  # fmt: skip


def _ranks(rule: DeadlineRule, calendar: Calendar) -> Ranks:
    if rule.unit is Unit.WORKING_DAYS:
        return calendar.table(leave_counts=rule.leave_counts)
    if rule.unit is Unit.HOURS:
        raise DeadlineRefused(f"Batas {rule.id} berjam; hari terakhirnya bergantung pada jamnya.")
    return EVERY_DAY


def _after_hours(
    began: datetime, length: int, stops: tuple[Stop, ...]
) -> tuple[datetime, tuple[Stop, ...]]:
    """The moment `length` hours of running clock are over, and the stops that were felt."""
    due, felt, reached = began.astimezone(UTC) + timedelta(hours=length), [], began
    for stop in stops:
        if stop.since >= due:
            break
        # Two pauses at once stop the clock once.
        since = max(stop.since, reached)
        if stop.until > since:
            due += stop.until - since
            reached = stop.until
            felt.append(stop)
    return due.astimezone(began.tzinfo), tuple(felt)


def _felt(
    rule: DeadlineRule,
    ranks: Ranks,
    began: datetime,
    length: int,
    stops: tuple[Stop, ...],
    zone: str,
) -> tuple[Stop, ...]:
    """The stops that began before the term was over; a term that has ended does not revive."""
    felt: list[Stop] = []
    for stop in stops:
        ends = _close(rule, _last(rule, ranks, began.date(), length, tuple(felt)), zone)
        if stop.since > ends:
            break
        felt.append(stop)
    return tuple(felt)


def _last(
    rule: DeadlineRule, ranks: Ranks, start: date, length: int, felt: tuple[Stop, ...]
) -> date:
    if rule.direction is Direction.BEFORE:
        return count_days_back(ranks, start, length)
    first = first_rank(ranks, start, rule.first_day)
    return ranks.at(last_rank(ranks, first, length, pauses.days_of(felt, whole=False)))


def _strict(
    rule: DeadlineRule, ranks: Ranks, start: date, length: int, felt: tuple[Stop, ...]
) -> date:
    """The stricter reading: the days of the events count, or a notice leaves whole days between."""
    if rule.direction is Direction.BEFORE:
        return count_days_back(ranks, start, length + 1)
    first = first_rank(ranks, start, FirstDay.SAME_DAY)
    return ranks.at(last_rank(ranks, first, length, pauses.days_of(felt, whole=True)))


def _open_day(rule: DeadlineRule, last: date, calendar: Calendar) -> date:
    """What ends at the close of an office that is closed that day ends when it is open again."""
    later = rule.ends is Ends.OFFICE_CLOSE and rule.direction is Direction.AFTER
    return calendar.reopens(last) if later else last


def _close(rule: DeadlineRule, day: date, zone: str) -> datetime:
    at: time = END_OF_DAY
    if rule.ends is Ends.OFFICE_CLOSE and rule.closes_at is not None:
        at = rule.closes_at
    return datetime.combine(day, at, ZoneInfo(zone))
