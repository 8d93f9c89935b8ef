"""The three readers against an oracle that walks day by day and shares no code with them."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import Phase, given, note, settings
from hypothesis import strategies as st

from casework.adapters import rulebook
from casework.engine.calendar import Calendar, HolidayKind
from casework.engine.counting import FirstDay, Unit
from casework.engine.deadline import DayStep, Pause, Stop, compute, dates, due_date
from casework.engine.rule import DeadlineRule, Direction, Ends
from casework.engine.vector import last_days, strict_days
from tests.unit.engine.oracle import OFFSETS, Oracle, Reckoning, Term, free_days, hours, local
from tests.unit.engine.rules import BASIS, a_rule

FREE = free_days(rulebook.root() / "calendars")
CALENDAR = rulebook.load().calendar
ORACLE = Oracle(FREE)
ZONES = sorted(OFFSETS)
FIRST, LAST = date(2019, 1, 1), date(2027, 12, 31)

starts = st.dates(FIRST, LAST)


@st.composite
def rules(draw: st.DrawFn) -> DeadlineRule:
    return a_rule(
        length=draw(st.integers(1, 40)),
        unit=draw(st.sampled_from([Unit.CALENDAR_DAYS, Unit.WORKING_DAYS])),
        first_day=draw(st.sampled_from(list(FirstDay))),
        leave_counts=draw(st.booleans()),
    )


def term_of(rule: DeadlineRule) -> Term:
    """The rule in the oracle's words."""
    return Term(
        rule.length,
        rule.unit.value,
        rule.first_day.value,
        rule.direction.value,
        rule.leave_counts,
        rule.closes_at.isoformat() if rule.closes_at else "23:59:59",
    )


def some_rule(chance: random.Random) -> DeadlineRule:
    back, office = chance.random() < 0.15, chance.random() < 0.2
    return a_rule(
        length=chance.randint(1, 30),
        unit=chance.choice((Unit.CALENDAR_DAYS, Unit.WORKING_DAYS, Unit.WORKING_DAYS)),
        first_day=chance.choice(list(FirstDay)),
        direction=Direction.BEFORE if back else Direction.AFTER,
        leave_counts=chance.random() < 0.3,
        ends=Ends.OFFICE_CLOSE if office else Ends.END_OF_DAY,
        closes_at=time(16) if office else None,
    )


RULES, STARTS = 20, 500


@settings(max_examples=10, deadline=None, phases=[Phase.generate], database=None)
@given(st.integers(0, 2**63))
def test_narrated_is_computed_is_the_oracles(seed: int) -> None:
    """Ten seeds of 10,000 inputs each; a failure names its seed, which repeats it exactly."""
    note(f"seed {seed}")
    chance = random.Random(seed)
    for _ in range(RULES):
        rule = some_rule(chance)
        zone = chance.choice(ZONES)
        term, read = term_of(rule), dates(rule, CALENDAR)
        seconds = [chance.randrange((LAST - FIRST).days * 86400) for _ in range(STARTS)]
        began = datetime.combine(FIRST, time(), ZoneInfo(zone))
        moments = [began + timedelta(seconds=second) for second in seconds]
        days = [local(at, zone).date() for at in moments]
        ordinals = [day.toordinal() for day in days]
        many = last_days(rule, ordinals, CALENDAR).tolist()
        strict = strict_days(rule, ordinals, CALENDAR).tolist()
        for n, (moment, day) in enumerate(zip(moments, days, strict=True)):
            wanted = ORACLE.reckon(term, day)
            due = compute(rule, moment, calendar=CALENDAR, zone=zone)
            where = (seed, rule, moment)
            assert due.due == close(wanted.last, term, zone), where
            assert due.safe == close(wanted.strict, term, zone), where
            assert told(due.derivation) == wanted.counted, where
            assert read(day) == due_date(rule, day, CALENDAR) == wanted.last, where
            assert (many[n], strict[n]) == (wanted.last.toordinal(), wanted.strict.toordinal())


