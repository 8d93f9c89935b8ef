"""The rank table against an oracle that walks day by day and shares no code with it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import yaml
from hypothesis import given
from hypothesis import strategies as st

from casework.adapters import rulebook
from casework.engine.calendar import Calendar
from casework.engine.counting import FirstDay, Unit
from casework.engine.deadline import compute, due_date
from casework.engine.rule import DeadlineRule
from tests.unit.engine.rules import a_rule

_FREE: dict[date, str] = {
    day["date"]: day["kind"]
    for path in sorted((rulebook.root() / "calendars").glob("*.yaml"))
    for day in yaml.safe_load(path.read_text())["days"]
}
_CALENDAR = rulebook.load().calendar

starts = st.dates(date(2019, 1, 1), date(2027, 12, 31))
lengths = st.integers(1, 40)


def _counts(day: date, unit: Unit, leave_counts: bool) -> bool:
    if unit is Unit.CALENDAR_DAYS:
        return True
    if _FREE.get(day) in ("nasional", "pemungutan_suara"):
        return False
    if _FREE.get(day) == "cuti_bersama" and not leave_counts:
        return False
    return day.isoweekday() <= 5


def _oracle(start: date, length: int, unit: Unit, first: FirstDay, leave_counts: bool) -> date:
    day = start
    left = length
    if first is FirstDay.SAME_DAY and _counts(day, unit, leave_counts):
        left -= 1
    while left:
        day = date.fromordinal(day.toordinal() + 1)
        if _counts(day, unit, leave_counts):
            left -= 1
    return day


@st.composite
def rules(draw: st.DrawFn) -> DeadlineRule:
    return a_rule(
        length=draw(lengths),
        unit=draw(st.sampled_from([Unit.CALENDAR_DAYS, Unit.WORKING_DAYS])),
        first_day=draw(st.sampled_from(list(FirstDay))),
        leave_counts=draw(st.booleans()),
    )


@given(starts, rules())
def test_the_date_is_the_oracles(start: date, rule: DeadlineRule) -> None:
    expected = _oracle(start, rule.length, rule.unit, rule.first_day, rule.leave_counts)
    assert due_date(rule, start, _CALENDAR) == expected


@given(starts, rules())
def test_the_derivation_tells_the_same_story(start: date, rule: DeadlineRule) -> None:
    due = compute(
        rule,
        datetime(start.year, start.month, start.day, 9, tzinfo=ZoneInfo("Asia/Jakarta")),
        calendar=_CALENDAR,
        zone="Asia/Jakarta",
    )
    assert due.due.date() == due_date(rule, start, _CALENDAR)
    counted = [step.date for step in due.derivation if step.counted]
    assert len(counted) == rule.length
    assert counted[-1] == due.due.date()
    assert all(_counts(day, rule.unit, rule.leave_counts) for day in counted)
    dates = [step.date for step in due.derivation]
    assert dates == [start + timedelta(days=n) for n in range((dates[-1] - start).days + 1)]


@given(starts, rules())
def test_the_safe_date_is_the_stricter_reading(start: date, rule: DeadlineRule) -> None:
    due = compute(
        rule,
        datetime(start.year, start.month, start.day, tzinfo=UTC),
        calendar=_CALENDAR,
        zone="UTC",
    )
    strict = _oracle(start, rule.length, rule.unit, FirstDay.SAME_DAY, rule.leave_counts)
    assert due.safe.date() == strict
    assert due.safe <= due.due


@given(starts, rules())
def test_a_later_start_never_ends_earlier(start: date, rule: DeadlineRule) -> None:
    later = due_date(rule, start + timedelta(days=1), _CALENDAR)
    assert due_date(rule, start, _CALENDAR) <= later


@given(starts, rules(), st.integers(0, 60))
def test_one_more_holiday_never_shortens(start: date, rule: DeadlineRule, offset: int) -> None:
    extra = next(iter(_CALENDAR.holidays.values()))
    day = start + timedelta(days=offset)
    more = {**_CALENDAR.holidays, day: type(extra)(day, "baru", extra.kind, extra.decree)}
    fuller = Calendar(more, _CALENDAR.covers_from, _CALENDAR.covers_until)
    # A joint-leave day that becomes a national holiday cannot shorten anything either.
    assert due_date(rule, start, fuller) >= due_date(rule, start, _CALENDAR)
