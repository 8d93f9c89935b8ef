"""The places where a date is argued over: midnights, closing hours, years, leap days, Eid."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from casework.engine.calendar import Calendar, Holiday, HolidayKind
from casework.engine.counting import FirstDay, Unit
from casework.engine.deadline import Due, compute, due_date, is_late
from casework.engine.rule import DeadlineRule, Direction, Ends
from casework.engine.vector import last_days
from tests.unit.engine.rules import a_rule

WIB = ZoneInfo("Asia/Jakarta")
WORKING = {"unit": Unit.WORKING_DAYS}
HOURS = {"unit": Unit.HOURS, "ends": Ends.EXACT}
CLOSES = {"ends": Ends.OFFICE_CLOSE, "closes_at": time(16)}


def at(text: str, zone: str = "Asia/Jakarta") -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def due(calendar: Calendar, rule: DeadlineRule, start: datetime, zone: str = "Asia/Jakarta") -> Due:
    return compute(rule, start, calendar=calendar, zone=zone)


# rule, start, end
DAYS = [
    # The last second of a day and the first of the next are one day apart in law.
    ({}, "2024-09-19T23:59:59", "2024-09-21T23:59:59"),
    ({}, "2024-09-20T00:00:00", "2024-09-22T23:59:59"),
    # After the office has closed is still the same day; the next one is counted first.
    (CLOSES, "2024-09-19T16:00:00", "2024-09-21T16:00:00"),
    (CLOSES, "2024-09-19T16:00:01", "2024-09-21T16:00:00"),
    # The end of a year; 1 January is free.
    ({"length": 1}, "2024-12-31T10:00", "2025-01-01T23:59:59"),
    ({"length": 1, **WORKING}, "2024-12-31T10:00", "2025-01-02T23:59:59"),
    ({"length": 5, **WORKING}, "2024-12-23T10:00", "2025-01-02T23:59:59"),
    # Leap days: 2028 and 2024 have one, 2027 has none.
    ({"length": 1}, "2028-02-28T10:00", "2028-02-29T23:59:59"),
    ({"length": 1}, "2028-02-29T10:00", "2028-03-01T23:59:59"),
    ({"length": 366}, "2028-02-28T10:00", "2029-02-28T23:59:59"),
    ({"length": 2}, "2027-02-27T10:00", "2027-03-01T23:59:59"),
    ({"length": 1, **WORKING}, "2024-02-28T10:00", "2024-02-29T23:59:59"),
    # Eid of 2024: 8 to 15 April free, joint leave on the 8th, 9th, 12th and 15th.
    ({"length": 5, **WORKING}, "2024-04-04T10:00", "2024-04-19T23:59:59"),
    ({"length": 5, "leave_counts": True, **WORKING}, "2024-04-04T10:00", "2024-04-15T23:59:59"),
    ({"length": 5}, "2024-04-04T10:00", "2024-04-09T23:59:59"),
    ({"length": 1, **WORKING}, "2024-04-07T10:00", "2024-04-16T23:59:59"),
    # Started on a free day: the first working day is the first one counted, by both readings.
    ({"length": 1, **WORKING}, "2024-09-21T10:00", "2024-09-23T23:59:59"),
    ({"length": 1, "first_day": FirstDay.SAME_DAY, **WORKING}, "2024-09-21T10:00",
     "2024-09-23T23:59:59"),
    ({"length": 1, "first_day": FirstDay.SAME_DAY}, "2024-09-21T10:00", "2024-09-21T23:59:59"),
    # Polling days are free: 14 February and 27 November 2024.
    ({"length": 2, **WORKING}, "2024-02-12T10:00", "2024-02-15T23:59:59"),
    ({"length": 2, **WORKING}, "2024-11-25T10:00", "2024-11-28T23:59:59"),
    # Hours know no midnight, no weekend and no holiday.
    ({"length": 24, **HOURS}, "2024-12-31T23:59:59", "2025-01-01T23:59:59"),
    ({"length": 24, **HOURS}, "2028-02-28T12:00:00", "2028-02-29T12:00:00"),
    ({"length": 48, **HOURS}, "2024-04-09T16:00:01", "2024-04-11T16:00:01"),
    # A notice: the day before a Monday is the Friday, and New Year is left out.
    ({"length": 1, "direction": Direction.BEFORE, **WORKING}, "2024-02-05T10:00",
     "2024-02-02T23:59:59"),
    ({"length": 1, "direction": Direction.BEFORE, **WORKING}, "2025-01-02T10:00",
     "2024-12-31T23:59:59"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "start", "end"), DAYS)
def test_the_last_moment(
    calendar: Calendar, changes: dict[str, object], start: str, end: str
) -> None:
    found = due(calendar, a_rule(**changes), at(start))
    assert found.due == at(end)
    assert found.safe <= found.due
    assert found.derivation[-1].date == found.due.date()


@pytest.mark.parametrize(
    ("changes", "in_time", "late"),
    [
        ({}, "2024-09-21T23:59:59", "2024-09-22T00:00:00"),
        (CLOSES, "2024-09-21T16:00:00", "2024-09-21T16:00:01"),
        ({"length": 24, **HOURS}, "2024-09-20T10:00:00", "2024-09-20T10:00:01"),
    ],
)
def test_one_second_decides(
    calendar: Calendar, changes: dict[str, object], in_time: str, late: str
) -> None:
    end = due(calendar, a_rule(**changes), at("2024-09-19T10:00:00")).due
    assert not is_late(end, at(in_time))
    assert not is_late(end, at(in_time).astimezone(UTC))
    assert is_late(end, at(late))
    assert is_late(end, at(late).astimezone(ZoneInfo("Asia/Jayapura")))


@pytest.mark.parametrize(
    ("zone", "last"),
    [("Asia/Jakarta", "19"), ("Asia/Makassar", "19"), ("Asia/Jayapura", "20")],
)
def test_one_moment_may_be_two_legal_days(calendar: Calendar, zone: str, last: str) -> None:
    """22.30 in the west is half past midnight of the next day in the east."""
    moment = datetime(2024, 9, 17, 15, 30, tzinfo=UTC)
    assert due(calendar, a_rule(), moment, zone).due == at(f"2024-09-{last}T23:59:59", zone)


def test_a_start_counts_in_the_zone_of_the_office_not_in_its_own(calendar: Calendar) -> None:
    east = datetime(2024, 9, 20, 0, 30, tzinfo=ZoneInfo("Asia/Jayapura"))
    found = due(calendar, a_rule(), east)
    assert found.start.isoformat() == "2024-09-19T22:30:00+07:00"
    assert found.due == at("2024-09-21T23:59:59")


def test_a_fraction_of_a_second_neither_starts_nor_ends_later(calendar: Calendar) -> None:
    rule = a_rule(length=24, **HOURS)
    early, late = (at(f"2024-09-19T10:00:00{part}") for part in ("", ".999999"))
    assert due(calendar, rule, early).due == due(calendar, rule, late).due


def closed(calendar: Calendar, *days: str) -> Calendar:
    """The calendar of an office that is closed on these days."""
    sample = next(iter(calendar.holidays.values()))
    own = [
        Holiday(date.fromisoformat(day), "Kantor terendam banjir", HolidayKind.CLOSURE,
                sample.decree)
        for day in days
    ]  # fmt: skip
    return calendar.for_place((), own)


def test_what_ends_at_the_close_of_a_closed_office_ends_when_it_opens(calendar: Calendar) -> None:
    shut = closed(calendar, "2024-09-20", "2024-09-23")
    rule = a_rule(length=1, **CLOSES)
    found = due(shut, rule, at("2024-09-19T10:00"))
    # Friday is closed, then the weekend, then Monday is closed too.
    assert found.due == at("2024-09-24T16:00:00")
    assert [step.counted for step in found.derivation] == [False, True, False, False, False, False]
    assert "Kantor terendam banjir" in found.derivation[4].why
    assert found.derivation[-1].why == (
        "Selasa, 24 September 2024: kantor buka kembali; batas berakhir pukul 16.00 WIB"
    )
    assert found.safe < found.due
    assert due_date(rule, date(2024, 9, 19), shut) == date(2024, 9, 24)
    many = last_days(rule, [date(2024, 9, 19).toordinal()], shut)
    assert many.tolist() == [date(2024, 9, 24).toordinal()]


def test_what_ends_at_midnight_does_not_ask_whether_the_office_is_open(calendar: Calendar) -> None:
    shut = closed(calendar, "2024-09-21")
    assert due(shut, a_rule(), at("2024-09-19T10:00")).due == at("2024-09-21T23:59:59")


@pytest.mark.parametrize("days", range(1, 15))
def test_a_longer_term_never_ends_sooner(calendar: Calendar, days: int) -> None:
    """Over the turn of a year, for every unit in days and both readings of the first day."""
    for unit in (Unit.CALENDAR_DAYS, Unit.WORKING_DAYS):
        for first in FirstDay:
            rule = a_rule(length=days, unit=unit, first_day=first)
            for start in (at("2024-12-20T10:00") + timedelta(days=n) for n in range(20)):
                shorter = due(calendar, rule, start)
                longer = due(calendar, replace(rule, length=days + 1), start)
                assert shorter.due < longer.due
                assert shorter.safe < longer.safe