def close(day: date, term: Term, zone: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(term.closes), ZoneInfo(zone))


def told(derivation: tuple[DayStep, ...]) -> tuple[date, ...]:
    return tuple(step.date for step in derivation if step.counted)


@settings(deadline=None)
@given(starts, rules())
def test_the_derivation_names_every_day_once(start: date, rule: DeadlineRule) -> None:
    due = compute(
        rule,
        datetime(start.year, start.month, start.day, 9, tzinfo=ZoneInfo("Asia/Jakarta")),
        calendar=CALENDAR,
        zone="Asia/Jakarta",
    )
    days = [step.date for step in due.derivation]
    assert days == [start + timedelta(days=n) for n in range((days[-1] - start).days + 1)]
    assert days[-1] == due.due.date()
    assert due.safe <= due.due


PAUSES = tuple(
    Pause(f"berhenti_{name}", f"lanjut_{name}", replace(BASIS, citation=f"UU Uji Pasal {name}"))
    for name in ("2", "3")
)


@st.composite
def stops(draw: st.DrawFn, start: datetime) -> list[Stop]:
    """Up to three stops, overlapping or not, before and after the term's end."""
    found = []
    for _ in range(draw(st.integers(0, 3))):
        since = start + timedelta(minutes=draw(st.integers(-3 * 1440, 20 * 1440)))
        until = since + timedelta(minutes=draw(st.integers(0, 9 * 1440)))
        found.append(Stop(draw(st.sampled_from(PAUSES)), since, until))
    return found


walls = st.datetimes(datetime(2019, 1, 1), datetime(2027, 6, 1))  # noqa: DTZ001 - a clock on a wall
moments = st.builds(
    lambda wall, zone: wall.replace(second=0, microsecond=0, tzinfo=ZoneInfo(zone)),
    walls,
    st.sampled_from(ZONES),
)


@settings(max_examples=400, deadline=None)
@given(st.data(), moments, rules(), st.booleans())
def test_paused_days_are_the_oracles(
    data: st.DataObject, start: datetime, rule: DeadlineRule, office: bool
) -> None:
    paused = replace(rule, pauses=PAUSES)
    if office:
        paused = replace(paused, ends=Ends.OFFICE_CLOSE, closes_at=time(16))
    zone = str(start.tzinfo)
    stood = data.draw(stops(start))
    due = compute(paused, start, calendar=CALENDAR, zone=zone, stops=stood)
    wanted = reckon_with(stood, term_of(paused), start)
    assert (due.due.date(), due.safe.date()) == (wanted.last, wanted.strict)
    assert told(due.derivation) == wanted.counted
    assert due.due >= compute(rule, start, calendar=CALENDAR, zone=zone).due.replace(
        hour=due.due.hour, minute=due.due.minute, second=due.due.second
    )


def reckon_with(stood: list[Stop], term: Term, start: datetime) -> Reckoning:
    later = sorted((stop.since, stop.until) for stop in stood if stop.until.date() >= start.date())
    return ORACLE.reckon(term, start.date(), later)


@settings(max_examples=150, deadline=None)
@given(st.data(), moments, st.integers(1, 72))
def test_paused_hours_are_the_oracles(data: st.DataObject, start: datetime, length: int) -> None:
    rule = a_rule(length=length, unit=Unit.HOURS, ends=Ends.EXACT, pauses=PAUSES)
    stood = data.draw(stops(start))
    due = compute(rule, start, calendar=CALENDAR, zone=str(start.tzinfo), stops=stood)
    times = [(stop.since, stop.until) for stop in stood]
    assert due.due == due.safe == hours(start, length, times)


@settings(deadline=None)
@given(moments, rules(), st.integers(1, 400 * 1440))
def test_a_later_start_never_ends_earlier(
    start: datetime, rule: DeadlineRule, minutes: int
) -> None:
    zone = str(start.tzinfo)
    later = start + timedelta(minutes=minutes)
    first, second = (compute(rule, at, calendar=CALENDAR, zone=zone) for at in (start, later))
    assert first.due <= second.due
    assert first.safe <= second.safe


@settings(max_examples=300, deadline=None)
@given(st.data(), moments, rules(), st.integers(1, 20 * 1440))
def test_a_later_start_never_ends_earlier_beside_a_pause(
    data: st.DataObject, start: datetime, rule: DeadlineRule, minutes: int
) -> None:
    zone, paused = str(start.tzinfo), replace(rule, pauses=PAUSES)
    stood = data.draw(stops(start))
    first, second = (
        compute(paused, at, calendar=CALENDAR, zone=zone, stops=stood)
        for at in (start, start + timedelta(minutes=minutes))
    )
    assert first.due <= second.due


def with_holiday(calendar: Calendar, day: date) -> Calendar:
    """The calendar after a decree that makes one more day free."""
    sample = next(iter(calendar.holidays.values()))
    extra = replace(sample, on=day, name="baru", kind=HolidayKind.NATIONAL)
    return replace(calendar, holidays={**calendar.holidays, day: extra})


@settings(max_examples=60, deadline=None)
@given(starts, rules(), st.integers(0, 60))
def test_one_more_holiday_never_shortens(start: date, rule: DeadlineRule, offset: int) -> None:
    day = start + timedelta(days=offset)
    fuller = with_holiday(CALENDAR, day)
    before, after = (due_date(rule, start, one) for one in (CALENDAR, fuller))
    assert after >= before
    counted = rule.unit is Unit.WORKING_DAYS and ORACLE.works(day, term_of(rule))
    own = day > start or rule.first_day is FirstDay.SAME_DAY
    # It lengthens a term exactly when it takes one of the days that were counted.
    assert (after > before) is (counted and own and day <= before)


@settings(max_examples=60, deadline=None)
@given(starts, rules(), st.integers(0, 60))
def test_an_old_calendar_gives_the_old_answer(start: date, rule: DeadlineRule, offset: int) -> None:
    at = datetime.combine(start, time(10), ZoneInfo("Asia/Jakarta"))
    old = compute(rule, at, calendar=CALENDAR, zone="Asia/Jakarta")
    fuller = with_holiday(CALENDAR, start + timedelta(days=offset))
    new = compute(replace(rule, length=rule.length + 1), at, calendar=fuller, zone="Asia/Jakarta")
    assert new.due > old.due
    # The file as it was, read anew: same version, same limit, same story.
    again = Calendar(dict(CALENDAR.holidays), CALENDAR.covers_from, CALENDAR.covers_until)
    assert again.version == old.calendar
    assert compute(rule, at, calendar=again, zone="Asia/Jakarta") == old


@settings(deadline=None)
@given(walls, rules())
def test_the_three_zones_agree_on_the_legal_date(wall: datetime, rule: DeadlineRule) -> None:
    """The same hour on the wall of three offices ends on the same date, at their own midnight."""
    found = [
        compute(rule, wall.replace(tzinfo=ZoneInfo(zone)), calendar=CALENDAR, zone=zone)
        for zone in ZONES
    ]
    assert len({due.due.date() for due in found}) == 1
    assert len({due.safe.date() for due in found}) == 1
    assert len({told(due.derivation) for due in found}) == 1
    assert {due.due.time() for due in found} == {time(23, 59, 59)}
    assert [due.due.utcoffset() for due in found] == [
        timedelta(hours=OFFSETS[zone]) for zone in ZONES
    ]


def test_the_oracle_reads_the_same_days() -> None:
    """A day missed by both sides would be missed by every comparison."""
    kinds: dict[str, int] = defaultdict(int)
    for holiday in CALENDAR.holidays.values():
        assert FREE[holiday.on] == holiday.kind.value
        kinds[holiday.kind.value] += 1
    assert sum(kinds.values()) == len(FREE)
    assert {"nasional", "cuti_bersama", "pemungutan_suara"} <= set(kinds)
